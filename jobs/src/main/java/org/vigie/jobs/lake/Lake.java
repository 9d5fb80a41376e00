package org.vigie.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The lake of one landlord. Staged tables are logs of immutable batches, read through a manifest; later stages keep what
 * they derived under a key that names everything it was derived from, so that equal keys mean equal content.
 */
public final class Lake {

    private final SparkSession spark;
    private final Path root;

    /** The lake at a local folder. */
    public Lake(SparkSession spark, Path root) {
        this.spark = spark;
        this.root = root;
    }

    /** The session that reads and writes this lake. */
    public SparkSession spark() {
        return spark;
    }

    /** Its manifests. */
    public Manifests manifests() {
        return new Manifests(root);
    }

    /** Writes rows of a batch that nobody sees until a manifest lists it; gives their number. */
    public void append(String batch, Table table, Dataset<Row> rows) {
        rows.to(table.schema())
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(root.resolve(table.path()).resolve(batch).toString());
    }

    /** The rows of a table in all batches of a manifest that hold some; an empty dataset if none does. */
    public Dataset<Row> read(Table table, Manifest manifest) {
        List<String> folders = manifest.batches().stream()
                .filter(batch -> batch.rows().containsKey(table.path()))
                .map(batch -> root.resolve(table.path()).resolve(batch.id()).toString())
                .toList();
        return folders.isEmpty()
                ? spark.createDataFrame(List.of(), table.schema())
                : spark.read().schema(table.schema()).parquet(folders.toArray(String[]::new));
    }

    /** Number of rows that a batch wrote to a table, read off the footers. */
    public long count(String batch, Table table) {
        return spark.read()
                .schema(table.schema())
                .parquet(root.resolve(table.path()).resolve(batch).toString())
                .count();
    }

    /** Whether something complete was derived under this key. */
    public boolean has(Table table, String key) {
        return Files.exists(root.resolve(table.path()).resolve(key).resolve("_SUCCESS"));
    }

    /** All that was derived under keys that begin with this folder; an empty dataset if nothing was. */
    public Dataset<Row> derivedUnder(Table table, String folder) {
        List<String> complete = entries(root.resolve(table.path()).resolve(folder)).stream()
                .filter(entry -> Files.exists(entry.resolve("_SUCCESS")))
                .map(Path::toString)
                .toList();
        return complete.isEmpty()
                ? spark.createDataFrame(List.of(), table.schema())
                : spark.read().schema(table.schema()).parquet(complete.toArray(String[]::new));
    }

    /** Deletes what was derived under other keys than those to keep: nothing will ask for it again. */
    public void forgetAllBut(Table table, Predicate<String> kept) {
        entries(root.resolve(table.path())).stream()
                .filter(entry -> !kept.test(entry.getFileName().toString()))
                .forEach(entry -> FileUtil.fullyDelete(entry.toFile()));
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** What was derived under this key: read if it is there complete, else made, written and read back. */
    public Dataset<Row> derived(Table table, String key, Supplier<Dataset<Row>> rows) {
        Path folder = root.resolve(table.path()).resolve(key);
        if (!has(table, key)) {
            rows.get().to(table.schema()).write().mode(SaveMode.Overwrite).parquet(folder.toString());
        }
        return spark.read().schema(table.schema()).parquet(folder.toString());
    }
}
