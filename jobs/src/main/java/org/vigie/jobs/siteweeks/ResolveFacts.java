package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.staged.VersionLog;

/**
 * Gives every row of the two fact feeds its fate and its site. The fates of a file's rows add up to its rows.
 *
 * <p>Several reports of one fact count once: {@link LinkedReports}.
 */
public final class ResolveFacts {

    private ResolveFacts() {}

    /**
     * Adds site, week, fate and the periods of knowledge in which each version counts.
     *
     * @param staged all rows of {@code staged/facts}
     * @param places codes with the unit at which they count
     * @param nearest unit of each fact that has coordinates but no code: (file_id, line, near_site)
     * @param escalationTypes kinds of facts that the forecast is about
     */
    static Dataset<Row> run(
            Dataset<Row> staged, Dataset<Row> places, Dataset<Row> nearest, List<String> escalationTypes) {
        Dataset<Row> versions = VersionLog.withLifetimes(staged, List.of("feed", "fact_id"), List.of("version"));
        Dataset<Row> placed = withSites(versions, places, nearest);
        return withFates(LinkedReports.withPeriods(placed))
                .withColumn("week", VersionLog.monday(col("fact_date")))
                .withColumn("origin", coalesce(col("origin"), lit(Origin.UNKNOWN.name())))
                .withColumn("escalation", col("type").isin(escalationTypes.toArray()))
                .withColumn("place_ref", col("site_ref"))
                .withColumn(
                        "counted",
                        col("fact_class")
                                .notEqual("CONTEXT")
                                .and(size(col("counts_in")).gt(0)));
    }

    /** The unit of each row by its code, valid on the day of the fact, else by its coordinates. */
    private static Dataset<Row> withSites(Dataset<Row> facts, Dataset<Row> places, Dataset<Row> nearest) {
        Dataset<Row> codes = broadcast(places.select(
                col("place_ref").as("code"),
                col("site_id").as("code_site"),
                col("valid_from").as("code_from"),
                col("valid_to").as("code_to")));
        Dataset<Row> digits = broadcast(places.where(col("site_id").isNotNull())
                .groupBy(withoutPadding(col("place_ref")).as("digits"))
                .agg(min(col("place_ref")).as("alike")));
        Column valid = col("fact_date")
                .geq(col("code_from"))
                .and(coalesce(col("fact_date").leq(col("code_to")), lit(true)));
        return facts.join(codes, col("site_ref").equalTo(col("code")), "left")
                .join(
                        digits,
                        withoutPadding(col("site_ref"))
                                .equalTo(col("digits"))
                                .and(col("code").isNull()),
                        "left")
                .join(broadcast(nearest), new String[] {"file_id", "line"}, "left")
                .withColumn("site_id", when(valid, col("code_site")).otherwise(col("near_site")))
                .withColumn("known_code", col("code").isNotNull())
                .withColumn("site_rule", siteRule(valid));
    }

    private static Column siteRule(Column valid) {
        Column located = col("longitude").isNotNull().and(col("latitude").isNotNull());
        return when(col("site_id").isNotNull(), lit(null).cast("string"))
                .when(col("site_ref").isNull().and(located), "far-from-every-site")
                .when(col("site_ref").isNull(), "missing-site")
                .when(not(col("known_code")).and(col("alike").isNotNull()), "site-code-lost-its-zeros")
                .when(not(col("known_code")), "unknown-site")
                .when(not(coalesce(valid, lit(false))), "site-not-valid-then")
                .otherwise("place-above-residence");
    }

    private static Column withoutPadding(Column code) {
        return regexp_replace(code, "^[A-Z]*0*(?=[0-9])", "");
    }

    private static Dataset<Row> withFates(Dataset<Row> placed) {
        Column outOfScope = col("site_rule").isin("far-from-every-site", "place-above-residence");
        Column cancelled = col("status").equalTo("ANNULE");
        Column rule = when(col("fate").equalTo("duplicate"), "repeated-row")
                .when(col("status").equalTo("DOUBLON"), "marked-as-duplicate")
                .when(col("site_rule").isNotNull(), col("site_rule"))
                .when(col("told_elsewhere"), "same-fact-told-elsewhere")
                .when(col("fate").equalTo("superseded"), "newer-version")
                .when(cancelled, "cancelled");
        Column fate = when(col("fate").equalTo("duplicate").or(col("status").equalTo("DOUBLON")), "duplicate")
                .when(outOfScope, "out_of_scope")
                .when(col("site_rule").isNotNull(), "rejected")
                .when(col("told_elsewhere"), "duplicate")
                .when(cancelled, "superseded")
                .otherwise(col("fate"));
        return placed.withColumn("rule", rule).withColumn("fate", fate);
    }
}
