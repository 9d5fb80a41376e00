package org.vigie.jobs.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.shrinkage.BetaPrior;
import org.vigie.jobs.detection.SeriesLabels;
import org.vigie.jobs.texts.Sentences;

/** One card: the nine lines that make an alert actionable, in both languages. */
final class AlertCard {

    private static final int FACTS_FOR_HOURS = 8;
    private static final int BAND_HOURS = 4;
    private static final int WEEKS_TO_CLEAR = 4;
    private static final int REVIEW_DAY = 18;
    private static final int WEEKS_TO_DECIDE = 4;
    private static final int LONG_AGO = 51;
    private static final double MOST_RARE = 1e-6;

    /** States in which nobody need decide: somebody follows it, muted it, or it has ended. */
    private static final Set<String> FOLLOWED = Set.of("PRISE_EN_CHARGE", "SOURDINE", "LEVEE", "ANNULEE");

    private final Row alert;
    private final LocalDate monday;
    private final FieldNotes field;

    AlertCard(Row alert, LocalDate monday, FieldNotes field) {
        this.alert = alert;
        this.field = field;
        this.monday = monday;
    }

    Row toRow() {
        List<@Nullable Object> values = new ArrayList<>(figures());
        Optional<BetaPrior.Share> confirmed = field.confirmed(alert);
        values.add(confirmed.map(share -> 100 * share.mean()).orElse(null));
        values.addAll(sentences());
        values.add(confirmed.map(share -> 100 * share.low()).orElse(null));
        values.add(confirmed.map(share -> 100 * share.high()).orElse(null));
        values.add(field.field(alert, Sentences.FR));
        values.add(field.field(alert, Sentences.EN));
        values.add(field.note(alert, Sentences.FR));
        values.add(field.note(alert, Sentences.EN));
        values.addAll(overTime());
        return RowFactory.create(values.toArray());
    }

    /** When it was strongest, how the week itself stands, and since when nobody has acted. */
    private List<@Nullable Object> overTime() {
        int waiting = weeksWithoutAction();
        return Arrays.asList(
                alert.getAs("strongest_week"),
                1 / Math.max(alert.<Double>getAs("week_p_value"), MOST_RARE),
                waiting,
                waiting >= WEEKS_TO_DECIDE);
    }

    /** Weeks since the team was told, or since somebody last acted, while nobody follows it; 0 when somebody does. */
    private int weeksWithoutAction() {
        LocalDate told = alert.getAs("told_week");
        if (told == null || FOLLOWED.contains(alert.<String>getAs("state"))) {
            return 0;
        }
        LocalDate acted = alert.getAs("outcome_on");
        boolean answered = acted != null && alert.<Boolean>getAs("answered");
        LocalDate since = answered && acted.isAfter(told) ? acted : told;
        return (int) Math.max(0, ChronoUnit.WEEKS.between(since, monday));
    }

    private List<@Nullable Object> figures() {
        int observed = alert.<Integer>getAs("observed");
        int reported = alert.<Integer>getAs("reported");
        double pValue = alert.<Double>getAs("p_value");
        return Arrays.asList(
                alert.getAs("alert_id"),
                alert.getAs("episode_id"),
                alert.getAs("site_id"),
                alert.getAs("team"),
                monday,
                alert.getAs("state"),
                alert.getAs("reopened"),
                alert.getAs("on_list"),
                alert.getAs("family"),
                place(),
                observed,
                alert.getAs("expected"),
                reported,
                observed - reported,
                alert.getAs("since_week"),
                alert.getAs("score"),
                1 / Math.max(pValue, MOST_RARE));
    }

    private List<@Nullable Object> sentences() {
        return Arrays.asList(
                change(Sentences.FR),
                change(Sentences.EN),
                context(Sentences.FR),
                context(Sentences.EN),
                hours(Sentences.FR),
                hours(Sentences.EN),
                nextStep(Sentences.FR),
                nextStep(Sentences.EN),
                alert.getAs("team"),
                monday.plusDays(REVIEW_DAY),
                clears(Sentences.FR),
                clears(Sentences.EN));
    }

    private String change(Sentences sentences) {
        String now = sentences.say(
                "alert.change",
                Map.of(
                        "family", SeriesLabels.of(alert.getAs("family"), sentences),
                        "observed", alert.<Integer>getAs("observed"),
                        "expected", alert.<Double>getAs("expected"),
                        "since", sentences.week(alert.<LocalDate>getAs("since_week"))));
        LocalDate strongest = alert.getAs("strongest_week");
        return strongest == null || strongest.equals(monday) || strongest.isBefore(monday.minusWeeks(LONG_AGO))
                ? now
                : now + " " + sentences.say("alert.change.strongest", Map.of("week", sentences.week(strongest)));
    }

    private String context(Sentences sentences) {
        List<String> known = new ArrayList<>();
        int running = integer("works_running");
        int starting = integer("works_starting");
        if (running + starting > 0) {
            known.add(sentences.say(
                    "alert.context.works",
                    Map.of(
                            "running",
                            running,
                            "starting",
                            starting,
                            "both",
                            running > 0 && starting > 0 ? "yes" : "no",
                            "untold",
                            integer("works_untold"))));
        }
        int ended = integer("works_ended");
        if (ended > 0) {
            known.add(sentences.say("alert.context.ended", Map.of("works", ended)));
        }
        Double usual = alert.getAs("moves_usual");
        int moves = integer("moves");
        if (usual != null && moves > usual + 2 * Math.sqrt(usual)) {
            known.add(sentences.say("alert.context.moves", Map.of("moves", moves, "usual", usual)));
        }
        return known.isEmpty() ? sentences.say("alert.context.none") : String.join(" ", known);
    }

    private String nextStep(Sentences sentences) {
        String family = alert.getAs("family");
        String step = sentences.say("next." + family);
        return integer("works_untold") > 0 ? step + " " + sentences.say("next.works") : step;
    }

    private String clears(Sentences sentences) {
        double expected = alert.<Double>getAs("recent_expected");
        return sentences.say(
                "alert.clears",
                Map.of(
                        "limit", (int) Math.floor(expected + Math.sqrt(expected)) + 1,
                        "from", sentences.week(monday.plusWeeks(1)),
                        "to", sentences.week(monday.plusWeeks(WEEKS_TO_CLEAR))));
    }

    /** The buildings or entrances that hold at least a third of the facts, most first. */
    private String place() {
        List<Row> details = details();
        Map<String, Long> byPlace = details.stream()
                .filter(fact -> !fact.isNullAt(2) && !fact.getString(2).equals(alert.getAs("site_id")))
                .collect(Collectors.groupingBy(fact -> fact.getString(2), Collectors.counting()));
        return byPlace.entrySet().stream()
                .filter(place -> place.getValue() * 3 >= details.size() && place.getValue() > 1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(2)
                .collect(Collectors.joining(", "));
    }

    /** The four hours in which at least half of the facts happen; nothing under eight facts with an hour. */
    private String hours(Sentences sentences) {
        List<Row> timed = details().stream().filter(fact -> !fact.isNullAt(1)).toList();
        if (timed.size() < FACTS_FOR_HOURS) {
            return "";
        }
        Map<Integer, Long> byStart = new HashMap<>();
        for (int start = 0; start < 24; start++) {
            int from = start;
            byStart.put(
                    start,
                    timed.stream()
                            .filter(fact -> Math.floorMod(fact.getInt(1) - from, 24) < BAND_HOURS)
                            .count());
        }
        Map.Entry<Integer, Long> busiest = byStart.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
        if (busiest.getValue() * 2 < timed.size()) {
            return "";
        }
        return sentences.say(
                "alert.hours",
                Map.of(
                        "days", sentences.say("alert.hours." + days(timed)),
                        "from", busiest.getKey(),
                        "to", (busiest.getKey() + BAND_HOURS) % 24));
    }

    private static String days(List<Row> timed) {
        long weekend = timed.stream()
                .map(fact -> fact.<LocalDate>getAs(0).getDayOfWeek())
                .filter(day -> day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY)
                .count();
        if (weekend * 3 >= timed.size() * 2L) {
            return "weekend";
        }
        return weekend * 7 <= timed.size() ? "weekdays" : "always";
    }

    private List<Row> details() {
        int index = alert.fieldIndex("details");
        return alert.isNullAt(index) ? List.of() : alert.getList(index);
    }

    private int integer(String column) {
        Integer value = alert.getAs(column);
        return value == null ? 0 : value;
    }
}
