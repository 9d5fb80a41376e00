package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.run.RunProgress;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import tech.tablesaw.api.Table;

/** What users of other tools asked for, on the pages of weeks that follow a burst; the numbers are those of the trade's list. */
@Tag("issue-derived")
class IssueDerivedWeeksTest {

    private static final IsoWeek LAST_BURST = IsoWeek.of(2024, 20);
    private static final IsoWeek SILENT = IsoWeek.of(2024, 21);
    private static final IsoWeek CLOSED = IsoWeek.of(2024, 24);
    private static final IsoWeek AFTER = IsoWeek.of(2024, 25);
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);
    private static final Instant NOW = Instant.parse("2024-07-01T05:00:00Z");

    @TempDir
    static Path folder;

    private static SmallLandlord landlord;

    @BeforeAll
    static void publishTheWeeksAfterABurst() {
        landlord = SmallLandlord.in(folder.resolve("landlord"))
                .withBurst(LAST_BURST.monday().minusWeeks(2));
        LocalDate end = LocalDate.of(2024, 6, 30);
        landlord.deliver("incidents.csv", calmAfterTheBurst(landlord.incidents(FIRST_DAY, end)));
        landlord.deliver("incivilites.csv", calmAfterTheBurst(landlord.incivilities(FIRST_DAY, end)));
        run(LAST_BURST, SILENT, CLOSED, AFTER);
    }

    /** Without the usual trickle at the site from May on: no news but the burst. */
    private static String calmAfterTheBurst(String rows) {
        return rows.lines()
                .filter(row -> !(row.contains(";RES2;") && row.matches(".*2024-0[5-7]-.*")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** 5, asked of Superset and Metabase. */
    @Test
    void rerunOfTheSameWeekChangesNothing() {
        Map<String, String> before = FolderState.of(landlord.root().resolve("published"));

        WeeklyRun.Outcome again = run(SILENT);

        assertThat(again.unchanged()).containsExactly(SILENT);
        assertThat(FolderState.of(landlord.root().resolve("published"))).isEqualTo(before);
    }

    /** 7, asked of Metabase: no notice after the condition ended. */
    @Test
    void alertConditionGoneNoFurtherNoticeAndThePageShowsItClosedWithTheDate() throws IOException {
        assertThat(alerts(CLOSED).stringColumn("state").asList()).containsExactly("LEVEE");
        assertThat(alerts(CLOSED).booleanColumn("transmitted").get(0)).isFalse();
        assertThat(page(CLOSED, "index.html")).contains("Levées cette semaine (1)", "· levée<");
        assertThat(page(CLOSED, "site/RES2.html")).contains("S18 2024 à S24 2024");

        assertThat(alerts(AFTER).rowCount()).isZero();
        assertThat(page(AFTER, "index.html")).contains("Levées cette semaine (0)");
        assertThat(page(AFTER, "site/RES2.html")).contains("S18 2024 à S24 2024");
    }

    /** 8, as New York does with ongoing clusters: again only with at least one new case. */
    @Test
    void ongoingEpisodeWithNoNewFactIsListedAsSuchAndNotSentAgain() throws IOException {
        assertThat(alerts(LAST_BURST).booleanColumn("transmitted").get(0)).isTrue();

        assertThat(alerts(SILENT).stringColumn("state").asList()).containsExactly("EN_OBSERVATION");
        assertThat(alerts(SILENT).booleanColumn("transmitted").get(0)).isFalse();
        assertThat(page(SILENT, "index.html")).contains("En cours sans nouveau (1)");
        assertThat(page(SILENT, "liste/MED-1.html")).contains("Aucune alerte pour l’équipe cette semaine.");
    }

    /** 10, asked of Dagster: an old week does not make the data look fresh. */
    @Test
    void backfillOfOldWeeksDoesNotMoveTheNewestWeekNorItsFreshness() throws IOException {
        Map<String, String> newest = FolderState.of(landlord.published(AFTER));

        run(IsoWeek.of(2024, 2));

        assertThat(landlord.root().resolve("published/latest")).hasContent(AFTER.toString());
        assertThat(FolderState.of(landlord.published(AFTER))).isEqualTo(newest);
    }

    private static WeeklyRun.Outcome run(IsoWeek... weeks) {
        Workspace workspace = new Workspace(landlord.root());
        return new WeeklyRun(workspace, Settings.read(workspace.root()), new RunProgress(stage -> {}))
                .run(List.of(weeks), NOW);
    }

    private static Table alerts(IsoWeek week) {
        return ParquetTables.read(landlord.published(week), PublishedTables.ALERTS);
    }

    private static String page(IsoWeek week, String name) throws IOException {
        return Files.readString(landlord.published(week).resolve("pages").resolve(name));
    }
}
