package org.vigie.jobs.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;
import org.vigie.analytics.series.SiteHistory;

/**
 * Learns what all sites share in two passes over the buckets of site events. A task gives one row per bucket, as long as
 * there are agencies and weeks, however many sites; the driver adds the rows in bucket order.
 */
final class EstimatePortfolio {

    private static final StructType PARTIAL = new StructType()
            .add("bucket", DataTypes.IntegerType)
            .add("sums", DataTypes.createArrayType(DataTypes.BinaryType));

    private EstimatePortfolio() {}

    static Portfolio from(Dataset<Row> events, JudgementPlan plan) {
        byte[][] totals = addInBucketOrder(events, rows -> {
            PooledTotals[] sums = new PooledTotals[plan.size()];
            forEachHistory(rows, plan, (position, asOf, history) -> {
                PooledTotals known = sums[position];
                if (known == null) {
                    known = new PooledTotals(plan.layout(asOf));
                    sums[position] = known;
                }
                known.add(history);
            });
            return partial(Arrays.stream(sums).map(sum -> sum == null ? null : sum.toArray()).toList());
        });
        Broadcast<Portfolio> firstPass = events.sparkSession()
                .sparkContext()
                .broadcast(new Portfolio(plan, totals, totals), scala.reflect.ClassTag$.MODULE$.apply(Portfolio.class));
        byte[][] moments = addInBucketOrder(events, rows -> {
            PooledMoments[] sums = new PooledMoments[plan.size()];
            forEachHistory(rows, plan, (position, asOf, history) -> {
                PooledMoments known = sums[position];
                if (known == null) {
                    known = new PooledMoments(firstPass.value().totals(asOf, position), PooledSettings.STANDARD);
                    sums[position] = known;
                }
                known.add(history);
            });
            return partial(Arrays.stream(sums).map(sum -> sum == null ? null : sum.toArray()).toList());
        });
        return new Portfolio(plan, totals, moments);
    }
}
