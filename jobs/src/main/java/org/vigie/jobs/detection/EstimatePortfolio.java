package org.vigie.jobs.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledTotals;
import org.vigie.analytics.series.SiteHistory;

/**
 * Learns what all sites share in three passes over the buckets of site events. A task gives the sums of its bucket, as long
 * as there are agencies and weeks, however many sites; the driver adds them in bucket order.
 */
final class EstimatePortfolio {

    private static final StructType PARTIAL = new StructType()
            .add("bucket", DataTypes.IntegerType)
            .add("position", DataTypes.IntegerType)
            .add("sums", DataTypes.BinaryType);

    private EstimatePortfolio() {}

    static Portfolio from(Dataset<Row> events, JudgementPlan plan) {
        Portfolio none = new Portfolio(plan);
        Portfolio totals = none.with(addInBucketOrder(events, plan, rows -> totals(rows, plan)));
        Portfolio first = totals.with(moments(events, totals));
        return first.with(moments(events, first));
    }

    /** The second pass, and the third on the ground of the second. */
    private static byte[][] moments(Dataset<Row> events, Portfolio known) {
        Broadcast<Portfolio> shared = JavaSparkContext.fromSparkContext(
                        events.sparkSession().sparkContext())
                .broadcast(known);
        byte[][] sums = addInBucketOrder(events, known.plan(), rows -> moments(rows, shared.value()));
        shared.destroy();
        return sums;
    }

    private static List<double[]> totals(Iterator<Row> rows, JudgementPlan plan) {
        List<PooledTotals> sums = new ArrayList<>();
        plan.forEach((asOf, series) -> sums.add(new PooledTotals(plan.layout(asOf))));
        forEachHistory(rows, plan, (position, history) -> sums.get(position).add(history));
        return sums.stream().map(PooledTotals::toArray).toList();
    }

    private static List<double[]> moments(Iterator<Row> rows, Portfolio known) {
        JudgementPlan plan = known.plan();
        List<PooledMoments> sums = new ArrayList<>();
        plan.forEach((asOf, series) -> sums.add(known.noMoments(plan.position(asOf, series))));
        forEachHistory(rows, plan, (position, history) -> sums.get(position).add(history));
        return sums.stream().map(PooledMoments::toArray).toList();
    }

    private interface HistoryStep {
        void take(int position, SiteHistory history);
    }

    private static void forEachHistory(Iterator<Row> rows, JudgementPlan plan, HistoryStep step) {
        List<SiteRecord.Series> series = plan.series();
        Iterator<SiteRecord> sites = new SiteRecords(rows);
        while (sites.hasNext()) {
            SiteRecord site = sites.next();
            plan.forEach((asOf, which) -> {
                if (site.followedIn(asOf)) {
                    step.take(plan.position(asOf, which), plan.history(site, asOf, series.get(which)));
                }
            });
        }
    }

    /** Runs one pass: what each bucket gives is added position by position, in the order of the buckets. */
    private static byte[][] addInBucketOrder(Dataset<Row> events, JudgementPlan plan, PassOverBucket pass) {
        MapPartitionsFunction<Row, Row> task = rows -> {
            List<double[]> sums = pass.run(rows);
            List<Row> partial = new ArrayList<>();
            for (int position = 0; position < sums.size(); position++) {
                partial.add(
                        RowFactory.create(TaskContext.getPartitionId(), position, Portfolio.bytes(sums.get(position))));
            }
            return partial.iterator();
        };
        byte[][] total = new byte[plan.size()][];
        events.mapPartitions(task, Encoders.row(PARTIAL)).collectAsList().stream()
                .sorted(Comparator.comparingInt((Row row) -> row.getInt(0)))
                .collect(Collectors.groupingBy(row -> row.getInt(1)))
                .forEach((position, rows) -> total[position] = Portfolio.sum(rows.stream()
                        .map(row -> (byte[]) row.get(2))
                        .map((Function<byte[], double[]>) Portfolio::numbers)
                        .toList()));
        return total;
    }

    /** One pass over the rows of a bucket. */
    private interface PassOverBucket extends java.io.Serializable {
        List<double[]> run(Iterator<Row> rows);
    }
}
