package org.vigie.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of all tests of this module, with the settings for small data. A command run by another test takes
 * it over and stops it when it ends; the next test that asks gets a new one. Spark stops the last one with the process.
 */
public final class SharedSpark {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private SharedSpark() {}

    /** The session, running. */
    public static synchronized SparkSession session() {
        try {
            Path scratch = Files.createDirectories(Path.of("target", "spark-tests"));
            return SparkEngine.start(
                    PARIS,
                    scratch.toAbsolutePath(),
                    Map.of(
                            "master", "local[2]",
                            "sql.shuffle.partitions", "2",
                            "sql.codegen.wholeStage", "false",
                            "sql.adaptive.enabled", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the scratch folder of the tests", e);
        }
    }
}
