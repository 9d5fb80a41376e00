package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What became of every staged row, in one shape for all feeds. */
final class Fates {

    private Fates() {}

    /** Fates of rows that carry fate and rule. */
    static Dataset<Row> of(Dataset<Row> resolved, String feed) {
        return resolved.select(lit(feed).as("feed"), col("file_id"), col("line"), col("fate"), col("rule"));
    }

    /** Fates of rows that carry their feed as well. */
    static Dataset<Row> of(Dataset<Row> resolved) {
        return resolved.select("feed", "file_id", "line", "fate", "rule");
    }

    /** Rows per feed, file, fate and rule. */
    static Dataset<Row> counted(Dataset<Row> fates) {
        return fates.groupBy("feed", "file_id", "fate", "rule")
                .agg(count(lit(1)).as("rows"));
    }
}
