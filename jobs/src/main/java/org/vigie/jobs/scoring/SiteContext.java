package org.vigie.jobs.scoring;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** What stands around each site at the end of a week, as known then. */
final class SiteContext {

    private static final int MOVES_WEEKS = 13;
    private static final int USUAL_WEEKS = 156;
    private static final int SOON_WEEKS = 4;
    private static final int ENDED_WEEKS = 8;

    private SiteContext() {}

    /** Works and moves per site: the rows of {@link ScoringTables#CONTEXT}. */
    static Dataset<Row> of(SiteWeeks joined, LocalDate monday) {
        return joined.sites()
                .select("site_id")
                .join(works(joined, monday), new String[] {"site_id"}, "left")
                .join(moves(joined, monday), new String[] {"site_id"}, "left")
                .na()
                .fill(0);
    }

    /** Plans believed at the end of the week, with whether they run in it, start soon after or ended shortly before. */
    static Dataset<Row> plansBelieved(SiteWeeks joined, LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        Column running = col("start")
                .leq(lit(sunday))
                .and(coalesce(col("end").geq(lit(monday)), lit(true)))
                .and(not(col("status").isin("DONE", "SUSPENDED")))
                .and(not(col("status").isin("PLANNED").and(col("start").lt(lit(monday.minusWeeks(SOON_WEEKS))))));
        Column starting = col("start").gt(lit(sunday)).and(col("start").leq(lit(sunday.plusWeeks(SOON_WEEKS))));
        Column ended = col("end")
                .lt(lit(monday))
                .and(col("end").geq(lit(monday.minusWeeks(ENDED_WEEKS))))
                .and(not(col("status").isin("PLANNED", "SUSPENDED")));
        return joined.works()
                .where(col("known_on").leq(lit(monday)))
                .where(col("replaced_on").isNull().or(col("replaced_on").gt(lit(monday))))
                .where(col("start").isNotNull().and(col("status").notEqual("CANCELLED")))
                .withColumn("running", running)
                .withColumn("starting", starting)
                .withColumn("ended", not(running).and(coalesce(ended, lit(false))));
    }

    private static Dataset<Row> works(SiteWeeks joined, LocalDate monday) {
        Column untold = col("tenants_told_on").isNull().and(not(col("ended")));
        return plansBelieved(joined, monday)
                .where(col("running").or(col("starting")).or(col("ended")))
                .groupBy("site_id")
                .agg(
                        sum(when(col("running"), 1).otherwise(0)).cast("int").as("works_running"),
                        sum(when(col("starting"), 1).otherwise(0)).cast("int").as("works_starting"),
                        sum(when(untold, 1).otherwise(0)).cast("int").as("works_untold"),
                        sum(when(col("ended"), 1).otherwise(0)).cast("int").as("works_ended"));
    }

    private static Dataset<Row> moves(SiteWeeks joined, LocalDate monday) {
        LocalDate recent = monday.minusWeeks(MOVES_WEEKS - 1L);
        LocalDate oldest = recent.minusWeeks(USUAL_WEEKS);
        return joined.moves()
                .where(col("direction").isin("IN", "OUT"))
                .where(col("known_on").leq(lit(monday)))
                .where(col("week").leq(lit(monday)).and(col("week").geq(lit(oldest))))
                .groupBy("site_id")
                .agg(
                        sum(when(col("week").geq(lit(recent)), col("count")).otherwise(0))
                                .cast("int")
                                .as("moves"),
                        sum(when(col("week").lt(lit(recent)), col("count")).otherwise(0))
                                .multiply((double) MOVES_WEEKS / USUAL_WEEKS)
                                .as("moves_usual"));
    }
}
