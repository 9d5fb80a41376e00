package org.vigie.jobs.staged;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Reads a staged table as what it is: a log in which the same thing may be told several times. Each telling gets its fate
 * and the weeks during which it was the newest one known.
 */
public final class VersionLog {

    private VersionLog() {}

    /**
     * Adds {@code fate} (used, superseded or duplicate), {@code known_on} and {@code replaced_on} (Mondays; the second
     * empty while the version stands, and not after the first if it was never believed).
     *
     * @param log rows of a staged table
     * @param key columns that name one thing
     * @param order columns that order its versions; the time of knowledge and the place in the file come after them
     */
    public static Dataset<Row> withLifetimes(Dataset<Row> log, List<String> key, List<String> order) {
        Column[] told = columns(Stream.concat(order.stream(), Stream.of("known_at", "file_id", "line")));
        WindowSpec tellings = Window.partitionBy(columns(key.stream())).orderBy(told);
        Column repeats = lag(col("content"), 1).over(tellings).equalTo(col("content"));

        // repeats go to a partition of their own, so that the others follow each other without them
        WindowSpec versions = Window.partitionBy(columns(Stream.concat(key.stream(), Stream.of("repeats"))))
                .orderBy(told);
        // an older version may arrive after a newer one: it was never believed, and the newer one from its own time on
        WindowSpec newer = versions.rowsBetween(1, Window.unboundedFollowing());
        return log.withColumn("repeats", coalesce(repeats, lit(false)))
                .withColumn("known_until", min(col("known_at")).over(newer))
                .withColumn(
                        "fate",
                        when(col("repeats"), "duplicate")
                                .when(col("known_until").isNotNull(), "superseded")
                                .otherwise("used"))
                .withColumn("known_on", monday(col("known_at")))
                .withColumn("replaced_on", monday(col("known_until")))
                .drop("repeats", "known_until");
    }

    /** Monday of the ISO week of a local day or date-time, by the calendar alone: no time zone is involved. */
    public static Column monday(Column time) {
        Column day = to_date(time);
        return date_sub(day, weekday(day));
    }

    private static Column[] columns(Stream<String> names) {
        return names.map(name -> col(name)).toArray(Column[]::new);
    }
}
