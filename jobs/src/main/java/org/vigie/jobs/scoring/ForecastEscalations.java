package org.vigie.jobs.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;
import org.vigie.analytics.forecast.CountModel;
import org.vigie.analytics.forecast.ForecastRecord;
import org.vigie.analytics.forecast.KnownCounts;
import org.vigie.analytics.forecast.Reliability;
import org.vigie.jobs.detection.SiteEvents;
import org.vigie.jobs.detection.SiteRecords;
import org.vigie.jobs.detection.WeekAxis;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * Forecasts, for any list of weeks, how likely each site has at least one escalation fact in the four weeks after. Each
 * forecast is what somebody could have said at the end of its week: terms as known then, by a model that was fitted and
 * recalibrated on what was known when it was fitted, in that week or at most eleven weeks before.
 */
public final class ForecastEscalations {

    private static final int RELIABILITY_WEEKS = 52;

    private final SiteWeeks joined;
    private final Dataset<Row> evidence;
    private final int buckets;

    /**
     * Forecasts over joined feeds.
     *
     * @param joined site-weeks
     * @param evidence (site_id, as_of, p_value) of weeks that detectors judged; weeks without are taken as ordinary
     * @param buckets hash buckets in which sums over sites are taken
     */
    public ForecastEscalations(SiteWeeks joined, Dataset<Row> evidence, int buckets) {
        this.joined = joined;
        this.evidence = evidence;
        this.buckets = buckets;
    }

    /**
     * Forecasts of a week and what came of earlier ones.
     *
     * @param forecasts rows of {@link ScoringTables#FORECASTS}
     * @param reliability forecasts of the newest 52 weeks whose outcome is known, in all and by tenths
     */
    public record Published(Dataset<Row> forecasts, List<Reliability.Group> reliability) {

        /** Copies the list. */
        public Published {
            reliability = List.copyOf(reliability);
        }
    }

    /** Forecasts of one week with the reliability of those of the year before. */
    public Published published(LocalDate monday) {
        int last = WeekAxis.weekOf(monday);
        int newest = last - ForecastPlan.AHEAD;
        int[] past =
                IntStream.rangeClosed(newest - RELIABILITY_WEEKS + 1, newest).toArray();
        ForecastPlan plan = plan(IntStream.concat(IntStream.of(past), IntStream.of(last)));
        Dataset<Row> sites = sites(plan);
        LearnForecast learner = new LearnForecast(sites, plan);
        ForecastModels models = learner.learn();
        ForecastRecord record = learner.check(models, past, last);
        Dataset<Row> forecasts = forecasts(sites, models, new int[] {last}).persist(StorageLevel.MEMORY_AND_DISK());
        forecasts.count(); // so that the terms of all weeks need not stay
        sites.unpersist();
        return new Published(forecasts, Reliability.groups(record, ForecastPlan.AHEAD));
    }

    /**
     * Forecasts of past weeks, each as known then.
     *
     * @param mondays weeks; models are fitted in the newest and every twelve weeks before it
     * @return rows of {@link ScoringTables#FORECASTS}, one for each site and week in which it was followed
     */
    public Dataset<Row> of(List<LocalDate> mondays) {
        int[] weeks = mondays.stream().mapToInt(WeekAxis::weekOf).toArray();
        ForecastPlan plan = plan(IntStream.of(weeks));
        Dataset<Row> sites = sites(plan);
        return forecasts(sites, new LearnForecast(sites, plan).learn(), weeks);
    }

    /** Facts of all sites together by week and week of knowledge: small, whatever the number of sites. */
    private ForecastPlan plan(IntStream weeks) {
        List<Row> sums = joined.counts()
                .where(col("escalation"))
                .groupBy(
                        SiteEvents.week(col("week")).as("week"),
                        SiteEvents.week(col("known_on")).as("known"))
                .agg(sum(col("count")).cast("double"))
                .collectAsList();
        KnownCounts all = new KnownCounts(
                sums.stream().mapToInt(row -> row.getInt(0)).toArray(),
                sums.stream().mapToInt(row -> row.getInt(1)).toArray(),
                sums.stream().mapToDouble(row -> row.getDouble(2)).toArray());
        return new ForecastPlan(weeks.boxed().toList(), all);
    }

    /** One row per site with all its terms, in buckets. */
    private Dataset<Row> sites(ForecastPlan plan) {
        MapPartitionsFunction<Row, Row> alone = rows -> LearnForecast.stream(new SiteRecords(rows))
                .map(site -> ForecastSite.alone(site, plan))
                .iterator();
        Dataset<Row> judged = evidence.where(col("p_value").isNotNull())
                .groupBy("site_id")
                .agg(sort_array(collect_list(struct(SiteEvents.week(col("as_of")), col("p_value"))))
                        .as("judged"));
        return SiteEvents.of(joined, WeekAxis.mondayOf(plan.oldestFacts()), buckets)
                .mapPartitions(alone, Encoders.row(ForecastSite.ALONE))
                .join(NearbyFacts.of(joined, plan), new String[] {"site_id"}, "left")
                .join(judged, new String[] {"site_id"}, "left")
                .map((MapFunction<Row, Row>) row -> ForecastSite.complete(row, plan), Encoders.row(ForecastSite.ALONE))
                .repartition(buckets, col("site_id"))
                .sortWithinPartitions("site_id")
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Dataset<Row> forecasts(Dataset<Row> sites, ForecastModels models, int[] weeks) {
        Broadcast<ForecastModels> shared = JavaSparkContext.fromSparkContext(
                        sites.sparkSession().sparkContext())
                .broadcast(models);
        FlatMapFunction<Row, Row> forecast = row -> {
            ForecastSite site = new ForecastSite(row);
            List<Row> rows = new ArrayList<>();
            for (int week : weeks) {
                if (site.followedIn(week)) {
                    CountModel.Chance chance = shared.value().chance(site, week);
                    rows.add(RowFactory.create(
                            site.siteId(),
                            WeekAxis.mondayOf(week),
                            chance.value(),
                            chance.low(),
                            chance.high(),
                            shared.value().expectedInEightWeeks(site, week)));
                }
            }
            return rows.iterator();
        };
        return sites.flatMap(forecast, Encoders.row(ScoringTables.FORECASTS.schema()));
    }
}
