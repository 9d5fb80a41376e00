package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** Published tables that describe sites: as known at the end of a week. */
final class SiteTables {

    private static final int FAMILY_WEEKS = 52;
    private static final int WORKS_YEARS = 3;
    private static final int SOON_WEEKS = 4;

    private SiteTables() {}

    /** Sites followed in the week. */
    static Dataset<Row> sites(SiteWeeks joined, LocalDate monday) {
        return joined.sites()
                .where(col("followed_from").leq(lit(monday.plusDays(6))))
                .where(col("followed_to").isNull().or(col("followed_to").geq(lit(monday))));
    }

    /** Facts per family and week, only where not zero. */
    static Dataset<Row> families(SiteWeeks joined, LocalDate monday) {
        return joined.counts()
                .where(col("known_on").leq(lit(monday)))
                .where(col("week").leq(lit(monday)).and(col("week").gt(lit(monday.minusWeeks(FAMILY_WEEKS)))))
                .groupBy("site_id", "week", "family")
                .agg(
                        sum(col("count")).cast("int").as("facts"),
                        sum(when(col("severity").geq(4), col("count")).otherwise(0))
                                .cast("int")
                                .as("grave"))
                .where(col("facts").gt(0));
    }

    /** Plans believed at the end of the week. */
    static Dataset<Row> works(SiteWeeks joined, LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        Column over = col("status").equalTo("DONE").or(coalesce(col("end").lt(lit(monday)), lit(false)));
        Column phase = when(over, "TERMINE")
                .when(col("start").leq(lit(sunday)), "EN_COURS")
                .when(col("start").leq(lit(sunday.plusWeeks(SOON_WEEKS))), "A_VENIR")
                .otherwise("PREVU");
        return joined.works()
                .where(col("known_on").leq(lit(monday)))
                .where(col("replaced_on").isNull().or(col("replaced_on").gt(lit(monday))))
                .where(col("status").notEqual("CANCELLED"))
                .where(coalesce(col("end").geq(lit(monday.minusYears(WORKS_YEARS))), lit(true)))
                .withColumn("phase", phase);
    }
}
