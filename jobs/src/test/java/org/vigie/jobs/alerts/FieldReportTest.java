package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;
import org.vigie.jobs.staged.StagedTables;

class FieldReportTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private final TableRows decisions = TableRows.of(
            AlertTables.DECISIONS, "team", "T1", "on_list", true, "answered", false, "p_value", 1e-5, "family", "OCC");
    private final TableRows outcomes = TableRows.of(
            StagedTables.OUTCOMES,
            "outcome_on",
            MONDAY.minusWeeks(3),
            "known_at",
            MONDAY.minusWeeks(3).atTime(10, 0));

    @Test
    void countsByLevelAndFamilyAtTheFirstTelling() {
        decisions
                .row("alert_id", "A1", "week", MONDAY.minusWeeks(4))
                .row("alert_id", "A1", "week", MONDAY.minusWeeks(3), "p_value", 0.5)
                .row("alert_id", "A2", "week", MONDAY.minusWeeks(4), "p_value", 0.01, "family", "ENV")
                .row("alert_id", "A3", "week", MONDAY.minusWeeks(4), "p_value", 0.1);
        outcomes.row("alert_id", "A1", "outcome", "CONFIRMED").row("alert_id", "A2", "outcome", "NOTHING");

        FieldReport report = report(MONDAY);

        assertThat(report.byLevel().groups().get("STRONG").of("CONFIRMED")).isEqualTo(1);
        assertThat(report.byLevel().groups().get("CLEAR").of("NOTHING")).isEqualTo(1);
        assertThat(report.byFamily().groups().get("OCC").alerts()).isEqualTo(2);
        assertThat(report.byLevel().groups().get("STRONG").confirmed().mean())
                .isGreaterThan(
                        report.byLevel().groups().get("CLEAR").confirmed().mean());
    }

    @Test
    void noOutcomeInTwoWeeksCountsAsNotChecked() {
        decisions
                .row("alert_id", "A1", "week", MONDAY.minusWeeks(2))
                .row("alert_id", "A2", "week", MONDAY.minusWeeks(1));

        FieldReport report = report(MONDAY);

        FieldRecord.Found found = report.byFamily().groups().get("OCC");
        assertThat(found.alerts()).isEqualTo(1);
        assertThat(found.of("NOT_CHECKED")).isEqualTo(1);
        assertThat(found.checked()).isZero();
        assertThat(report.outcomes())
                .extracting(row -> row.getString(0) + " " + row.getString(1) + " " + row.<LocalDate>getAs(2))
                .containsExactly("A1 NOT_CHECKED null");
    }

    @Test
    void readsOnlyWhatWasKnownInTheWeek() {
        decisions.row("alert_id", "A1", "week", MONDAY.minusWeeks(4));
        outcomes.row("alert_id", "A1", "outcome", "CONFIRMED")
                .row("alert_id", "A1", "outcome", "DATA", "known_at", MONDAY.atTime(9, 0));

        assertThat(outcome(report(MONDAY.minusWeeks(1)))).isEqualTo("CONFIRMED");
        assertThat(outcome(report(MONDAY))).isEqualTo("DATA");
        assertThat(outcome(report(MONDAY.minusWeeks(4)))).isEmpty();
    }

    private FieldReport report(LocalDate monday) {
        return FieldReport.of(decisions.dataset(), Findings.of(outcomes.dataset()), monday, PrecisionSettings.STANDARD);
    }

    private static String outcome(FieldReport report) {
        return report.outcomes().stream()
                .map((Row row) -> row.getString(1))
                .findFirst()
                .orElse("");
    }
}
