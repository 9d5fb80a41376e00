package org.vigie.jobs.staged;

import java.time.LocalDate;
import java.util.Optional;
import org.vigie.jobs.feeds.CodeList;

/** The small feeds: {@link StagedTables#PRESENCE}, {@link StagedTables#CALENDAR}, {@link StagedTables#OUTCOMES}. */
final class ReferenceTypers {

    /** A team of ten round the clock; more is a slip of the decimal comma. */
    private static final double MOST_HOURS = 10.0 * 7 * 24;

    private static final int MOST_VISITS = 10_000;

    private ReferenceTypers() {}

    static RowTyper.Typed presence(Cells cells) {
        LocalDate monday = cells.week("semaine");
        return RowTyper.Typed.on(
                monday.plusDays(6),
                monday,
                cells.siteRef("code_site").orElseThrow(() -> new RejectedValue(Rule.MISSING_PLACE, "code_site")),
                cells.requiredCode("equipe").code(),
                cells.required(cells.decimal("heures", 0, MOST_HOURS), "heures"),
                cells.whole("nb_passages", 0, MOST_VISITS).orElse(null),
                cells.code("origine").map(CodeList.Entry::code).orElse(null));
    }

    static RowTyper.Typed period(Cells cells) {
        LocalDate start = cells.requiredDay("date_debut");
        LocalDate end = cells.requiredDay("date_fin");
        if (end.isBefore(start)) {
            throw new RejectedValue(Rule.END_BEFORE_START, "date_fin");
        }
        return RowTyper.Typed.on(
                RowTyper.ALWAYS,
                start,
                end,
                cells.requiredCode("code").code(),
                cells.text("libelle").orElse(null));
    }

    static RowTyper.Typed outcome(Cells cells) {
        AlertNumber alert = AlertNumber.parse(cells.key("num_alerte"))
                .orElseThrow(() -> new RejectedValue(Rule.BAD_ALERT_NUMBER, "num_alerte"));
        LocalDate day = cells.notInFuture(cells.requiredDay("date_suite"), "date_suite");
        if (day.isBefore(alert.opened().monday())) {
            throw new RejectedValue(Rule.OUTCOME_BEFORE_ALERT, "date_suite");
        }
        Optional<String> decision = cells.code("decision").map(CodeList.Entry::code);
        Optional<String> reason = cells.code("motif").map(CodeList.Entry::code);
        Optional<LocalDate> until = cells.openDay("date_fin");
        refuseHalfDecision(day, decision, reason, until);
        return RowTyper.Typed.on(
                day,
                alert.toString(),
                day,
                cells.requiredCode("code_issue").code(),
                cells.code("code_action").map(CodeList.Entry::code).orElse(null),
                cells.code("role").map(CodeList.Entry::code).orElse(null),
                cells.openDay("date_revue").orElse(null),
                decision.orElse(null),
                reason.orElse(null),
                until.orElse(null));
    }

    /** A decision has a reason; muting also has an end. */
    private static void refuseHalfDecision(
            LocalDate day, Optional<String> decision, Optional<String> reason, Optional<LocalDate> until) {
        if (decision.isPresent() && reason.isEmpty()) {
            throw new RejectedValue(Rule.DECISION_WITHOUT_REASON, "motif");
        }
        if (decision.filter("SOURDINE"::equals).isPresent() && until.isEmpty()) {
            throw new RejectedValue(Rule.MISSING_VALUE, "date_fin");
        }
        if (until.filter(day::isAfter).isPresent()) {
            throw new RejectedValue(Rule.END_BEFORE_START, "date_fin");
        }
    }
}
