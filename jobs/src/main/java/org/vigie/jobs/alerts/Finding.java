package org.vigie.jobs.alerts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the field found of an alert on one day, in one version.
 *
 * @param alertId number of the alert
 * @param day day of the outcome
 * @param outcome what was found
 * @param action code of the action taken; empty if none
 * @param decision what a person decided; {@link Decision#NONE} if nothing
 * @param believed weeks in which this version was the newest known
 */
record Finding(String alertId, LocalDate day, Outcome outcome, String action, Decision decision, Believed believed)
        implements Serializable {

    /** Codes of {@code codes/alert_outcomes.csv}. */
    enum Outcome {
        CONFIRMED,
        KNOWN,
        CAUSE_WORKS,
        DATA,
        NOTHING,
        NOT_CHECKED;

        /** Whether somebody looked and could tell. */
        boolean checked() {
            return this != NOT_CHECKED;
        }

        /** Whether the alert pointed at something real, already known or explained by works included. */
        boolean right() {
            return this == CONFIRMED || this == KNOWN || this == CAUSE_WORKS;
        }
    }

    /**
     * A decision that only a person takes.
     *
     * @param kind SOURDINE, LEVEE or ROUGE; empty for none
     * @param reason code of the reason
     * @param until last day of it; far away when it has none
     * @param reviewOn day of the next review; far away when there is none
     */
    record Decision(String kind, String reason, LocalDate until, LocalDate reviewOn) implements Serializable {

        static final LocalDate FAR = LocalDate.of(9999, 12, 31);
        static final Decision NONE = new Decision("", "", FAR, FAR);

        boolean is(String wanted) {
            return kind.equals(wanted);
        }

        boolean taken() {
            return !kind.isEmpty();
        }
    }

    /**
     * Weeks of knowledge.
     *
     * @param from Monday of the first week
     * @param to Monday of the week in which another version took its place; far away while it stands
     */
    record Believed(LocalDate from, LocalDate to) implements Serializable {
        boolean in(LocalDate monday) {
            return !monday.isBefore(from) && monday.isBefore(to);
        }
    }

    /** A version out of {@code staged/outcomes} with its lifetime. */
    static Finding of(Row row) {
        return new Finding(
                row.getAs("alert_id"),
                row.getAs("outcome_on"),
                Outcome.valueOf(row.getAs("outcome")),
                text(row.getAs("action")),
                new Decision(
                        text(row.getAs("decision")),
                        text(row.getAs("decision_reason")),
                        day(row.getAs("decision_until")),
                        day(row.getAs("review_on"))),
                new Believed(row.getAs("known_on"), day(row.getAs("replaced_on"))));
    }

    /** Whether it answers the alert: somebody looked, acted or decided. */
    boolean answers() {
        return outcome.checked() || !action.isEmpty() || decision.taken();
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }

    private static LocalDate day(@Nullable LocalDate value) {
        return Optional.ofNullable(value).orElse(Decision.FAR);
    }
}
