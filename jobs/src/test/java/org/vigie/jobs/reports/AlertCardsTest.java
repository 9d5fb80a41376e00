package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.alerts.AlertTables;
import org.vigie.jobs.alerts.FieldReport;
import org.vigie.jobs.alerts.Findings;
import org.vigie.jobs.detection.DetectionTables;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.scoring.ScoringTables;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.staged.StagedTables;

/** What a card says of the weeks that an episode has been through. */
class AlertCardsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

    private final TableRows decisions = TableRows.of(
            AlertTables.DECISIONS,
            "site_id",
            "RES1",
            "team",
            "MED-1",
            "week",
            MONDAY,
            "family",
            "OCC",
            "state",
            "EN_OBSERVATION",
            "held",
            "NO_NEWS",
            "on_list",
            false,
            "reopened",
            false,
            "answered",
            false,
            "since_week",
            MONDAY.minusWeeks(3),
            "observed",
            3,
            "expected",
            1.0,
            "reported",
            3,
            "score",
            8.0,
            "p_value",
            1e-5,
            "recent_expected",
            1.0,
            "muted_until",
            MONDAY.plusWeeks(2),
            "state_reason",
            "KNOWN",
            "strongest_week",
            MONDAY.minusWeeks(4),
            "week_p_value",
            0.5);

    @Test
    void countsTheSeriesOfTheEpisodeAsTheNewestWeekSeesIt() {
        Row card = cards("alert_id", "A");

        assertThat(card.<Integer>getAs("observed")).isEqualTo(15);
        assertThat(card.<Integer>getAs("discovered")).isEqualTo(4);
        assertThat(card.<LocalDate>getAs("since_week")).isEqualTo(MONDAY.minusWeeks(6));
        assertThat(plain(card.getAs("change_fr")))
                .endsWith(": 15 faits depuis S37, 5,0 attendus. Au plus fort en S39.");
        assertThat(plain(card.getAs("change_en"))).endsWith("Strongest in W39.");
        assertThat(card.<Double>getAs("recurrence_weeks"))
                .as("of the strongest week")
                .isGreaterThan(1000);
        assertThat(card.<Double>getAs("week_recurrence_weeks")).isEqualTo(2);
    }

    @Test
    void fourWeeksWithoutAnyActionMakeADecisionDue() {
        assertThat(waiting("told_week", MONDAY.minusWeeks(3))).isEqualTo("3 false");
        assertThat(waiting("told_week", MONDAY.minusWeeks(4))).isEqualTo("4 true");
        assertThat(waiting()).as("never told").isEqualTo("0 false");
    }

    @Test
    void nothingIsDueWhereSomebodyFollowsItOrItIsMutedOrOver() {
        for (String state : Set.of("PRISE_EN_CHARGE", "SOURDINE", "LEVEE", "ANNULEE")) {
            assertThat(waiting("told_week", MONDAY.minusWeeks(9), "state", state))
                    .as(state)
                    .isEqualTo("0 false");
        }
    }

    @Test
    void weeksCountFromTheLastAction() {
        assertThat(waiting("told_week", MONDAY.minusWeeks(12), "answered", true, "outcome_on", MONDAY.minusWeeks(5)))
                .isEqualTo("5 true");
        assertThat(waiting("told_week", MONDAY.minusWeeks(12), "answered", false, "outcome_on", MONDAY.minusWeeks(1)))
                .as("not checked is no action")
                .isEqualTo("12 true");
    }

    private String waiting(Object... columnsAndValues) {
        Row card = cards(columnsAndValues);
        return card.<Integer>getAs("waiting_weeks") + " " + card.<Boolean>getAs("decision_due");
    }

    private Row cards(Object... columnsAndValues) {
        TableRows verdicts = TableRows.of(
                        DetectionTables.VERDICTS,
                        "site_id",
                        "RES1",
                        "since_week",
                        MONDAY.minusWeeks(6),
                        "expected_since",
                        5.0)
                .row("series", "OCC", "observed_since", 15, "reported_since", 11)
                .row("series", "ALL", "observed_since", 40, "reported_since", 30);
        PrecisionSettings rule = PrecisionSettings.STANDARD;
        FieldReport nothingFound = FieldReport.of(
                TableRows.of(AlertTables.DECISIONS).dataset(),
                Findings.of(TableRows.of(StagedTables.OUTCOMES).dataset()),
                MONDAY,
                rule);
        AlertCards.Sources sources = new AlertCards.Sources(
                TableRows.of(SiteWeekTables.FACTS).dataset(),
                verdicts.dataset(),
                TableRows.of(ScoringTables.CONTEXT).dataset());
        return AlertCards.of(
                        decisions.row(columnsAndValues).dataset(), sources, MONDAY, new FieldNotes(nothingFound, rule))
                .collectAsList()
                .stream()
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}
