package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.series.UsualRange;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * How much each feed brought beside what it usually brings: facts by week, as known at the end of their own week, so that a
 * week is compared with others at the same age; works, moves and presence, which come in larger lots, by thirteen weeks up
 * to the newest that was delivered whole: that a lot is still to come is a matter of freshness, not of volume.
 */
final class VolumeTable {

    private static final int LOT_WEEKS = 13;
    private static final int PERIODS_COMPARED = 52;

    private final LocalDate monday;
    private final List<Row> rows = new ArrayList<>();

    private VolumeTable(LocalDate monday) {
        this.monday = monday;
    }

    /** Rows of the published table, for every feed that brought anything up to the week. */
    static List<Row> of(SiteWeeks joined, LocalDate monday) {
        VolumeTable table = new VolumeTable(monday);
        table.addFacts(joined.facts());
        table.addLots("works", table.byWeek(joined.works(), "known_on", 1));
        table.addLots("turnover", table.byWeek(joined.moves(), "known_on", "count"));
        table.addLots("presence", table.byWeek(joined.presence(), "week", 1));
        return table.rows;
    }

    private void addFacts(Dataset<Row> facts) {
        Map<String, Map<LocalDate, Integer>> byFeed = new TreeMap<>();
        facts.where(col("fate").isin("used", "superseded").and(col("known_on").leq(col("week"))))
                .where(col("week").leq(lit(monday)).and(col("week").gt(lit(oldest(1)))))
                .groupBy(lower(col("feed")), col("week"))
                .agg(count(lit(1)).cast("int"))
                .collectAsList()
                .forEach(row -> byFeed.computeIfAbsent(row.getString(0), feed -> new HashMap<>())
                        .put(row.getAs(1), row.getInt(2)));
        byFeed.forEach((feed, weeks) -> add(feed, 1, monday, weeks));
    }

    private void addLots(String feed, Map<LocalDate, Integer> weeks) {
        LocalDate newest = weeks.keySet().stream().max(LocalDate::compareTo).orElse(monday);
        add(feed, LOT_WEEKS, newest.isBefore(monday) ? newest.minusWeeks(1) : monday, weeks);
    }

    private Map<LocalDate, Integer> byWeek(Dataset<Row> told, String week, int each) {
        return byWeek(told.withColumn("each", lit(each)), week, "each");
    }

    private Map<LocalDate, Integer> byWeek(Dataset<Row> told, String week, String counted) {
        Map<LocalDate, Integer> weeks = new HashMap<>();
        told.where(col(week).leq(lit(monday)).and(col(week).gt(lit(oldest(LOT_WEEKS)))))
                .groupBy(col(week))
                .agg(sum(abs(col(counted))).cast("int"))
                .collectAsList()
                .forEach(row -> weeks.put(row.getAs(0), row.getInt(1)));
        return weeks;
    }

    /** Monday before the first week looked at. */
    private LocalDate oldest(int span) {
        return monday.minusWeeks((long) PERIODS_COMPARED + span);
    }

    private void add(String feed, int span, LocalDate last, Map<LocalDate, Integer> weeks) {
        Optional<LocalDate> first = weeks.keySet().stream().min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return;
        }
        int[] past = IntStream.rangeClosed(1, PERIODS_COMPARED)
                .mapToObj(last::minusWeeks)
                .filter(end -> !end.minusWeeks(span - 1L).isBefore(first.get()))
                .mapToInt(end -> total(weeks, end, span))
                .toArray();
        rows.add(row(feed, span, total(weeks, last, span), past));
    }

    private static int total(Map<LocalDate, Integer> weeks, LocalDate end, int span) {
        int total = 0;
        for (int back = 0; back < span; back++) {
            total += weeks.getOrDefault(end.minusWeeks(back), 0);
        }
        return total;
    }

    private Row row(String feed, int span, int observed, int[] past) {
        Optional<UsualRange> usual = UsualRange.after(past);
        @Nullable Integer low = usual.map(UsualRange::low).orElse(null);
        @Nullable Integer high = usual.map(UsualRange::high).orElse(null);
        return RowFactory.create(feed, monday, span, observed, low, high, past.length, state(observed, usual));
    }

    private static String state(int observed, Optional<UsualRange> usual) {
        if (usual.isEmpty()) {
            return "HISTORIQUE_COURT";
        }
        return usual.get().holds(observed) ? "HABITUEL" : observed < usual.get().low() ? "EN_DESSOUS" : "AU_DESSUS";
    }
}
