package org.vigie.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.staged.StagedTables;
import org.vigie.jobs.staged.VersionLog;

/** The command that takes outcomes in says of each row what the next run will make of it. */
class OutcomeVersionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final List<String> ALERTS = List.of("A-2026-W40-RES1-OCC", "A-2026-W40-RES2-NEI");
    private static final List<String> FOUND = List.of("CONFIRMED", "KNOWN", "NOTHING");

    @Test
    void givesTheFatesThatTheLogOfVersionsGives() {
        Random random = new Random(5);
        TableRows told = TableRows.of(StagedTables.OUTCOMES);
        for (int line = 2; line < 82; line++) {
            told.row(
                    "alert_id",
                    ALERTS.get(random.nextInt(2)),
                    "outcome_on",
                    DAY.plusDays(random.nextInt(3)),
                    "outcome",
                    FOUND.get(random.nextInt(3)),
                    "known_at",
                    DAY.plusDays(3L + random.nextInt(9)).atTime(8, random.nextInt(2)),
                    "file_id",
                    "file" + random.nextInt(3),
                    "line",
                    line);
        }
        List<Row> rows = told.dataset().collectAsList();

        List<String> said = new ArrayList<>();
        for (String file : List.of("file0", "file1", "file2")) {
            new OutcomeVersions(Set.copyOf(ALERTS))
                    .of(file, rows)
                    .rows()
                    .forEach(row -> said.add(row.line() + " " + row.fate()));
        }

        List<String> logged =
                VersionLog.withLifetimes(told.dataset(), List.of("alert_id", "outcome_on"), List.of())
                        .collectAsList()
                        .stream()
                        .map(row -> row.<Integer>getAs("line") + " " + row.<String>getAs("fate"))
                        .toList();
        assertThat(new TreeSet<>(said)).isEqualTo(new TreeSet<>(logged)).hasSize(80);
        assertThat(logged).extracting(row -> row.split(" ", -1)[1]).contains("used", "superseded", "duplicate");
    }
}
