package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Turns things with a lifetime into signed counts by the week in which each change became known. */
final class CountSiteWeeks {

    private CountSiteWeeks() {}

    /** Facts that count, per site, week, family and origin. */
    static Dataset<Row> facts(Dataset<Row> resolved) {
        return signed(
                resolved.where(col("counted"))
                        .withColumn("period", explode(col("counts_in")))
                        .withColumn("known_on", col("period.from"))
                        .withColumn("replaced_on", col("period.to")),
                List.of("site_id", "week", "family", "origin", "severity", "escalation"));
    }

    /** Sums +1 in the week a thing became known and -1 in the week it was replaced, dropping what cancels out. */
    static Dataset<Row> signed(Dataset<Row> things, List<String> key) {
        Column begins = struct(col("known_on").as("known_on"), lit(1).as("change"));
        Column ends = struct(col("replaced_on").as("known_on"), lit(-1).as("change"));
        Column changes = when(col("replaced_on").isNull(), array(begins)).otherwise(array(begins, ends));
        Column[] keys = key.stream().map(name -> col(name)).toArray(Column[]::new);
        Column[] kept = Stream.concat(
                        Stream.of(keys), Stream.of(explode(changes).as("changed")))
                .toArray(Column[]::new);
        Column[] grouped = Stream.concat(
                        Stream.of(keys), Stream.of(col("changed.known_on").as("known_on")))
                .toArray(Column[]::new);
        return things.select(kept)
                .groupBy(grouped)
                .agg(sum(col("changed.change")).cast("int").as("count"))
                .where(col("count").notEqual(0));
    }
}
