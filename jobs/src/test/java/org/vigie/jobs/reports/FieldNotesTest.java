package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.alerts.AlertTables;
import org.vigie.jobs.alerts.FieldReport;
import org.vigie.jobs.alerts.Findings;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;
import org.vigie.jobs.staged.StagedTables;
import org.vigie.jobs.texts.Sentences;

class FieldNotesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private final TableRows told = TableRows.of(
            AlertTables.DECISIONS,
            "on_list",
            true,
            "answered",
            false,
            "p_value",
            1e-5,
            "family",
            "OCC",
            "week",
            MONDAY.minusWeeks(4));
    private final TableRows outcomes = TableRows.of(
            StagedTables.OUTCOMES,
            "outcome_on",
            MONDAY.minusWeeks(3),
            "known_at",
            MONDAY.minusWeeks(3).atTime(10, 0));

    @Test
    void saysHowOftenAlertsOfTheLevelWereRightWithAnInterval() {
        found(6, "CONFIRMED");
        found(2, "KNOWN");
        found(2, "NOTHING");

        FieldNotes notes = notes();

        Row alert = alert("state", "NOUVELLE", "held", "NOT");
        assertThat(notes.confirmed(alert).orElseThrow().mean()).isBetween(0.5, 0.6);
        assertThat(notes.field(alert, Sentences.FR))
                .startsWith("Sur 100 alertes de ce niveau depuis un an, 59 confirmées (entre ")
                .endsWith("d’après 10 suites.");
        assertThat(notes.field(alert("state", "NOUVELLE", "held", "NOT", "p_value", 0.5), Sentences.EN))
                .as("no alert of that level was checked")
                .isEmpty();
    }

    @Test
    void saysNothingWhileTooFewWereChecked() {
        found(2, "CONFIRMED");

        Row alert = alert("state", "NOUVELLE", "held", "NOT");
        assertThat(notes().confirmed(alert)).isEmpty();
        assertThat(notes().field(alert, Sentences.FR)).isEmpty();
    }

    @Test
    void saysWhyAnAlertStandsAsItDoes() {
        found(30, "NOTHING");

        FieldNotes notes = notes();

        assertThat(notes.note(alert("state", "NON_TRANSMISE", "held", "PRECISION"), Sentences.FR))
                .startsWith("Non transmise : « Occupation des espaces communs » n’alerte plus")
                .contains("Sur 30 alertes vérifiées en 26 semaines")
                .endsWith("sous le seuil de 20.");
        assertThat(notes.note(alert("state", "NON_TRANSMISE", "held", "CAPACITY"), Sentences.EN))
                .isEqualTo("Not transmitted: the team has no more room.");
        assertThat(notes.note(
                        alert("state", "SOURDINE", "held", "MUTED", "muted_until", MONDAY, "state_reason", "KNOWN"),
                        Sentences.FR))
                .isEqualTo("En sourdine jusqu’au 01/06/2026 : Déjà connue et suivie.");
        assertThat(notes.note(alert("state", "LEVEE", "held", "NOT", "state_reason", "RESOLUE"), Sentences.EN))
                .isEqualTo("Closed by a person: Situation settled.");
        assertThat(notes.note(alert("state", "LEVEE", "held", "NOT"), Sentences.EN))
                .isEmpty();
        assertThat(notes.note(alert("state", "NOUVELLE", "held", "NOT"), Sentences.EN))
                .isEmpty();
    }

    private void found(int alerts, String outcome) {
        for (int i = 0; i < alerts; i++) {
            String number = "A-2026-W18-" + outcome.replace("_", "") + i + "-OCC";
            told.row("alert_id", number);
            outcomes.row("alert_id", number, "outcome", outcome);
        }
    }

    private FieldNotes notes() {
        PrecisionSettings rule = PrecisionSettings.STANDARD;
        return new FieldNotes(FieldReport.of(told.dataset(), Findings.of(outcomes.dataset()), MONDAY, rule), rule);
    }

    private static Row alert(Object... columnsAndValues) {
        return TableRows.of(AlertTables.DECISIONS, "p_value", 1e-5, "family", "OCC")
                .row(columnsAndValues)
                .dataset()
                .first();
    }
}
