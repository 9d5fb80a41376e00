package org.vigie.jobs.alerts;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.analytics.multiplicity.PValueHistogram;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;

/** Decides, week after week, which sites stand out among all, and what each team is told. */
public final class RaiseAlerts {

    private RaiseAlerts() {}

    /**
     * How alerts are decided.
     *
     * @param falseDiscoveryRate share of sites that may stand out by chance, among those that stand out
     * @param capacity open alerts that a team can follow, by team
     * @param defaultCapacity the same for teams that are not listed
     * @param newPerWeek new alerts that a team is told in a week
     * @param stop when a family stops alerting
     */
    public record AlertRules(
            double falseDiscoveryRate,
            Map<String, Integer> capacity,
            int defaultCapacity,
            int newPerWeek,
            PrecisionSettings stop) {

        /** Copies the map. */
        public AlertRules {
            capacity = Map.copyOf(capacity);
        }

        int capacityOf(String team) {
            return capacity.getOrDefault(team, defaultCapacity);
        }
    }

    /**
     * Rows of {@link AlertTables#DECISIONS} for every week of evidence, in the light of what the field found and of the
     * episodes that opened before the first of these weeks.
     */
    public static Dataset<Row> decide(
            Dataset<Row> evidence, Findings findings, CarriedEpisodes carried, AlertRules rules, int buckets) {
        HashMap<LocalDate, Double> thresholds =
                new HashMap<>(discoveryThresholds(evidence, rules.falseDiscoveryRate()));
        HashMap<String, Integer> capacity = new HashMap<>(rules.capacity());
        int defaultCapacity = rules.defaultCapacity();
        int newPerWeek = rules.newPerWeek();
        TeamWeeks.History history = new TeamWeeks.History(findings, carried);
        FamilyTrust trust = FamilyTrust.of(findings, thresholds.keySet(), rules.stop());
        MapPartitionsFunction<Row, Row> fold = rows -> new TeamWeeks(
                rows,
                thresholds,
                history,
                team -> new TeamLoad(capacity.getOrDefault(team, defaultCapacity), newPerWeek, trust));
        return evidence.repartition(buckets, col("team"))
                .sortWithinPartitions("team", "as_of", "site_id")
                .mapPartitions(fold, Encoders.row(AlertTables.DECISIONS.schema()));
    }

    /** For each week the largest p-value that still stands out among all sites judged in it. */
    static Map<LocalDate, Double> discoveryThresholds(Dataset<Row> evidence, double falseDiscoveryRate) {
        MapPartitionsFunction<Row, Row> count = rows -> {
            TreeMap<LocalDate, PValueHistogram> byWeek = new TreeMap<>();
            rows.forEachRemaining(row -> byWeek.computeIfAbsent(row.getAs("as_of"), week -> new PValueHistogram())
                    .add(row.<Double>getAs("p_value")));
            return byWeek.entrySet().stream()
                    .map(week ->
                            RowFactory.create(week.getKey(), week.getValue().toArray()))
                    .iterator();
        };
        TreeMap<LocalDate, PValueHistogram> all = new TreeMap<>();
        List<Row> partial = evidence.where(col("p_value").isNotNull())
                .select("as_of", "p_value")
                .mapPartitions(count, Encoders.row(HistogramRow.SCHEMA))
                .collectAsList();
        partial.stream()
                .sorted(Comparator.comparing((Row row) -> row.<LocalDate>getAs(0)))
                .forEach(row -> all.computeIfAbsent(row.getAs(0), week -> new PValueHistogram())
                        .addAll(HistogramRow.histogram(row)));
        Map<LocalDate, Double> thresholds = new TreeMap<>();
        all.forEach((week, histogram) -> thresholds.put(week, histogram.threshold(falseDiscoveryRate)));
        return thresholds;
    }
}
