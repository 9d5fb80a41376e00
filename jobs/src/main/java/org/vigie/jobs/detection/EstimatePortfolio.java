package org.vigie.jobs.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.baseline.PooledDelays;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledTotals;

/**
 * Learns what all sites share in three passes over the buckets of site events. A task gives the sums of its bucket, as long
 * as there are agencies and weeks, however many sites; the driver adds them in bucket order.
 */
final class EstimatePortfolio {

    private EstimatePortfolio() {}

    static Portfolio from(Dataset<Row> events, JudgementPlan plan, KnownCalendar calendar) {
        byte[][] sums = BucketSums.over(events, rows -> totalsAndDelays(rows, plan));
        Portfolio plain = new Portfolio(plan).with(Arrays.copyOf(sums, plan.size()));
        byte[][] delays = Arrays.copyOfRange(sums, plan.size(), sums.length);
        Portfolio totals = plain.knowing(new PortfolioOffsets(plain, delays, calendar).learn());
        Portfolio first = totals.with(moments(events, totals));
        return first.with(moments(events, first));
    }

    /** The second pass, and the third on the ground of the second. */
    private static byte[][] moments(Dataset<Row> events, Portfolio known) {
        Broadcast<Portfolio> shared = JavaSparkContext.fromSparkContext(
                        events.sparkSession().sparkContext())
                .broadcast(known);
        byte[][] sums = BucketSums.over(events, rows -> moments(rows, shared.value()));
        shared.destroy();
        return sums;
    }

    /** Totals of all positions, then their delays. */
    private static List<double[]> totalsAndDelays(Iterator<Row> rows, JudgementPlan plan) {
        List<SiteRecord.Series> all = plan.series();
        List<PooledTotals> totals = new ArrayList<>();
        List<PooledDelays> delays = new ArrayList<>();
        plan.forEach((asOf, series) -> {
            totals.add(new PooledTotals(plan.layout(asOf)));
            delays.add(new PooledDelays(plan.layout(asOf)));
        });
        forEachSeries(rows, plan, (site, asOf, series) -> {
            int position = plan.position(asOf, series);
            SiteRecord.Series which = all.get(series);
            totals.get(position).add(plan.history(site, asOf, which));
            site.addDelays(asOf, which, plan.group(site), delays.get(position));
        });
        return Stream.concat(
                        totals.stream().map(PooledTotals::toArray),
                        delays.stream().map(PooledDelays::toArray))
                .toList();
    }

    private static List<double[]> moments(Iterator<Row> rows, Portfolio known) {
        JudgementPlan plan = known.plan();
        List<PooledMoments> sums = new ArrayList<>();
        plan.forEach((asOf, series) -> sums.add(known.noMoments(plan.position(asOf, series))));
        List<SiteRecord.Series> all = plan.series();
        forEachSeries(
                rows,
                plan,
                (site, asOf, series) ->
                        sums.get(plan.position(asOf, series)).add(plan.history(site, asOf, all.get(series))));
        return sums.stream().map(PooledMoments::toArray).toList();
    }

    private interface SeriesStep {
        void take(SiteRecord site, int asOf, int series);
    }

    private static void forEachSeries(Iterator<Row> rows, JudgementPlan plan, SeriesStep step) {
        Iterator<SiteRecord> sites = new SiteRecords(rows);
        while (sites.hasNext()) {
            SiteRecord site = sites.next();
            plan.forEach((asOf, which) -> {
                if (site.followedIn(asOf)) {
                    step.take(site, asOf, which);
                }
            });
        }
    }
}
