package org.vigie.jobs.alerts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** Gives outcomes of alerts that never were their fate: out of scope. */
public final class OutcomeFates {

    /** Older alerts may have left the horizon, or got another number at its edge: they are not doubted. */
    private static final int WEEKS_DOUBTED = 26;

    private static final int WEEK_AT = 3;
    private static final int WEEK_LENGTH = 8;

    private OutcomeFates() {}

    /**
     * The joined feeds with the fates of their outcomes.
     *
     * @param joined the joined feeds
     * @param outcomes rows of {@code staged/outcomes}
     * @param decisions rows of {@link AlertTables#DECISIONS}
     * @param week the published week
     */
    public static SiteWeeks in(SiteWeeks joined, Dataset<Row> outcomes, Dataset<Row> decisions, IsoWeek week) {
        // numbers of weeks in ISO form have the order of time
        Column opened = substring(col("alert_id"), WEEK_AT, WEEK_LENGTH);
        Dataset<Row> unknown = outcomes.where(
                        opened.between(lit(week.plusWeeks(1 - WEEKS_DOUBTED).toString()), lit(week.toString())))
                .join(decisions.select("alert_id").distinct(), new String[] {"alert_id"}, "left_anti")
                .select("file_id", "line")
                .distinct()
                .withColumn("unknown", lit(true));
        Column lost = coalesce(col("unknown"), lit(false)).and(col("fate").isin("used", "superseded"));
        Column isOutcome = col("feed").equalTo("OUTCOMES");
        Dataset<Row> outcomeFates = joined.fates()
                .where(isOutcome)
                .join(broadcast(unknown), new String[] {"file_id", "line"}, "left")
                .select(
                        col("feed"),
                        col("file_id"),
                        col("line"),
                        when(lost, "out_of_scope").otherwise(col("fate")).as("fate"),
                        when(lost, "unknown-alert").otherwise(col("rule")).as("rule"));
        return joined.withFates(joined.fates().where(not(isOutcome)).unionByName(outcomeFates));
    }
}
