package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.vigie.jobs.staged.VersionLog;

/**
 * Gives every row of the two fact feeds its fate and its site. The fates of a file's rows add up to its rows.
 *
 * <p>Several reports of one fact count once: the incident that they are linked to, else the report known first. Until the
 * incident is known, the first report stands for it.
 */
public final class ResolveFacts {

    private ResolveFacts() {}

    /**
     * Adds site, week, fate and the weeks during which each version was believed.
     *
     * @param staged all rows of {@code staged/facts}
     * @param places codes with the unit at which they count
     * @param nearest unit of each fact that has coordinates but no code: (file_id, line, near_site)
     * @param escalationTypes kinds of facts that the forecast is about
     */
    static Dataset<Row> run(
            Dataset<Row> staged, Dataset<Row> places, Dataset<Row> nearest, List<String> escalationTypes) {
        Dataset<Row> versions = VersionLog.withLifetimes(staged, List.of("feed", "fact_id"), List.of("version"));
        Dataset<Row> linked = withLinks(versions);
        Dataset<Row> placed = withSites(linked, places, nearest);
        return withFates(placed)
                .withColumn("week", VersionLog.monday(col("fact_date")))
                .withColumn(
                        "origin",
                        when(col("origin").isin("DISCOVERED", "SURVEY"), "DISCOVERED")
                                .otherwise("REPORTED"))
                .withColumn("escalation", col("type").isin(escalationTypes.toArray()))
                .withColumn("place_ref", col("site_ref"))
                .withColumn(
                        "counted",
                        col("site_id")
                                .isNotNull()
                                .and(col("fact_class").notEqual("CONTEXT"))
                                .and(not(col("status").isin("ANNULE", "DOUBLON")))
                                .and(not(col("silenced")))
                                .and(coalesce(col("rule"), lit("")).notEqual("repeated-row"))
                                .and(coalesce(col("replaced_on").gt(col("known_on")), lit(true))));
    }

    /** Reports linked to a fact told elsewhere: silenced, or believed only until that fact is known. */
    private static Dataset<Row> withLinks(Dataset<Row> versions) {
        Dataset<Row> reports = versions.where(col("linked_fact")
                        .isNotNull()
                        .and(col("feed").equalTo("INCIVILITIES"))
                        .and(not(col("status").isin("ANNULE", "DOUBLON"))))
                .groupBy(col("fact_id").as("report_id"))
                .agg(
                        // a report is about one fact: the one that its newest version names
                        max_by(col("linked_fact"), struct(col("version"), col("known_at"), col("line")))
                                .as("link"),
                        min(col("known_at")).as("told_at"));
        Dataset<Row> ranked = reports.withColumn(
                "report_rank", row_number().over(Window.partitionBy("link").orderBy(col("told_at"), col("report_id"))));
        Dataset<Row> incidents = versions.where(col("feed").equalTo("INCIDENTS"))
                .where(not(col("status").isin("ANNULE", "DOUBLON")))
                .join(
                        broadcast(reports.select("link").distinct()),
                        col("fact_id").equalTo(col("link")),
                        "left_semi")
                .groupBy(col("fact_id").as("incident_id"))
                .agg(min(col("known_on")).as("incident_known_on"));
        Dataset<Row> fateOfReports = ranked.join(incidents, col("link").equalTo(col("incident_id")), "left")
                .select("report_id", "report_rank", "incident_known_on");
        Column isReport = col("feed").equalTo("INCIVILITIES").and(col("fact_id").equalTo(col("report_id")));
        return versions.join(broadcast(fateOfReports), isReport, "left")
                .withColumn("silenced", coalesce(col("report_rank").gt(1), lit(false)))
                .withColumn(
                        "told_elsewhere",
                        col("silenced").or(col("incident_known_on").isNotNull()))
                .withColumn("replaced_on", least(col("replaced_on"), col("incident_known_on")))
                .drop("report_id", "report_rank", "incident_known_on");
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
