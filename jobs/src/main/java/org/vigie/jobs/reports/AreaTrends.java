package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.vigie.jobs.detection.PlaceTrends;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** Trend classes of neighbourhoods, each compared with all others; none where a feed was silent in the two years. */
final class AreaTrends {

    private static final int WEEKS = PlaceTrends.MOST_PERIODS * PlaceTrends.PERIOD_WEEKS;

    private AreaTrends() {}

    /** Monday of the first week looked at. */
    static LocalDate first(LocalDate monday) {
        return monday.minusWeeks(WEEKS - 1L);
    }

    /**
     * The class of each neighbourhood by its code.
     *
     * @param joined site-weeks
     * @param dwellings of the neighbourhoods in which no feed was silent since {@link #first}, above 0
     * @param monday the published week
     */
    static Map<String, String> of(SiteWeeks joined, Map<String, Integer> dwellings, LocalDate monday) {
        LocalDate first = first(monday);
        Column period = floor(datediff(col("week"), lit(first)).divide(7 * PlaceTrends.PERIOD_WEEKS))
                .cast("int");
        Map<String, int[]> facts = new TreeMap<>();
        dwellings.keySet().forEach(area -> facts.put(area, new int[PlaceTrends.MOST_PERIODS]));
        joined.counts()
                .where(col("known_on").leq(lit(monday)))
                .where(col("week").geq(lit(first)).and(col("week").leq(lit(monday))))
                .join(SiteTables.sites(joined, monday).select("site_id", "area_id"), "site_id")
                .groupBy(col("area_id"), period.as("period"))
                .agg(sum(col("count")).cast("int"))
                .collectAsList()
                .forEach(row -> facts.computeIfPresent(row.getString(0), (area, periods) -> {
                    periods[row.getInt(1)] += row.getInt(2);
                    return periods;
                }));
        return classes(facts, dwellings);
    }

    private static Map<String, String> classes(Map<String, int[]> facts, Map<String, Integer> dwellings) {
        List<String> areas = List.copyOf(facts.keySet());
        Map<String, String> classes = new TreeMap<>();
        PlaceTrends.of(
                        facts.values().toArray(int[][]::new),
                        areas.stream().mapToDouble(dwellings::get).toArray(),
                        IntStream.range(0, areas.size())
                                .mapToObj(area -> new int[] {area})
                                .toArray(int[][]::new))
                .ifPresent(trends -> IntStream.range(0, areas.size())
                        .forEach(area -> classes.put(
                                areas.get(area), trends.pattern(area).name())));
        return classes;
    }
}
