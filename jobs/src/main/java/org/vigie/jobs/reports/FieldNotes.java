package org.vigie.jobs.reports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.vigie.analytics.shrinkage.BetaPrior;
import org.vigie.jobs.alerts.FieldRecord;
import org.vigie.jobs.alerts.FieldReport;
import org.vigie.jobs.alerts.Level;
import org.vigie.jobs.detection.SeriesLabels;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;
import org.vigie.jobs.texts.Sentences;

/** What the cards say of the field: how often such alerts were right, and why an alert stands as it does. */
final class FieldNotes implements Serializable {

    private static final long serialVersionUID = 1L;

    /** With fewer checks at a level the card says that it is too early to tell. */
    private static final int CHECKS_TO_TELL = 3;

    private final HashMap<String, FieldRecord.Found> levels;
    private final HashMap<String, FieldRecord.Found> recent;
    private final PrecisionSettings rule;

    FieldNotes(FieldReport report, PrecisionSettings rule) {
        this.levels = new HashMap<>(report.byLevel().groups());
        this.recent = new HashMap<>(report.recent().groups());
        this.rule = rule;
    }

    /** Share confirmed of alerts of the level of an alert, once enough of them were checked. */
    Optional<BetaPrior.Share> confirmed(Row alert) {
        return found(alert).map(FieldRecord.Found::confirmed);
    }

    private Optional<FieldRecord.Found> found(Row alert) {
        String level = Level.of(alert.<Double>getAs("p_value")).name();
        return Optional.ofNullable(levels.get(level)).filter(found -> found.checked() >= CHECKS_TO_TELL);
    }

    /** How often alerts of this level were right; empty while it is too early to tell. */
    String field(Row alert, Sentences sentences) {
        return found(alert).map(found -> field(found, sentences)).orElse("");
    }

    private static String field(FieldRecord.Found found, Sentences sentences) {
        long confirmed = per100(found.confirmed().mean());
        long right = Math.max(confirmed, per100(found.right().mean()));
        return sentences.say(
                "field.level",
                Map.of(
                        "confirmed",
                        confirmed,
                        "low",
                        per100(found.confirmed().low()),
                        "high",
                        per100(found.confirmed().high()),
                        "other",
                        right - confirmed,
                        "nothing",
                        100 - right,
                        "checked",
                        found.checked()));
    }

    /** Why an alert stands as it does, where that needs saying: muted, taken in charge, cancelled, held back. */
    String note(Row alert, Sentences sentences) {
        String state = alert.getAs("state");
        return switch (state) {
            case "SOURDINE" ->
                sentences.say(
                        "note.SOURDINE",
                        Map.of(
                                "until", day(alert.getAs("muted_until"), sentences),
                                "reason", reason(alert.getAs("state_reason"), sentences)));
            case "PRISE_EN_CHARGE" -> outcome("note.PRISE_EN_CHARGE", alert, sentences);
            case "ANNULEE" -> outcome("note.ANNULEE", alert, sentences);
            case "LEVEE" -> closed(alert, sentences);
            default -> held(alert, sentences);
        };
    }

    private static String closed(Row alert, Sentences sentences) {
        String reason = alert.getAs("state_reason");
        return reason == null ? "" : sentences.say("note.LEVEE", Map.of("reason", reason(reason, sentences)));
    }

    private String held(Row alert, Sentences sentences) {
        String held = alert.getAs("held");
        FieldRecord.Found found = recent.get(alert.<String>getAs("family"));
        if (held.equals("PRECISION") && found != null) {
            return sentences.say(
                    "note.PRECISION",
                    Map.of(
                            "family", SeriesLabels.of(alert.getAs("family"), sentences),
                            "checked", found.checked(),
                            "weeks", rule.weeks(),
                            "right", per100(found.right().mean()),
                            "high", per100(found.right().high()),
                            "bound", per100(rule.bound())));
        }
        return held.equals("CAPACITY") ? sentences.say("note.CAPACITY") : "";
    }

    private static String outcome(String key, Row alert, Sentences sentences) {
        String outcome = alert.getAs("outcome");
        return outcome == null
                ? ""
                : sentences.say(
                        key,
                        Map.of(
                                "outcome",
                                reason(outcome, sentences),
                                "day",
                                day(alert.getAs("outcome_on"), sentences)));
    }

    /** The words of a reason: one from the list of reasons, or an outcome that muted. */
    private static String reason(String code, Sentences sentences) {
        for (String list : List.of("decision_reasons", "alert_outcomes")) {
            CodeList codes = CodeList.named(list);
            if (codes.codes().contains(code)) {
                return sentences.label(codes.entry(code).attributes());
            }
        }
        return code;
    }

    private static String day(LocalDate day, Sentences sentences) {
        return sentences.day(day);
    }

    private static long per100(double share) {
        return Math.round(100 * share);
    }
}
