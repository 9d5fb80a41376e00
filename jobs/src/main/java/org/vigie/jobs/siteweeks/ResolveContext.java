package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.staged.VersionLog;

/** Gives works, movements and hours of presence their fate and their site. */
final class ResolveContext {

    private ResolveContext() {}

    /** Versions of plans by operation and site. */
    static Dataset<Row> works(Dataset<Row> staged, Dataset<Row> places, Dataset<Row> nearest) {
        Dataset<Row> versions =
                VersionLog.withLifetimes(staged, List.of("operation_id", "site_ref", "longitude"), List.of());
        Dataset<Row> located = versions.join(broadcast(nearest), new String[] {"file_id", "line"}, "left");
        Column start = coalesce(col("actual_start"), col("planned_start"));
        return withSites(located, places)
                .withColumn("site_id", coalesce(col("site_id"), col("near_site")))
                .withColumn("rule", rule(located.columns()))
                .withColumn("fate", fate())
                .withColumn("start", start)
                .withColumn("end", coalesce(col("actual_end"), col("planned_end")));
    }

    /** Movements by number. */
    static Dataset<Row> turnover(Dataset<Row> staged, Dataset<Row> places) {
        return withSites(VersionLog.withLifetimes(staged, List.of("movement_id"), List.of()), places)
                .withColumn("rule", rule(staged.columns()))
                .withColumn("fate", fate())
                .withColumn("week", VersionLog.monday(col("effective_on")));
    }

    /** Hours by week, site, team and reason. */
    static Dataset<Row> presence(Dataset<Row> staged, Dataset<Row> places) {
        Dataset<Row> versions =
                VersionLog.withLifetimes(staged, List.of("week", "site_ref", "team", "reason"), List.of());
        return withSites(versions, places)
                .withColumn("rule", rule(staged.columns()))
                .withColumn("fate", fate());
    }

    /** Hours that stand, per site and week. */
    static Dataset<Row> presencePerWeek(Dataset<Row> resolved) {
        Column onAlert = when(col("reason").equalTo("ALERTE"), col("hours")).otherwise(lit(0.0));
        return resolved.where(col("fate").equalTo("used"))
                .groupBy("site_id", "week")
                .agg(sum(col("hours")).as("hours"), sum(onAlert).as("alert_hours"));
    }

    private static Dataset<Row> withSites(Dataset<Row> rows, Dataset<Row> places) {
        Dataset<Row> codes = broadcast(
                places.select(col("place_ref").as("code"), col("site_id").as("code_site")));
        return rows.join(codes, col("site_ref").equalTo(col("code")), "left")
                .withColumn("site_id", col("code_site"))
                .withColumn("known_code", col("code").isNotNull());
    }

    private static Column rule(String[] columns) {
        boolean hasPoint = List.of(columns).contains("longitude");
        Column located = hasPoint ? col("longitude").isNotNull() : lit(false);
        return when(col("fate").equalTo("duplicate"), "repeated-row")
                .when(col("site_id").isNotNull().and(col("fate").equalTo("superseded")), "newer-version")
                .when(col("site_id").isNotNull(), lit(null).cast("string"))
                .when(col("site_ref").isNull().and(located), "far-from-every-site")
                .when(col("site_ref").isNull(), "missing-site")
                .when(col("known_code"), "place-above-residence")
                .otherwise("unknown-site");
    }

    private static Column fate() {
        return when(col("rule").isin("far-from-every-site", "place-above-residence"), "out_of_scope")
                .when(col("rule").isin("missing-site", "unknown-site"), "rejected")
                .otherwise(col("fate"));
    }
}
