package org.vigie.jobs.alerts;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.vigie.analytics.shrinkage.BetaPrior;
import org.vigie.jobs.alerts.Finding.Outcome;

/**
 * How often alerts were right, by group, as the field found: counts, and shares shrunken towards those of all groups with
 * 90 % intervals.
 *
 * @param groups group, such as a level or a family, to what was found
 */
public record FieldRecord(Map<String, Found> groups) implements Serializable {

    private static final double TAIL = 0.05;

    /** Copies the map. */
    public FieldRecord {
        groups = new TreeMap<>(groups);
    }

    /**
     * What was found of the alerts of one group.
     *
     * @param alerts alerts told
     * @param byOutcome alerts by code of their newest outcome, those not checked included
     * @param confirmed share confirmed of those checked
     * @param right share that pointed at something real: confirmed, known, or explained by works
     */
    public record Found(
            int alerts, TreeMap<String, Integer> byOutcome, BetaPrior.Share confirmed, BetaPrior.Share right)
            implements Serializable {

        /** Copies the map. */
        public Found {
            byOutcome = new TreeMap<>(byOutcome);
        }

        /** Alerts with this outcome. */
        public int of(String outcome) {
            return byOutcome.getOrDefault(outcome, 0);
        }

        /** Alerts of which somebody could tell on site. */
        public int checked() {
            return alerts - of(Outcome.NOT_CHECKED.name());
        }
    }

    /**
     * An alert told.
     *
     * @param group its group
     * @param outcome what was found of it
     */
    record Told(String group, Outcome outcome) {}

    static FieldRecord of(Collection<Told> told) {
        TreeMap<String, TreeMap<String, Integer>> counts = new TreeMap<>();
        told.forEach(alert -> counts.computeIfAbsent(alert.group(), group -> new TreeMap<>())
                .merge(alert.outcome().name(), 1, Integer::sum));
        BetaPrior confirmed = prior(counts, found -> sum(found, Outcome.CONFIRMED));
        BetaPrior right = prior(counts, FieldRecord::right);
        Map<String, Found> groups = new HashMap<>();
        counts.forEach((group, found) -> groups.put(
                group,
                new Found(
                        all(found),
                        found,
                        confirmed.posterior(sum(found, Outcome.CONFIRMED), checked(found), TAIL),
                        right.posterior(right(found), checked(found), TAIL))));
        return new FieldRecord(groups);
    }

    private static BetaPrior prior(
            TreeMap<String, TreeMap<String, Integer>> counts, ToDoubleFunction<Map<String, Integer>> successes) {
        double[] hits = counts.values().stream().mapToDouble(successes).toArray();
        double[] trials =
                counts.values().stream().mapToDouble(FieldRecord::checked).toArray();
        return BetaPrior.fit(hits, trials);
    }

    private static double right(Map<String, Integer> found) {
        return sum(found, Outcome.CONFIRMED) + sum(found, Outcome.KNOWN) + sum(found, Outcome.CAUSE_WORKS);
    }

    private static double checked(Map<String, Integer> found) {
        return all(found) - sum(found, Outcome.NOT_CHECKED);
    }

    private static int all(Map<String, Integer> found) {
        return found.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int sum(Map<String, Integer> found, Outcome outcome) {
        return found.getOrDefault(outcome.name(), 0);
    }
}
