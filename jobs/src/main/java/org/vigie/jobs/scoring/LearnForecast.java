package org.vigie.jobs.scoring;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.forecast.CountModel;
import org.vigie.analytics.forecast.CountSums;
import org.vigie.analytics.forecast.ForecastRecord;
import org.vigie.analytics.forecast.Recalibration;
import org.vigie.jobs.detection.BucketSums;

/** Learns the models of a plan in passes over the sites, each a Newton step of all fits at once, and checks forecasts. */
final class LearnForecast {

    private static final int MOST_STEPS = 10;
    private static final double SHORT_STEP = 1e-4;

    private final Dataset<Row> sites;
    private final ForecastPlan plan;

    /** Learns from rows of {@link ForecastSite} in buckets. */
    LearnForecast(Dataset<Row> sites, ForecastPlan plan) {
        this.sites = sites;
        this.plan = plan;
    }

    /** Models of all fits, recalibrated. */
    ForecastModels learn() {
        ForecastModels models = ForecastModels.start(plan);
        for (int step = 0; step < MOST_STEPS && models.lastStep() > SHORT_STEP; step++) {
            models = nearer(models);
        }
        byte[][] records = pass(models, LearnForecast::records);
        return models.recalibrated(Stream.of(records)
                .map(fit -> Recalibration.fit(ForecastRecord.of(BucketSums.numbers(fit)), ForecastPlan.AHEAD))
                .toList());
    }

    /** What came of the forecasts of some weeks, as known at the end of another. */
    ForecastRecord check(ForecastModels models, int[] weeks, int asOf) {
        byte[][] records = pass(models, (rows, shared) -> {
            ForecastRecord record = new ForecastRecord();
            sites(rows)
                    .forEach(site -> IntStream.of(weeks)
                            .filter(week -> checkable(site, shared.plan(), week))
                            .forEach(week ->
                                    record.add(shared.probability(site, week), site.cameAfter(week, asOf) > 0)));
            return List.of(record.toArray());
        });
        return ForecastRecord.of(BucketSums.numbers(records[0]));
    }

    /** Sites of the rows of a bucket. */
    static Stream<ForecastSite> sites(Iterator<Row> rows) {
        return stream(rows).map(ForecastSite::new);
    }

    static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false);
    }

    private ForecastModels nearer(ForecastModels models) {
        byte[][] sums = pass(models, LearnForecast::sums);
        return models.with(IntStream.range(0, plan.fits())
                .mapToObj(fit -> {
                    CountModel model = models.model(fit);
                    return model.step(CountSums.of(model, BucketSums.numbers(sums[fit])));
                })
                .toList());
    }

    /** Sums over the sites of a bucket at some models. */
    private interface Pass extends java.io.Serializable {
        List<double[]> run(Iterator<Row> rows, ForecastModels models);
    }

    private byte[][] pass(ForecastModels models, Pass pass) {
        Broadcast<ForecastModels> shared = JavaSparkContext.fromSparkContext(
                        sites.sparkSession().sparkContext())
                .broadcast(models);
        byte[][] sums = BucketSums.over(sites, rows -> pass.run(rows, shared.value()));
        shared.destroy();
        return sums;
    }

    private static List<double[]> sums(Iterator<Row> rows, ForecastModels models) {
        ForecastPlan plan = models.plan();
        List<CountSums> sums = IntStream.range(0, plan.fits())
                .mapToObj(fit -> new CountSums(models.model(fit)))
                .toList();
        sites(rows).forEach(site -> {
            for (int fit = 0; fit < plan.fits(); fit++) {
                int asOf = plan.fit(fit);
                CountSums into = sums.get(fit);
                plan.learned(fit)
                        .filter(week -> checkable(site, plan, week))
                        .forEach(week -> into.add(site.terms(plan, week, 0), site.cameAfter(week, asOf)));
            }
        });
        return sums.stream().map(CountSums::toArray).toList();
    }

    private static List<double[]> records(Iterator<Row> rows, ForecastModels models) {
        ForecastPlan plan = models.plan();
        List<ForecastRecord> records = IntStream.range(0, plan.fits())
                .mapToObj(fit -> new ForecastRecord())
                .toList();
        sites(rows).forEach(site -> {
            for (int fit = 0; fit < plan.fits(); fit++) {
                int asOf = plan.fit(fit);
                ForecastRecord into = records.get(fit);
                plan.checked(fit)
                        .filter(week -> checkable(site, plan, week))
                        .forEach(week -> into.add(models.plain(site, week), site.cameAfter(week, asOf) > 0));
            }
        });
        return records.stream().map(ForecastRecord::toArray).toList();
    }

    /** Whether the site was followed in a week and in those that its forecast is about, and enough was known then. */
    private static boolean checkable(ForecastSite site, ForecastPlan plan, int week) {
        return plan.known(week) && site.followedIn(week) && site.followedIn(week + ForecastPlan.AHEAD);
    }
}
