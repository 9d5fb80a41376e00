package org.vigie.jobs.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.SparkEngine;
import org.vigie.jobs.run.RunProgress.Stage;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.Ingest;

/** Starts Spark, takes in what is new in the inbox, works on the lake that then is, and stops Spark. */
final class IngestedLake {

    private final Workspace workspace;
    private final Settings settings;
    private final RunProgress progress;

    IngestedLake(Workspace workspace, Settings settings, RunProgress progress) {
        this.workspace = workspace;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * The lake with what was taken in.
     *
     * @param lake the lake
     * @param ingested its newest manifest, and the files refused
     */
    record Ready(Lake lake, Ingest.Ingested ingested) {}

    <T> T work(Deliveries deliveries, Manifest before, Instant now, Function<Ready, T> work) {
        Path scratch = workspace.state().resolve("scratch");
        SweepVisitor.sweep(scratch);
        SparkSession spark =
                progress.timed(Stage.START, () -> SparkEngine.start(settings.timezone(), scratch, settings.spark()));
        try {
            Lake lake = new Lake(spark, workspace.lake());
            LocalDateTime local =
                    now.atZone(settings.timezone()).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
            Ingest ingest = new Ingest(lake, settings);
            Ingest.Ingested ingested =
                    progress.timed(Stage.INGEST, () -> ingest.take(deliveries.unseen(), before, local));
            deliveries.requireReadable(ingested);
            ingest.publish(ingested, before);
            return work.apply(new Ready(lake, ingested));
        } finally {
            spark.stop();
            SweepVisitor.sweep(scratch);
        }
    }
}
