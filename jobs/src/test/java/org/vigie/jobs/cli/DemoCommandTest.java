package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.evaluation.TruthScore;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.run.TruthCheck;
import org.vigie.jobs.settings.Workspace;
import org.vigie.sample.SampleSettings;
import tech.tablesaw.api.Row;

/** The committed sample landlord, as {@code ./vigie demo} runs it. */
class DemoCommandTest {

    private static final IsoWeek WEEK = SampleSettings.DEFAULT.lastWeek();

    @TempDir
    static Path folder;

    private static Workspace workspace;
    private static CommandLineRun demo;

    @BeforeAll
    static void runOnce() {
        System.setProperty("vigie.home", "..");
        workspace = new Workspace(folder.resolve("demo"));
        demo = vigie("demo", "--out", workspace.root());
    }

    @AfterAll
    static void leaveHome() {
        System.clearProperty("vigie.home");
    }

    @Test
    void publishesAndSaysWhereToLookAndWhatItFound() {
        assertThat(demo.err()).isEmpty();
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out()).contains("pages/index.html", "tensions actives", "alertes transmises");
    }

    @Test
    void findsPlantedTensionsAndMostOfWhatItTellsIsTrueEnough() {
        TruthScore score = new TruthCheck(workspace).of(WEEK);

        assertThat(score.all().alerted()).isPositive();
        assertThat(score.alerts()).isPositive();
        assertThat(score.shareTrue()).isGreaterThan(0.3);
    }

    @Test
    void aSilentFeedAndMissingPresenceAreGreyNotGreen() {
        Map<String, String> agencies = new TreeMap<>();
        for (Row site : ParquetTables.read(workspace.published(WEEK), PublishedTables.SITES)) {
            agencies.put(site.getString("site_id"), site.getString("agency"));
        }
        Map<String, String> reasons = new TreeMap<>();
        for (Row site : ParquetTables.read(workspace.published(WEEK), PublishedTables.SCORES)) {
            if (site.getString("status").equals("GRIS")) {
                reasons.put(site.getString("site_id"), site.getString("reason_fr"));
            }
        }
        assertThat(reasons).containsKeys("RES0021", "RES0071", "RES0121");
        assertThat(agencies).containsValue("AG04");
        agencies.forEach((site, agency) -> {
            if (agency.equals("AG04")) {
                assertThat(reasons).as("AG04 brings no incivility reports").containsKey(site);
            }
        });
        assertThat(reasons.size()).as("not everything is grey").isLessThan(agencies.size() / 2);
    }
}
