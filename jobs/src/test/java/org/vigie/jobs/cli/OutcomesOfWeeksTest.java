package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.run.RunProgress;
import org.vigie.jobs.run.TakeOutcomes;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import tech.tablesaw.api.Row;

/** Outcomes from the file that a person types to the weeks that are published after it. */
class OutcomesOfWeeksTest {

    private static final IsoWeek OPENED = IsoWeek.of(2024, 18);
    private static final Instant LATER = Instant.parse("2024-06-17T05:00:00Z");

    @TempDir
    Path folder;

    private SmallLandlord landlord;
    private Workspace workspace;

    @BeforeEach
    void aBurstAtOneSite() {
        landlord = SmallLandlord.in(folder.resolve("landlord")).withBurst(OPENED.monday());
        workspace = new Workspace(landlord.root());
    }

    @Test
    void anOutcomeCountsFromTheWeekInWhichItBecameKnown() throws IOException {
        run(OPENED, OPENED.plusWeeks(1));
        Row alert = only(OPENED, PublishedTables.ALERTS);
        String number = alert.getString("alert_id");
        assertThat(alert.getString("state")).isEqualTo("NOUVELLE");
        assertThat(number).isEqualTo("A-2024-W18-RES2-" + alert.getString("family"));
        Map<String, String> before = FolderState.of(landlord.published(OPENED), OutcomesOfWeeksTest::isTable);

        take(
                "2024-05-07T08:00:00Z",
                number + ";07/05/2024;CONFIRMED;ROUGE;SECURITE;",
                "A-2024-W18-RES1-OCC;07/05/2024;CONFIRMED;;;");
        run(OPENED, OPENED.plusWeeks(1), OPENED.plusWeeks(2));

        assertThat(FolderState.of(landlord.published(OPENED), OutcomesOfWeeksTest::isTable))
                .as("a rerun of the week before the outcome gives the same tables")
                .isEqualTo(before);
        Row answered = only(OPENED.plusWeeks(1), PublishedTables.ALERTS);
        assertThat(answered.getString("alert_id")).isEqualTo(number);
        assertThat(answered.getString("state")).isEqualTo("PRISE_EN_CHARGE");
        assertThat(answered.getString("note_fr"))
                .isEqualTo("Prise en charge : Tension confirmée sur place (07/05/2024).");
        assertThat(site(OPENED.plusWeeks(1), "RES2").getString("status")).isEqualTo("ROUGE");
        assertThat(site(OPENED.plusWeeks(1), "RES2").getString("reason_fr"))
                .startsWith("Statut rouge décidé par une personne : Sécurité des habitants ou des équipes.");
        assertThat(site(OPENED, "RES2").getString("status")).isNotEqualTo("ROUGE");
        Row episode = only(OPENED.plusWeeks(2), PublishedTables.EPISODES);
        assertThat(episode.getString("outcome")).isEqualTo("CONFIRMED");
        assertThat(episode.getString("opened_by")).isEqualTo("three-facts");
        Row quality = quality(OPENED.plusWeeks(2));
        assertThat(quality.getInt("rows_read")).isEqualTo(2);
        assertThat(quality.getInt("rows_used")).isEqualTo(1);
        assertThat(quality.getInt("rows_out_of_scope")).isEqualTo(1);
        assertThat(quality.getString("reasons")).isEqualTo("unknown-alert=1");
    }

    @Test
    void anErrorOfDataCancelsAndItsCorrectionShowsAsACorrection() throws IOException {
        assumeTrue("full".equals(System.getProperty("vigie.suite")), "skipped: three more weeks, in the full suite");
        run(OPENED);
        String number = only(OPENED, PublishedTables.ALERTS).getString("alert_id");
        take("2024-05-07T08:00:00Z", number + ";07/05/2024;DATA;;;");
        take("2024-05-14T08:00:00Z", number + ";07/05/2024;CONFIRMED;;;");

        run(OPENED.plusWeeks(1), OPENED.plusWeeks(2));

        Row cancelled = only(OPENED.plusWeeks(1), PublishedTables.ALERTS);
        assertThat(cancelled.getString("state")).isEqualTo("ANNULEE");
        assertThat(cancelled.getBoolean("transmitted")).isFalse();
        Path page = landlord.published(OPENED.plusWeeks(1)).resolve("pages/index.html");
        assertThat(Files.readString(page).replace('\u202F', ' '))
                .contains("Annulée : Erreur ou rattrapage de saisie (07/05/2024).");
        Row corrected = only(OPENED.plusWeeks(2), PublishedTables.ALERTS);
        assertThat(corrected.getString("alert_id")).isEqualTo(number);
        assertThat(corrected.getString("state")).isEqualTo("PRISE_EN_CHARGE");
        assertThat(corrected.getBoolean("reopened")).isFalse();
    }

    private static boolean isTable(String name) {
        return name.endsWith(".parquet") && !name.endsWith("quality.parquet");
    }

    private void run(IsoWeek... weeks) {
        new WeeklyRun(workspace, Settings.read(workspace.root()), new RunProgress(stage -> {}))
                .run(List.of(weeks), LATER);
    }

    private void take(String at, String... rows) throws IOException {
        Path file = folder.resolve("suites.csv");
        Files.writeString(
                file, "num_alerte;date_suite;code_issue;decision;motif;date_fin\n" + String.join("\n", rows) + "\n");
        TakeOutcomes outcomes = new TakeOutcomes(workspace, Settings.read(workspace.root()), Instant.parse(at));
        TakeOutcomes.Told told = outcomes.read(file);
        assertThat(told.of("used")).isEqualTo(1);
        outcomes.keep(told);
    }

    private Row only(IsoWeek week, PublishedTable table) {
        tech.tablesaw.api.Table rows = ParquetTables.read(landlord.published(week), table);
        assertThat(rows.rowCount()).as(rows.print()).isEqualTo(1);
        return rows.row(0);
    }

    private Row site(IsoWeek week, String site) {
        return row(week, PublishedTables.SCORES, "site_id", site);
    }

    private Row quality(IsoWeek week) {
        return row(week, PublishedTables.QUALITY, "feed", "outcomes");
    }

    private Row row(IsoWeek week, PublishedTable table, String column, String wanted) {
        for (Row row : ParquetTables.read(landlord.published(week), table)) {
            if (row.getString(column).equals(wanted)) {
                return row;
            }
        }
        throw new AssertionError("no " + wanted + " in " + table.name());
    }
}
