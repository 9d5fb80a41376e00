package org.vigie.jobs.lake;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Starts Spark with what Vigie relies on; settings of the workspace come last and win. */
public final class SparkEngine {

    private SparkEngine() {}

    /** A session for one landlord, with scratch space in a folder of its own; keys come without their {@code spark.}. */
    public static SparkSession start(ZoneId timezone, Path scratch, Map<String, String> settings) {
        boolean small = "small".equals(System.getProperty("vigie.profile"));
        SparkSession.Builder builder = SparkSession.builder()
                .appName("vigie")
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", timezone.getId())
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.shuffle.partitions", small ? "2" : "64")
                .config("spark.sql.codegen.wholeStage", small ? "false" : "true")
                .config("spark.sql.adaptive.enabled", small ? "false" : "true")
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.local.dir", scratch.toString())
                // A task out of memory fails its job, which says so; it does not end the process without a word.
                .config("spark.executor.killOnFatalError.depth", "0")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "true")
                .config("spark.hadoop.fs.file.impl.disable.cache", "false");
        settings.forEach((key, value) -> builder.config("spark." + key, value));
        return builder.getOrCreate();
    }
}
