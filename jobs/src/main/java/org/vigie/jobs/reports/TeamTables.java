package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.vigie.jobs.settings.AlertSettings;

/** Published tables that describe the work of teams. */
final class TeamTables {

    private static final int RANDOM_VISITS = 3;

    private TeamTables() {}

    /** Load of each team that has a site. */
    static Dataset<Row> teams(Dataset<Row> sites, Dataset<Row> decisions, AlertSettings alerts, LocalDate monday) {
        Map<String, Integer> capacity = new HashMap<>(alerts.capacity());
        int otherwise = alerts.defaultCapacity();
        UDF1<String, Integer> capacityOf = team -> capacity.getOrDefault(team, otherwise);
        Dataset<Row> told = decisions
                .groupBy("team")
                .agg(
                        times(col("on_list")).as("transmitted"),
                        times(col("state").equalTo("NOUVELLE")).as("new_alerts"),
                        times(col("state").equalTo("NON_TRANSMISE")).as("drawer"),
                        times(col("state").isin("LEVEE", "ANNULEE")).as("closed"));
        return sites.groupBy("team")
                .agg(count(lit(1)).cast("int").as("sites"))
                .join(told, new String[] {"team"}, "left")
                .na()
                .fill(0)
                .withColumn("week", lit(monday))
                .withColumn("capacity", udf(capacityOf, DataTypes.IntegerType).apply(col("team")));
    }

    /** Visits of each team: its alerts by sector, then calm sites drawn at random. */
    static Dataset<Row> visits(
            Dataset<Row> sites, Dataset<Row> decisions, Dataset<Row> scores, long seed, LocalDate monday) {
        Dataset<Row> alerts = decisions
                .where(col("on_list"))
                .join(sites.select("site_id", "sector"), "site_id")
                .select(
                        col("team"),
                        col("site_id"),
                        lit("ALERTE").as("kind"),
                        col("alert_id"),
                        concat_ws(" ", lit("0"), coalesce(col("sector"), lit("")), col("site_id"))
                                .as("place_in_tour"));
        Column draw = xxhash64(lit(seed), lit(monday.toString()), col("site_id"));
        Dataset<Row> random = sites.join(
                        scores.where(col("status").isin("VERT", "GRIS")).select("site_id"), "site_id")
                .join(decisions.select("site_id"), new String[] {"site_id"}, "left_anti")
                .withColumn("draw", row_number().over(Window.partitionBy("team").orderBy(draw)))
                .where(col("draw").leq(RANDOM_VISITS))
                .select(
                        col("team"),
                        col("site_id"),
                        lit("HASARD").as("kind"),
                        lit(null).cast("string").as("alert_id"),
                        concat_ws(" ", lit("1"), coalesce(col("sector"), lit("")), col("site_id"))
                                .as("place_in_tour"));
        return alerts.unionByName(random)
                .withColumn("week", lit(monday))
                .withColumn(
                        "visit_order",
                        row_number().over(Window.partitionBy("team").orderBy("place_in_tour")));
    }

    /** History of episodes: the newest thing known of each, with what the field found, as known in the week. */
    static Dataset<Row> episodes(Dataset<Row> decisions, Dataset<Row> outcomes) {
        String[] newest = {
            "site_id",
            "family",
            "opened_week",
            "closed_week",
            "state",
            "reopened",
            "opened_by",
            "opened_p_value",
            "opened_bound",
            "strongest_observed",
            "strongest_expected"
        };
        Column[] kept = Arrays.stream(newest)
                .map(name -> max_by(col(name), col("week")).as(name))
                .toArray(Column[]::new);
        return decisions
                .groupBy("episode_id", "alert_id")
                .agg(min(col("told_week")).as("first_told_week"), kept)
                .withColumnRenamed("strongest_observed", "observed")
                .withColumnRenamed("strongest_expected", "expected")
                .join(outcomes, new String[] {"alert_id"}, "left");
    }

    private static Column times(Column condition) {
        return sum(when(condition, 1).otherwise(0)).cast("int");
    }
}
