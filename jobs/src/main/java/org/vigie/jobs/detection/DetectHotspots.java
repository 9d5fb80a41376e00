package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.spacetime.OverdispersedCount;

/**
 * Neighbourhoods whose sites stand out together: facts of four weeks against the sum of what is expected of each site.
 * The dispersion of such sums is taken from the same neighbourhoods' own past year.
 */
public final class DetectHotspots {

    private static final int WINDOW_WEEKS = 4;
    private static final double SHOWN_BELOW = 0.02;
    private static final int MINIMUM_SITES = 2;

    private DetectHotspots() {}

    /**
     * A neighbourhood that stands out.
     *
     * @param areaId neighbourhood
     * @param sites its sites, sorted
     * @param observed facts of four weeks
     * @param expected facts expected
     * @param pValue chance of as many
     * @param relativeRisk observed over expected, against the same of all other neighbourhoods
     */
    public record Hotspot(
            String areaId, List<String> sites, long observed, double expected, double pValue, double relativeRisk) {

        /** Copies the list. */
        public Hotspot {
            sites = List.copyOf(sites);
        }
    }

    private record Window(String areaId, LocalDate asOf, long observed, double expected, long sites) {
        double squaredDeviation() {
            return (observed - expected) * (observed - expected) / expected;
        }
    }

    /** Neighbourhoods that stand out in a week, strongest first. */
    public static List<Hotspot> in(Dataset<Row> evidence, Dataset<Row> sites, LocalDate asOf) {
        Dataset<Row> located = evidence.join(
                sites.select(col("site_id"), col("area_id"))
                        .where(col("area_id").notEqual("HORS")),
                "site_id");
        List<Window> windows = windows(located);
        List<Window> past =
                windows.stream().filter(window -> !window.asOf().equals(asOf)).toList();
        double dispersion = OverdispersedCount.dispersion(
                past.stream().mapToDouble(Window::squaredDeviation).sum(), past.size());
        List<Window> now =
                windows.stream().filter(window -> window.asOf().equals(asOf)).toList();
        long observed = now.stream().mapToLong(Window::observed).sum();
        double expected = now.stream().mapToDouble(Window::expected).sum();
        List<Hotspot> found = new ArrayList<>();
        for (Window window : now) {
            double p = OverdispersedCount.upperTail(window.observed(), window.expected(), dispersion);
            if (p <= SHOWN_BELOW && window.sites() >= MINIMUM_SITES) {
                double elsewhere = (observed - window.observed()) / Math.max(1e-9, expected - window.expected());
                double risk = window.observed() / window.expected() / Math.max(1e-9, elsewhere);
                found.add(new Hotspot(
                        window.areaId(), members(located, window), window.observed(), window.expected(), p, risk));
            }
        }
        found.sort(Comparator.comparingDouble(Hotspot::pValue).thenComparing(Hotspot::areaId));
        return found;
    }

    private static List<Window> windows(Dataset<Row> located) {
        return located
                .where(col("recent_expected").isNotNull())
                .groupBy("area_id", "as_of")
                .agg(
                        sum(col("recent_facts")).as("observed"),
                        // whole millionths, so that the sum does not depend on its order
                        sum(round(col("recent_expected").multiply(1e6)).cast("long"))
                                .divide(1e6)
                                .as("expected"),
                        count(lit(1)).as("sites"))
                .where(col("expected").gt(0))
                .orderBy("area_id", "as_of")
                .collectAsList()
                .stream()
                .map(row ->
                        new Window(row.getString(0), row.getAs(1), row.getLong(2), row.getDouble(3), row.getLong(4)))
                .toList();
    }

    private static List<String> members(Dataset<Row> located, Window window) {
        return located.where(
                        col("area_id").equalTo(window.areaId()).and(col("as_of").equalTo(lit(window.asOf()))))
                .where(col("recent_expected").isNotNull())
                .agg(sort_array(collect_list(col("site_id"))))
                .first()
                .getList(0);
    }

    /** Weeks in which chance does the same about once. */
    public static double recurrenceWeeks(double pValue) {
        return WINDOW_WEEKS / Math.max(pValue, 1e-9);
    }
}
