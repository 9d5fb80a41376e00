package org.vigie.jobs.architecture.parquet.alerts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Breaks a rule on purpose: Parquet outside the lake. */
final class WritesParquet {
    void write(Dataset<Row> rows, String folder) {
        rows.write().parquet(folder);
    }
}
