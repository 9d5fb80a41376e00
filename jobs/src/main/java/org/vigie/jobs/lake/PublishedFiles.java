package org.vigie.jobs.lake;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.vigie.dashboards.tables.Column;
import org.vigie.dashboards.tables.PublishedTable;

/** Writes published tables: each one Parquet file, its rows in a fixed order, so that equal content gives equal bytes. */
public final class PublishedFiles {

    private PublishedFiles() {}

    /** Writes {@code <folder>/<name>.parquet}; gives its number of rows, read off the footer. */
    public static long write(Path folder, PublishedTable table, Dataset<Row> rows, List<String> order) {
        Path scratch = folder.resolve("." + table.name());
        rows.to(schema(table))
                .coalesce(1)
                .sortWithinPartitions(order.stream().map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new))
                .write()
                .mode(SaveMode.Overwrite)
                .option("compression", "zstd")
                .parquet(scratch.toString());
        try {
            Path file = folder.resolve(table.name() + ".parquet");
            keepOnlyFile(scratch, file);
            ParquetFooter.sortEncodings(file);
            return rowsIn(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the table " + table.name() + " in " + folder, e);
        }
    }

    /** The schema of a published table. */
    public static StructType schema(PublishedTable table) {
        return new StructType(table.columns().stream()
                .map(column -> new StructField(column.name(), type(column), true, Metadata.empty()))
                .toArray(StructField[]::new));
    }

    private static DataType type(Column column) {
        return switch (column.type()) {
            case TEXT -> DataTypes.StringType;
            case DATE -> DataTypes.DateType;
            case COUNT -> DataTypes.IntegerType;
            case NUMBER -> DataTypes.DoubleType;
            case FLAG -> DataTypes.BooleanType;
        };
    }

    private static long rowsIn(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getRecordCount();
        }
    }

    private static void keepOnlyFile(Path scratch, Path target) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(scratch)) {
            parts = files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
        if (parts.size() != 1) {
            throw new IOException("expected one file in " + scratch + ", found " + parts.size());
        }
        Files.move(parts.get(0), target);
        try (Stream<Path> rest = Files.list(scratch)) {
            for (Path file : rest.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }

    /** The columns of a table, for selecting them in order. */
    public static org.apache.spark.sql.Column[] columns(PublishedTable table) {
        return Arrays.stream(schema(table).fieldNames())
                .map(name -> col(name))
                .toArray(org.apache.spark.sql.Column[]::new);
    }
}
