package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.detection.DetectionTables;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;

class RaiseAlertsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final TableRows evidence = TableRows.of(
            DetectionTables.EVIDENCE,
            "team",
            "T1",
            "as_of",
            MONDAY,
            "p_value",
            0.9,
            "leading",
            "OCC",
            "score",
            1.0,
            "since_week",
            MONDAY.minusWeeks(2),
            "observed_since",
            5,
            "expected_since",
            1.0,
            "reported_since",
            2,
            "recent_facts",
            5,
            "recent_expected",
            1.0,
            "new_facts",
            true);

    @Test
    void aSiteThatStandsOutAmongAllIsToldToItsTeam() {
        evidence.row("site_id", "S1", "p_value", 1e-9).row("site_id", "S2").row("site_id", "S3");

        assertThat(decided(5)).containsExactly("T1 2026-03-02 S1 OCC NOUVELLE 2/5");
    }

    @Test
    void aSiteThatWasNotAssessedOpensNothing() {
        evidence.row("site_id", "S1", "p_value", null, "leading", null, "since_week", null);

        assertThat(decided(5)).isEmpty();
    }

    @Test
    void teamsHaveTheirOwnCapacityAndTheStrongestGoFirst() {
        evidence.row("site_id", "S1", "p_value", 1e-8)
                .row("site_id", "S2", "p_value", 1e-9)
                .row("site_id", "S3", "p_value", 1e-8, "team", "T2");

        assertThat(decided(1))
                .containsExactlyInAnyOrder(
                        "T1 2026-03-02 S2 OCC NOUVELLE 2/5",
                        "T1 2026-03-02 S1 OCC NON_TRANSMISE 2/5",
                        "T2 2026-03-02 S3 OCC NOUVELLE 2/5");
    }

    @Test
    void theWeeksOfATeamAreFoldedInTheirOrderWhateverTheOrderOfTheRows() {
        evidence.row("site_id", "S1", "as_of", MONDAY.plusWeeks(1), "new_facts", false)
                .row("site_id", "S1", "p_value", 1e-9);

        assertThat(decided(5))
                .containsExactly("T1 2026-03-02 S1 OCC NOUVELLE 2/5", "T1 2026-03-09 S1 OCC EN_OBSERVATION 2/5");
    }

    @Test
    void theBoundOfAWeekIsTheLargestValueThatStillStandsOut() {
        evidence.row("site_id", "S1", "p_value", 1e-6)
                .row("site_id", "S2", "p_value", 0.6)
                .row("site_id", "S3", "p_value", 0.9, "as_of", MONDAY.plusWeeks(1));

        Map<LocalDate, Double> bounds = RaiseAlerts.discoveryThresholds(evidence.dataset(), 0.1);

        assertThat(bounds.get(MONDAY)).isBetween(1e-6, 0.1);
        assertThat(bounds.get(MONDAY.plusWeeks(1))).isLessThan(0.2);
    }

    private List<String> decided(int capacity) {
        RaiseAlerts.AlertRules rules =
                new RaiseAlerts.AlertRules(0.1, Map.of("T1", capacity), 5, 3, PrecisionSettings.STANDARD);
        return RaiseAlerts.decide(evidence.dataset(), Findings.NONE, CarriedEpisodes.NONE, rules, 2)
                .orderBy("team", "week")
                .collectAsList()
                .stream()
                .map(RaiseAlertsTest::told)
                .toList();
    }

    private static String told(Row row) {
        return String.join(
                " ",
                row.<String>getAs("team"),
                row.getAs("week").toString(),
                row.getAs("site_id"),
                row.getAs("family"),
                row.getAs("state"),
                row.getAs("reported") + "/" + row.getAs("observed"));
    }
}
