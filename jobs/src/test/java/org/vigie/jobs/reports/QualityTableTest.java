package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;
import org.vigie.jobs.staged.StagedTables;

class QualityTableTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 18);

    private final TableRows fates = TableRows.of(SiteWeekTables.FATES, "feed", "INCIDENTS", "file_id", "a");
    private final TableRows rejects = TableRows.of(StagedTables.REJECTS, "feed", "INCIDENTS", "file_id", "a");

    @Test
    void theFatesOfAFileAddUpToItsRows() {
        fates.row("fate", "used")
                .row("fate", "superseded", "rule", "newer-version")
                .row("fate", "out_of_scope", "rule", "far-from-every-site");
        rejects.row("rule", "future-date").row("rule", "future-date");

        QualityTable.FileFates file = quality(5, 0).files().get(0);

        assertThat(file.addsUp()).isTrue();
        assertThat(file.fates()).isEqualTo(Map.of("used", 1L, "superseded", 1L, "out_of_scope", 1L, "rejected", 2L));
        assertThat(file.reasons()).isEqualTo("far-from-every-site=1|future-date=2|newer-version=1");
    }

    @Test
    void aRowWithoutAFateIsNoticed() {
        fates.row("fate", "used");

        assertThat(quality(2, 0).files().get(0).addsUp()).isFalse();
    }

    @Test
    void rowsOfAFileThatNoManifestListsAreAFault() {
        fates.row("fate", "used", "file_id", "b");

        assertThatThrownBy(() -> quality(1, 0)).hasMessageContaining("no manifest lists: b");
    }

    @Test
    void countsSheetsThatWereNotReadBesideTheRows() {
        fates.row("fate", "used");

        QualityTable.FileFates file = quality(1, 2).files().get(0);

        assertThat(file.addsUp()).isTrue();
        assertThat(file.reasons()).isEqualTo("unread-sheet=2");
    }

    @Test
    void listsRefusedFilesWithTheirFeedAndUnknownOnesWithout() {
        fates.row("fate", "used");
        QualityTable quality = quality(1, 0);
        quality.refused("works", "travaux.csv");

        List<Row> rows = quality.rows(Map.of("incidents", LocalDate.of(2026, 1, 16)), List.of("lettre.txt"), SUNDAY);

        assertThat(rows)
                .extracting(
                        row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(8) + " " + row.get(10))
                .containsExactly(
                        "incidents incidents.csv 1  2",
                        "works travaux.csv 0 file-refused=1 null",
                        " lettre.txt 0 matches-no-feed null");
    }

    private QualityTable quality(long rowsRead, int unreadSheets) {
        Manifest.FileRead file =
                new Manifest.FileRead("incidents", "incidents.csv", "a", rowsRead, rowsRead, unreadSheets);
        Manifest manifest = new Manifest(1, List.of(new Manifest.Batch("b", "", new TreeMap<>(), List.of(file))));
        SiteWeeks joined = new SiteWeeks(
                TableRows.of(SiteWeekTables.SITES).dataset(),
                TableRows.of(SiteWeekTables.FACTS).dataset(),
                TableRows.of(SiteWeekTables.COUNTS).dataset(),
                TableRows.of(SiteWeekTables.WORKS).dataset(),
                TableRows.of(SiteWeekTables.MOVES).dataset(),
                TableRows.of(SiteWeekTables.PRESENCE).dataset(),
                fates.dataset(),
                TableRows.of(SiteWeekTables.CALENDAR).dataset());
        return QualityTable.of(manifest, joined, rejects.dataset());
    }
}
