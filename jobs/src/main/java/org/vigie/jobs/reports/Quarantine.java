package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.jobs.lake.Manifest;

/** Rows that were refused or lie outside every site's reach: feed, file, line, column and rule, never their content. */
public final class Quarantine {

    private static final StructType FILES =
            new StructType().add("file_id", DataTypes.StringType).add("file", DataTypes.StringType);

    private Quarantine() {}

    /**
     * Writes them as a CSV file that a spreadsheet opens.
     *
     * @param folder quarantine of the run
     * @param manifest files that the rows stand in
     * @param rejects rows that could not be typed
     * @param refused rows that could be typed but not attached to a site
     */
    public static void write(Path folder, Manifest manifest, Dataset<Row> rejects, Dataset<Row> refused) {
        List<Row> names = manifest.files().stream()
                .map(file -> RowFactory.create(file.fileId(), file.name()))
                .toList();
        Dataset<Row> files = rejects.sparkSession().createDataFrame(names, FILES);
        Dataset<Row> all = rejects.select("feed", "file_id", "line", "column", "rule")
                .unionByName(
                        refused.select(col("feed"), col("file_id"), col("line"), lit("").as("column"), col("rule")));
        all.join(broadcast(files), "file_id")
                .select(lower(col("feed")).as("feed"), col("file"), col("line"), col("column"), col("rule"))
                .coalesce(1)
                .sortWithinPartitions("feed", "file", "line")
                .write()
                .mode(SaveMode.Overwrite)
                .option("sep", ";")
                .option("header", "true")
                .csv(folder.toString());
    }
}
