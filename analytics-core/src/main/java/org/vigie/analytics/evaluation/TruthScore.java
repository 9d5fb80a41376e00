package org.vigie.analytics.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * Alerts against tensions that are known.
 *
 * <p>An alert belongs to a tension when it is at the same site and was opened while the tension was active or at most
 * {@value #GRACE_WEEKS} weeks after; the family does not matter. An alert opened before a tension starts cannot be due to
 * it. Only weeks of the period count, and an alert is one alert however many weeks it is shown.
 *
 * @param all every tension active in the period
 * @param strong those of factor {@value #STRONG_FACTOR} and more
 * @param alerts alerts shown in the period
 * @param falseAlerts those that belong to no tension
 * @param falsePerTeamWeek false alerts divided by weeks and teams
 * @param shareTrue share of alerts that belong to a tension; NaN without any alert
 */
public record TruthScore(
        Found all, Found strong, int alerts, int falseAlerts, double falsePerTeamWeek, double shareTrue) {

    private static final double STRONG_FACTOR = 2.5;
    private static final int GRACE_WEEKS = 4;
    private static final int EARLY_WEEKS = 4;

    /**
     * How many tensions were found and when.
     *
     * @param active tensions active in the period
     * @param alerted those with an alert opened and shown while they were active
     * @param alertedInFamily those of them with such an alert in their own family
     * @param started tensions that started in the period: only of these is it known how early they were found
     * @param alertedEarly those of them alerted in their first {@value #EARLY_WEEKS} weeks
     * @param medianWeeksToAlert weeks from the start to the first alert, median over those that started in the period and
     *     were alerted; 0 when told of the first week itself; NaN without any
     */
    public record Found(
            int active, int alerted, int alertedInFamily, int started, int alertedEarly, double medianWeeksToAlert) {}

    /** Judges the alerts of a run. */
    public static TruthScore of(List<KnownTension> tensions, List<RaisedAlert> alerts, EvaluationPeriod period) {
        List<KnownTension> active = tensions.stream().filter(period::touches).toList();
        List<KnownTension> strong = active.stream()
                .filter(tension -> tension.factor() >= STRONG_FACTOR)
                .toList();
        List<RaisedAlert> shown =
                alerts.stream().filter(alert -> !period.shown(alert).isEmpty()).toList();
        int total = shown.size();
        int wrong = (int) shown.stream()
                .filter(alert -> tensions.stream().noneMatch(tension -> belongs(alert, tension)))
                .count();
        double shareTrue = total == 0 ? Double.NaN : (double) (total - wrong) / total;
        return new TruthScore(
                found(active, shown, period),
                found(strong, shown, period),
                total,
                wrong,
                (double) wrong / period.teamWeeks(),
                shareTrue);
    }

    private static boolean belongs(RaisedAlert alert, KnownTension tension) {
        return alert.site().equals(tension.site()) && tension.activeIn(alert.opened(), GRACE_WEEKS);
    }

    private static Found found(List<KnownTension> tensions, List<RaisedAlert> alerts, EvaluationPeriod period) {
        int alerted = 0;
        int alertedInFamily = 0;
        int started = 0;
        List<Integer> weeksToAlert = new ArrayList<>();
        for (KnownTension tension : tensions) {
            List<RaisedAlert> own = alerts.stream()
                    .filter(alert -> belongs(alert, tension))
                    .filter(alert -> firstWhileActive(alert, tension, period).isPresent())
                    .toList();
            alerted += own.isEmpty() ? 0 : 1;
            alertedInFamily += own.stream().anyMatch(alert -> alert.family().equals(tension.family())) ? 1 : 0;
            if (period.contains(tension.start())) {
                started++;
                own.stream()
                        .flatMap(alert -> firstWhileActive(alert, tension, period).stream())
                        .min(Comparator.naturalOrder())
                        .ifPresent(first -> weeksToAlert.add(tension.start().weeksUntil(first)));
            }
        }
        int early =
                (int) weeksToAlert.stream().filter(weeks -> weeks < EARLY_WEEKS).count();
        return new Found(tensions.size(), alerted, alertedInFamily, started, early, median(weeksToAlert));
    }

    private static Optional<IsoWeek> firstWhileActive(
            RaisedAlert alert, KnownTension tension, EvaluationPeriod period) {
        return period.shown(alert).stream()
                .filter(week -> tension.activeIn(week, 0))
                .findFirst();
    }

    private static double median(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        if (count == 0) {
            return Double.NaN;
        }
        return (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2.0;
    }
}
