package org.vigie.jobs.scoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.radians;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.forecast.KnownCounts;
import org.vigie.jobs.detection.BucketSums;
import org.vigie.jobs.detection.SiteEvents;
import org.vigie.jobs.detection.WeekAxis;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * Facts of the kinds forecast around each site: in its cell of a grid of one kilometre and the eight around it, the site
 * itself included. Columns of the grid shift at whole degrees of latitude, where a few neighbours are missed.
 */
final class NearbyFacts {

    /** {@code near}: facts with weights that halve in two years, then weeks behind them, each for every week of the plan. */
    static final StructType SUMS =
            new StructType().add("cell", DataTypes.StringType).add("near", DataTypes.BinaryType);

    private static final double CELLS_PER_DEGREE = 111.1949;

    private NearbyFacts() {}

    /** (site_id, near) of all sites that have coordinates. */
    static Dataset<Row> of(SiteWeeks joined, ForecastPlan plan) {
        Dataset<Row> sites = joined.sites()
                .where(col("longitude").isNotNull().and(col("latitude").isNotNull()))
                .withColumn("north", floor(col("latitude").multiply(CELLS_PER_DEGREE)))
                .withColumn("east", east());
        Dataset<Row> homes = sites.select(col("site_id"), cell(lit(0), lit(0)).as("cell"));
        Dataset<Row> reached = sites.withColumn("step_north", explode(steps()))
                .withColumn("step_east", explode(steps()))
                .withColumn("cell", cell(col("step_north"), col("step_east")))
                .join(homes.select("cell").distinct(), "cell");
        FlatMapGroupsFunction<String, Row, Row> sums =
                (cell, rows) -> List.of(sums(cell, rows, plan)).iterator();
        Dataset<Row> near = facts(joined, reached, plan)
                .unionByName(sitesByStart(reached))
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapSortedGroups(new Column[] {col("kind"), col("week"), col("known")}, sums, Encoders.row(SUMS));
        return homes.join(near, "cell").select("site_id", "near");
    }

    private static Dataset<Row> facts(SiteWeeks joined, Dataset<Row> reached, ForecastPlan plan) {
        LocalDate last = WeekAxis.mondayOf(plan.first() + plan.length() - 1);
        return joined.counts()
                .where(col("escalation")
                        .and(col("known_on").leq(lit(last)))
                        .and(col("week").geq(lit(WeekAxis.mondayOf(plan.oldestFacts())))))
                .join(reached.select("site_id", "cell"), "site_id")
                .groupBy(
                        col("cell"),
                        lit("facts").as("kind"),
                        SiteEvents.week(col("week")).as("week"),
                        SiteEvents.week(col("known_on")).as("known"))
                .agg(sum(col("count")).cast("double").as("value"));
    }

    private static Dataset<Row> sitesByStart(Dataset<Row> reached) {
        return reached.groupBy(
                        col("cell"),
                        lit("sites").as("kind"),
                        SiteEvents.week(col("followed_from")).as("week"),
                        lit(0).as("known"))
                .agg(sum(lit(1)).cast("double").as("value"));
    }

    private static Row sums(String cell, Iterator<Row> rows, ForecastPlan plan) {
        List<Row> facts = new ArrayList<>();
        double[] sums = new double[2 * plan.length()];
        rows.forEachRemaining(row -> {
            if (row.<String>getAs("kind").equals("facts")) {
                facts.add(row);
            } else {
                int from = row.<Integer>getAs("week");
                for (int i = 0; i < plan.length(); i++) {
                    sums[plan.length() + i] += row.<Double>getAs("value")
                            * ForecastTerms.weeks(plan, plan.first() + i, from, ForecastTerms.TWO_YEARS);
                }
            }
        });
        KnownCounts counts = new KnownCounts(
                facts.stream().mapToInt(row -> row.<Integer>getAs("week")).toArray(),
                facts.stream().mapToInt(row -> row.<Integer>getAs("known")).toArray(),
                facts.stream().mapToDouble(row -> row.<Double>getAs("value")).toArray());
        double[] recent = counts.recent(plan.first(), plan.length(), ForecastTerms.TWO_YEARS);
        System.arraycopy(recent, 0, sums, 0, recent.length);
        return RowFactory.create(cell, BucketSums.bytes(sums));
    }

    private static Column east() {
        Column width = cos(radians(floor(col("latitude")).plus(0.5)));
        return floor(col("longitude").multiply(width).multiply(CELLS_PER_DEGREE));
    }

    private static Column cell(Column stepNorth, Column stepEast) {
        return org.apache.spark.sql.functions.concat_ws(
                " ", col("north").plus(stepNorth), col("east").plus(stepEast));
    }

    private static Column steps() {
        return array(IntStream.rangeClosed(-1, 1).mapToObj(step -> lit(step)).toArray(Column[]::new));
    }
}
