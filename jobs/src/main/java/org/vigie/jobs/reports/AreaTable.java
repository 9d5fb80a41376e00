package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.shrinkage.GammaPoissonPrior;
import org.vigie.analytics.tension.Dynamics;
import org.vigie.jobs.detection.SilentWeek;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * Neighbourhoods by quarter, on the perimeter that sites have now for every quarter shown. Quarters count by the Monday
 * of their weeks; the last one runs up to the published week. Silence is not calm: weeks in which a feed of an agency
 * was silent count neither as facts nor as exposure of its sites, and a neighbourhood of which less than half of a
 * quarter is left is GRIS.
 */
final class AreaTable {

    private static final int QUARTERS = 9;
    private static final double INTERVAL_TAIL = 0.025;
    private static final double LEAST_SHARE = 0.5;
    private static final String NOT_ASSESSED = "GRIS";

    private final Map<String, Area> areas = new TreeMap<>();
    private final TreeMap<String, Integer> weeksOfPeriod = new TreeMap<>();
    private final Map<String, Map<String, Long>> facts = new HashMap<>();
    private final Map<String, Map<String, Integer>> silentWeeks = new HashMap<>();
    private final Map<String, String> trends = new HashMap<>();

    private record Area(String id, String generation, Map<String, Integer> dwellingsByAgency) {
        int dwellings() {
            return dwellingsByAgency.values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    private AreaTable() {}

    /** Rows for everybody in the mediation and prevention teams: exact counts. */
    static List<Row> exact(SiteWeeks joined, List<SilentWeek> silent, LocalDate monday) {
        return new AreaTable().read(joined, silent, monday).rows();
    }

    private AreaTable read(SiteWeeks joined, List<SilentWeek> silent, LocalDate monday) {
        LocalDate first = monday.with(IsoFields.DAY_OF_QUARTER, 1L).minusMonths(3L * (QUARTERS - 1));
        for (LocalDate week = first.plusDays((8 - first.getDayOfWeek().getValue()) % 7);
                !week.isAfter(monday);
                week = week.plusWeeks(1)) {
            weeksOfPeriod.merge(period(week), 1, Integer::sum);
        }
        silent.stream()
                .filter(one -> !one.week().isBefore(first) && !one.week().isAfter(monday))
                .forEach(one -> silentWeeks
                        .computeIfAbsent(one.agency(), agency -> new HashMap<>())
                        .merge(period(one.week()), 1, Integer::sum));
        Dataset<Row> sites = SiteTables.sites(joined, monday);
        readAreas(sites);
        Dataset<Row> counted = joined.counts()
                .where(col("known_on").leq(lit(monday)))
                .where(col("week").geq(lit(first)).and(col("week").leq(lit(monday))))
                .join(sites.select("site_id", "area_id", "agency"), "site_id")
                .join(broadcast(rows(silent, joined)), new String[] {"agency", "week"}, "left_anti")
                .groupBy(
                        col("area_id"),
                        concat(year(col("week")), lit("-Q"), quarter(col("week")))
                                .as("period"))
                .agg(sum(col("count")).as("facts"));
        for (Row row : counted.collectAsList()) {
            facts.computeIfAbsent(row.getString(1), period -> new HashMap<>()).put(row.getString(0), row.getLong(2));
        }
        trends.putAll(AreaTrends.of(joined, heardThroughout(silent, AreaTrends.first(monday)), monday));
        return this;
    }

    private static String period(LocalDate week) {
        return week.getYear() + "-Q" + week.get(IsoFields.QUARTER_OF_YEAR);
    }

    private void readAreas(Dataset<Row> sites) {
        for (Row row : sites.groupBy("area_id", "agency")
                .agg(
                        sum("dwellings").cast("int").as("dwellings"),
                        max("area_generation").as("generation"))
                .orderBy("area_id", "agency")
                .collectAsList()) {
            areas.computeIfAbsent(row.getString(0), id -> new Area(id, row.getString(3), new TreeMap<>()))
                    .dwellingsByAgency()
                    .put(row.getString(1), row.getInt(2));
        }
    }

    /** Dwellings of the neighbourhoods of which no agency had a silent feed since a Monday. */
    private Map<String, Integer> heardThroughout(List<SilentWeek> silent, LocalDate first) {
        Set<String> silentAgencies = silent.stream()
                .filter(one -> !one.week().isBefore(first))
                .map(SilentWeek::agency)
                .collect(Collectors.toSet());
        Map<String, Integer> dwellings = new TreeMap<>();
        for (Area area : areas.values()) {
            boolean heard = area.dwellingsByAgency().keySet().stream().noneMatch(silentAgencies::contains);
            if (heard && area.dwellings() > 0) {
                dwellings.put(area.id(), area.dwellings());
            }
        }
        return dwellings;
    }

    private static Dataset<Row> rows(List<SilentWeek> silent, SiteWeeks joined) {
        return joined.sites()
                .sparkSession()
                .createDataFrame(
                        silent.stream()
                                .map(one -> RowFactory.create(one.agency(), one.week()))
                                .toList(),
                        new StructType().add("agency", DataTypes.StringType).add("week", DataTypes.DateType));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String period : weeksOfPeriod.keySet()) {
            GammaPoissonPrior.Sums sums = new GammaPoissonPrior.Sums();
            assessed(period).forEach(area -> sums.add(facts(period, area), exposure(period, area)));
            GammaPoissonPrior prior = GammaPoissonPrior.fit(sums);
            double portfolio = prior.shape() / prior.rate();
            areas.values().forEach(area -> rows.add(row(period, area, prior, portfolio)));
        }
        return rows;
    }

    private Stream<Area> assessed(String period) {
        return areas.values().stream().filter(area -> isAssessed(period, area));
    }

    private boolean isAssessed(String period, Area area) {
        double whole = (double) weeks(period) * area.dwellings();
        return weeksOfPeriod.containsKey(period) && exposure(period, area) >= LEAST_SHARE * whole;
    }

    private Row row(String period, Area area, GammaPoissonPrior prior, double portfolio) {
        if (!isAssessed(period, area)) {
            return notAssessed(period, area);
        }
        long observed = facts(period, area);
        GammaPoissonPrior.Rate rate =
                prior.posterior((double) observed, (double) exposure(period, area), INTERVAL_TAIL);
        double scale = 100 * 365.25 / 7;
        String status =
                rate.low() > portfolio ? "AU_DESSUS" : rate.high() < portfolio ? "EN_DESSOUS" : "DANS_LA_MOYENNE";
        String before = yearBefore(period);
        boolean comparable = isAssessed(before, area) && facts(before, area) > 0;
        return RowFactory.create(
                period,
                area.id(),
                area.generation(),
                area.dwellings(),
                (int) observed,
                rate.mean() * scale,
                rate.low() * scale,
                rate.high() * scale,
                comparable ? (Double) change(period, before, area) : null,
                status,
                comparable ? dynamics(period, before, area) : null,
                period.equals(weeksOfPeriod.lastKey()) ? trends.get(area.id()) : null,
                false);
    }

    private static Row notAssessed(String period, Area area) {
        @Nullable Object nothing = null;
        return RowFactory.create(
                period,
                area.id(),
                area.generation(),
                area.dwellings(),
                nothing,
                nothing,
                nothing,
                nothing,
                nothing,
                NOT_ASSESSED,
                nothing,
                nothing,
                false);
    }

    /** Relative change of facts per dwelling and week on the same quarter a year before. */
    private double change(String period, String before, Area area) {
        double now = (double) facts(period, area) / exposure(period, area);
        double then = (double) facts(before, area) / exposure(before, area);
        return now / then - 1;
    }

    private String dynamics(String period, String before, Area area) {
        Dynamics dynamics = Dynamics.of(
                (int) facts(period, area),
                wholeWeeks(period, area),
                (int) facts(before, area),
                wholeWeeks(before, area));
        return switch (dynamics) {
            case IMPROVING -> "AMELIORATION";
            case STABLE -> "STABLE";
            case WORSENING -> "DEGRADATION";
        };
    }

    private long facts(String period, Area area) {
        return facts.getOrDefault(period, Map.of()).getOrDefault(area.id(), 0L);
    }

    /** Dwelling-weeks in which no feed was silent. */
    private long exposure(String period, Area area) {
        return area.dwellingsByAgency().entrySet().stream()
                .mapToLong(agency -> (long) heardWeeks(period, agency.getKey()) * Math.max(1, agency.getValue()))
                .sum();
    }

    private int heardWeeks(String period, String agency) {
        return weeks(period) - silentWeeks.getOrDefault(agency, Map.of()).getOrDefault(period, 0);
    }

    private double wholeWeeks(String period, Area area) {
        return (double) exposure(period, area) / Math.max(1, area.dwellings());
    }

    private int weeks(String period) {
        return weeksOfPeriod.getOrDefault(period, 1);
    }

    private static String yearBefore(String period) {
        return Integer.parseInt(period.substring(0, 4)) - 1 + period.substring(4);
    }
}
