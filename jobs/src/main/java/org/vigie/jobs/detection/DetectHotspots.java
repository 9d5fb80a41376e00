package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.analytics.spacetime.EvidenceHotspot;
import org.vigie.jobs.lake.Table;
import org.vigie.jobs.siteweeks.Origin;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * Looks for neighbouring sites that rise together, region by region. A region is an agency, so that a drift of its
 * reporting is common to all its sites; agencies of few sites make one region together. Sites without coordinates, sites
 * that were not followed over the whole history, and agencies with a silent feed are left out. Where hours of presence
 * are delivered only facts that do not follow presence count.
 */
public final class DetectHotspots {

    private static final int LEAST_SITES = 25;
    private static final int LEAST_WEEKS = 40;
    private static final double SHOWN_BELOW = 0.05;

    private final SiteWeeks joined;
    private final Weeks weeks;
    private final List<String> silentAgencies;

    /**
     * Weeks scanned, counted as in {@link WeekAxis}.
     *
     * @param first oldest week of the history
     * @param last week judged
     */
    record Weeks(int first, int last) implements Serializable {
        int count() {
            return last - first + 1;
        }
    }

    /**
     * What a search found.
     *
     * @param hotspots that are rare enough to be shown, rarest first
     * @param trends rows of {@link DetectionTables#TRENDS}
     */
    public record Found(List<Hotspot> hotspots, Dataset<Row> trends) {

        /** Copies the list. */
        public Found {
            hotspots = List.copyOf(hotspots);
        }
    }

    /** A search over what is known at the end of a week, from the first week of the history that was judged by. */
    public DetectHotspots(SiteWeeks joined, JudgeSites.Judgement judgement, LocalDate asOf) {
        this.joined = joined;
        this.weeks = new Weeks(WeekAxis.weekOf(judgement.since()), WeekAxis.weekOf(asOf));
        this.silentAgencies = judgement.silent().stream()
                .filter(silent -> silent.week().equals(asOf))
                .map(SilentWeek::agency)
                .toList();
    }

    /** Members of all that the scans found, rows of {@link DetectionTables#HOTSPOTS}. */
    public Dataset<Row> members() {
        return byRegion(DetectHotspots::members, DetectionTables.HOTSPOTS);
    }

    /** Trend classes of sites, rows of {@link DetectionTables#TRENDS}. */
    public Dataset<Row> trends() {
        return byRegion(DetectHotspots::trends, DetectionTables.TRENDS);
    }

    /** The hotspots that are rare enough to be shown, rarest first. */
    public static List<Hotspot> shown(Dataset<Row> members) {
        long regions = members.agg(countDistinct("region")).first().getLong(0);
        Map<String, List<Row>> found = new LinkedHashMap<>();
        members.where(col("p_value").leq(SHOWN_BELOW / Math.max(1, regions)))
                .orderBy(
                        col("p_value"),
                        col("region"),
                        col("number"),
                        col("posterior").desc(),
                        col("site_id"))
                .collectAsList()
                .forEach(row -> found.computeIfAbsent(row.getString(0) + " " + row.getInt(1), key -> new ArrayList<>())
                        .add(row));
        return found.values().stream()
                .map(rows -> hotspot(rows, regions))
                .sorted(Comparator.comparingDouble(Hotspot::pValue))
                .toList();
    }

    private static Hotspot hotspot(List<Row> rows, long regions) {
        Row first = rows.get(0);
        List<Hotspot.Member> members = rows.stream()
                .map(row -> new Hotspot.Member(
                        row.getAs("site_id"),
                        row.<Integer>getAs("site_observed"),
                        row.<Double>getAs("site_expected"),
                        row.<Double>getAs("posterior")))
                .toList();
        return new Hotspot(
                members,
                first.getAs("since_week"),
                first.<Integer>getAs("observed"),
                first.<Double>getAs("expected"),
                Math.min(1, first.<Double>getAs("p_value") * regions));
    }

    private interface RegionStep extends Serializable {
        void take(String name, ScanRegion region, Weeks weeks, List<Row> out);
    }

    private Dataset<Row> byRegion(RegionStep step, Table table) {
        Weeks scanned = weeks;
        FlatMapGroupsFunction<String, Row, Row> perRegion = (name, rows) -> {
            List<Row> out = new ArrayList<>();
            step.take(name, ScanRegion.read(rows, scanned), scanned, out);
            return out.iterator();
        };
        Dataset<Row> input = scanned.count() < LEAST_WEEKS ? siteWeeks().limit(0) : siteWeeks();
        return input.groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapSortedGroups(
                        new Column[] {col("site_id"), col("week")}, perRegion, Encoders.row(table.schema()));
    }

    private static void members(String name, ScanRegion region, Weeks weeks, List<Row> out) {
        int number = 0;
        for (EvidenceHotspot spot : region.hotspots()) {
            number++;
            for (EvidenceHotspot.Member member : spot.members()) {
                out.add(RowFactory.create(
                        name,
                        number,
                        region.site(member.site()),
                        WeekAxis.mondayOf(weeks.first() + spot.firstWeek()),
                        (int) member.observed(),
                        member.expected(),
                        member.posterior(),
                        (int) spot.observed(),
                        spot.expected(),
                        spot.pValue()));
            }
        }
        if (number == 0) {
            Object nothing = null;
            out.add(RowFactory.create(name, 0, nothing, nothing, nothing, nothing, nothing, nothing, nothing, 1.0));
        }
    }

    private static void trends(String name, ScanRegion region, Weeks weeks, List<Row> out) {
        region.trends().ifPresent(trends -> {
            for (int site = 0; site < region.size(); site++) {
                out.add(RowFactory.create(
                        region.site(site), trends.pattern(site).name()));
            }
        });
    }

    /** (region, site_id, week, count, longitude, latitude, dwellings, area_id); week is empty in rows without facts. */
    private Dataset<Row> siteWeeks() {
        Dataset<Row> sites = sites();
        LocalDate first = WeekAxis.mondayOf(weeks.first());
        LocalDate last = WeekAxis.mondayOf(weeks.last());
        Dataset<Row> facts = joined.counts()
                .where(col("known_on").leq(lit(last)))
                .where(col("week").geq(lit(first)).and(col("week").leq(lit(last))))
                .where(presenceDelivered() ? not(Origin.followsPresence(col("origin"))) : lit(true))
                .groupBy("site_id", "week")
                .agg(sum(col("count")).as("count"));
        Column week = floor(datediff(col("week"), lit(WeekAxis.mondayOf(0))).divide(7));
        return sites.join(facts, new String[] {"site_id"}, "left")
                .select(
                        col("region"),
                        col("site_id"),
                        week.cast("int").as("week"),
                        col("count"),
                        col("longitude"),
                        col("latitude"),
                        col("dwellings"),
                        col("area_id"));
    }

    private Dataset<Row> sites() {
        LocalDate first = WeekAxis.mondayOf(weeks.first());
        LocalDate last = WeekAxis.mondayOf(weeks.last());
        Dataset<Row> followed = joined.sites()
                .where(col("followed_from").leq(lit(first)))
                .where(coalesce(col("followed_to").geq(lit(last)), lit(true)))
                .where(col("longitude").isNotNull().and(col("latitude").isNotNull()))
                .where(not(col("agency").isin(silentAgencies.toArray())))
                .where(col("dwellings").gt(0));
        Dataset<Row> sizes = followed.groupBy("agency").agg(count(lit(1)).as("agency_sites"));
        return followed.join(broadcast(sizes), "agency")
                .withColumn(
                        "region",
                        when(col("agency_sites").geq(LEAST_SITES), col("agency"))
                                .otherwise(""));
    }

    private boolean presenceDelivered() {
        LocalDate last = WeekAxis.mondayOf(weeks.last());
        return !joined.presence()
                .where(col("hours").gt(0).and(col("week").leq(lit(last))))
                .isEmpty();
    }
}
