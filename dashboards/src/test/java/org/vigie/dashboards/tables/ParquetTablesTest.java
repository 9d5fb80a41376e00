package org.vigie.dashboards.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ParquetTablesTest {

    private static final PublishedTable EVERY_TYPE = PublishedTable.named("every_type")
            .text("name", "a text")
            .date("day", "a day")
            .count("facts", "a count")
            .number("expected", "a number")
            .flag("reopened", "a flag");

    @TempDir
    Path folder;

    @Test
    void readsEveryTypeAndKeepsAbsentValuesAbsent() {
        Map<String, Object> full = Map.of(
                "name", "Îlot", "day", LocalDate.of(1969, 12, 31), "facts", -3, "expected", 3.25, "reopened", true);
        ParquetFixture.write(folder, EVERY_TYPE, List.of(full, Map.of(), Map.of("facts", 0)));

        Table table = ParquetTables.read(folder, EVERY_TYPE);

        assertThat(table.rowCount()).isEqualTo(3);
        PublishedRow first = new PublishedRow(table, 0);
        assertThat(first.text("name")).isEqualTo("Îlot");
        assertThat(first.date("day")).contains(LocalDate.of(1969, 12, 31));
        assertThat(first.count("facts")).hasValue(-3);
        assertThat(first.number("expected")).hasValue(3.25);
        assertThat(first.flag("reopened")).isTrue();
        PublishedRow absent = new PublishedRow(table, 1);
        assertThat(absent.text("name")).isEmpty();
        assertThat(absent.date("day")).isEmpty();
        assertThat(absent.count("facts")).isEmpty();
        assertThat(absent.number("expected")).isEmpty();
        assertThat(absent.flag("reopened")).isFalse();
        assertThat(new PublishedRow(table, 2).count("facts")).hasValue(0);
    }

    @Test
    void keepsRowsTogetherAcrossPagesAndRepeatedWords() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            rows.add(i % 3 == 0 ? Map.of("facts", i) : Map.of("name", "site " + i % 700, "facts", i));
        }
        ParquetFixture.write(folder, EVERY_TYPE, rows);

        Table table = ParquetTables.read(folder, EVERY_TYPE);

        assertThat(table.rowCount()).isEqualTo(50_000);
        for (int i = 0; i < 50_000; i++) {
            PublishedRow row = new PublishedRow(table, i);
            assertThat(row.count("facts")).hasValue(i);
            assertThat(row.text("name")).isEqualTo(i % 3 == 0 ? "" : "site " + i % 700);
        }
    }

    @Test
    void leavesOutColumnsThatAreNotDeclared() {
        ParquetFixture.write(folder, EVERY_TYPE.text("extra", "not asked for"), List.of(Map.of("extra", "x")));

        assertThat(ParquetTables.read(folder, EVERY_TYPE).columnNames())
                .containsExactly("name", "day", "facts", "expected", "reopened");
    }

    @Test
    void namesTheFileAndTheColumnThatIsMissing() {
        ParquetFixture.write(folder, EVERY_TYPE, List.of());

        PublishedTable more = EVERY_TYPE.count("grave", "not written");
        assertThatThrownBy(() -> ParquetTables.read(folder, more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every_type.parquet")
                .hasMessageContaining("grave");
    }

    @Test
    void namesTheFileAndTheColumnThatIsStoredAsSomethingElse() {
        ParquetFixture.write(folder, PublishedTable.named("sites").number("dwellings", "as a number"), List.of());

        PublishedTable asked = PublishedTable.named("sites").count("dwellings", "as a count");
        assertThatThrownBy(() -> ParquetTables.read(folder, asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sites.parquet, column dwellings: expected COUNT, found");
    }

    @Test
    void takesNoDayForACount() {
        ParquetFixture.write(folder, PublishedTable.named("sites").date("opened", "a day"), List.of());

        PublishedTable asked = PublishedTable.named("sites").count("opened", "a count");
        assertThatThrownBy(() -> ParquetTables.read(folder, asked)).hasMessageContaining("expected COUNT");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> ParquetTables.read(folder, EVERY_TYPE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every_type.parquet");
    }
}
