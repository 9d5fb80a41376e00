package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.lake.Table;

/** What became of every staged row, in one shape for all feeds. */
final class Fates {

    /** One row per staged row: where it stands and what became of it. */
    static final Table ROWS = Table.named("siteweeks/fates")
            .text("feed", "feed")
            .text("file_id", "digest of the file")
            .count("line", "line of the file")
            .text("fate", "used, superseded, duplicate, out_of_scope or rejected")
            .text("rule", "rule of the fate; empty when used");

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
