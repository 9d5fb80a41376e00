package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Vacant dwellings at the end of weeks, where known. The description of a site says how many dwellings are let, without a
 * date: it is read as of the newest week of which the turnover feed tells, and moves are undone from there back. A site
 * that does not say how many are let has no vacancy, nor has a site in and before the week in which its moves contradict
 * that number.
 */
public final class Vacancy {

    private Vacancy() {}

    /**
     * Adds {@code vacant} to rows with site_id and week, as known at the end of a week. It is empty everywhere when moves
     * became known after that week: the number let may be as new as they are.
     */
    public static Dataset<Row> onto(Dataset<Row> siteWeeks, SiteWeeks joined, LocalDate asOf) {
        Row told = joined.moves().agg(max("known_on")).first();
        if (told.isNullAt(0) || told.<LocalDate>getAs(0).isAfter(asOf)) {
            return siteWeeks.withColumn("vacant", lit(null).cast("int"));
        }
        LocalDate newest = told.getAs(0);
        Dataset<Row> both = siteWeeks
                .withColumn("wanted", lit(true))
                .join(ends(joined, newest), new String[] {"site_id", "week"}, "full_outer");
        WindowSpec upToWeek = Window.partitionBy("site_id")
                .orderBy("week")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column standing = last(col("end_vacant"), true).over(upToWeek);
        return both.withColumn("vacant", when(col("week").leq(lit(newest)), standing))
                .where(col("wanted"))
                .drop("wanted", "end_vacant");
    }

    /** Vacant dwellings at the end of each week in which they change, and of the newest week. */
    static Dataset<Row> ends(SiteWeeks joined, LocalDate newest) {
        Dataset<Row> known =
                joined.sites().where(col("let_dwellings").isNotNull()).select("site_id", "dwellings", "let_dwellings");
        Column change = when(col("direction").equalTo("OUT"), col("count"))
                .when(col("direction").equalTo("IN"), col("count").multiply(-1))
                .otherwise(0);
        Dataset<Row> changes = joined.moves()
                .where(col("week").leq(lit(newest)))
                .select(col("site_id"), col("week"), change.as("change"))
                .unionByName(known.select(col("site_id"), lit(newest).as("week"), lit(0).as("change")))
                .groupBy("site_id", "week")
                .agg(sum("change").as("change"));
        WindowSpec newestFirst =
                Window.partitionBy("site_id").orderBy(col("week").desc());
        Column undone = coalesce(sum("change").over(newestFirst.rowsBetween(Window.unboundedPreceding(), -1)), lit(0));
        Column vacant = col("dwellings").minus(col("let_dwellings")).minus(col("undone"));
        Column contradicts =
                when(col("end_vacant").between(0, col("dwellings")), 0).otherwise(1);
        Column ever = max(contradicts).over(newestFirst.rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        return changes.join(known, "site_id")
                .withColumn("undone", undone)
                .withColumn("end_vacant", vacant.cast("int"))
                .withColumn("ever", ever)
                .where(col("ever").equalTo(0))
                .select("site_id", "week", "end_vacant");
    }
}
