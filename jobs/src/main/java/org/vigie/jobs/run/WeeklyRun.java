package org.vigie.jobs.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.pages.PageSettings;
import org.vigie.dashboards.pages.Pages;
import org.vigie.dashboards.tables.Exports;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Language;
import org.vigie.jobs.feeds.FeedException;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Manifests;
import org.vigie.jobs.reports.Publication;
import org.vigie.jobs.reports.WeekManifest;
import org.vigie.jobs.run.RunProgress.Stage;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.DataRefused;
import org.vigie.jobs.staged.Ingest;
import org.vigie.jobs.texts.Explained;

/** Takes in what is new and publishes weeks of one workspace. Running a week again gives the same week. */
public final class WeeklyRun {

    private final Workspace workspace;
    private final Settings settings;
    private final Publication publication;
    private final RunProgress progress;

    /** Runs in this workspace. */
    public WeeklyRun(Workspace workspace, Settings settings, RunProgress progress) {
        this.workspace = workspace;
        this.settings = settings;
        this.publication = new Publication(workspace);
        this.progress = progress;
    }

    /**
     * How a run ended.
     *
     * @param published weeks published by it, in the order of their publication
     * @param unchanged weeks that were published before from the same inputs
     * @param refused file name to why the file as a whole could not be used
     * @param seconds seconds by stage
     */
    public record Outcome(
            List<IsoWeek> published,
            List<IsoWeek> unchanged,
            Map<String, String> refused,
            Map<String, Double> seconds) {}

    /** The last week that has ended at this moment, in the landlord's time zone. */
    public IsoWeek lastEnded(Instant now) {
        return IsoWeek.of(now.atZone(settings.timezone()).toLocalDate()).plusWeeks(-1);
    }

    /**
     * Publishes weeks, in the order given; throws {@link DataRefused} when the data cannot be used, and then leaves what
     * was published as it was, with a notice beside it.
     */
    public Outcome run(List<IsoWeek> weeks, Instant now) {
        return RunLock.holding(workspace, () -> {
            publication.finishInterrupted();
            try {
                Outcome outcome = locked(weeks, now);
                publication.clearNotice();
                return outcome;
            } catch (DataRefused | FeedException | ChecksFailed e) {
                publication.putNotice(settings.landlord(), Explained.of(e, settings.language()));
                throw e;
            }
        });
    }

    private Outcome locked(List<IsoWeek> weeks, Instant now) {
        Manifest before = new Manifests(workspace.lake()).latest();
        Deliveries deliveries = new Deliveries(workspace, settings, before);
        deliveries.requireEnough();
        List<IsoWeek> stale =
                weeks.stream().filter(week -> !upToDate(week, deliveries)).toList();
        List<IsoWeek> unchanged =
                weeks.stream().filter(week -> !stale.contains(week)).toList();
        if (stale.isEmpty()) {
            return new Outcome(List.of(), unchanged, Map.of(), progress.seconds());
        }
        return new IngestedLake(workspace, settings, progress).work(deliveries, before, now, ready -> {
            Ingest.Ingested ingested = ready.ingested();
            Deliveries after = new Deliveries(workspace, settings, ingested.manifest());
            WeekBuilder builder = new WeekBuilder(ready.lake(), settings, progress, new PublishedEpisodes(workspace));
            builder.join(ingested.manifest());
            for (IsoWeek week : stale) {
                publish(week, builder, after, new Publishing(ingested, now));
            }
            return new Outcome(stale, unchanged, ingested.refused(), progress.seconds());
        });
    }

    private record Publishing(Ingest.Ingested ingested, Instant started) {}

    private boolean upToDate(IsoWeek week, Deliveries deliveries) {
        Optional<WeekManifest> published = WeekManifest.read(workspace.published(week));
        return published.isPresent() && published.get().inputs().equals(deliveries.digest(week));
    }

    private void publish(IsoWeek week, WeekBuilder builder, Deliveries deliveries, Publishing run) {
        Path folder = publication.begin(week);
        int revision = WeekManifest.read(workspace.published(week))
                        .map(WeekManifest::revision)
                        .orElse(0)
                + 1;
        Map<String, Long> rows = builder.build(week, folder, run.ingested(), deliveries.unmatched());
        Manifest manifest = run.ingested().manifest();
        progress.timed(Stage.PAGES, () -> renderPages(week, folder));
        new WeekManifest(
                        week.toString(),
                        revision,
                        deliveries.digest(week),
                        BuildVersion.current(),
                        settings.digest(),
                        manifest.number(),
                        manifest.batches().stream().map(Manifest.Batch::id).toList(),
                        new TreeMap<>(rows),
                        WeekBuilder.seed(week),
                        run.started().toString(),
                        Instant.ofEpochMilli(run.started().toEpochMilli() + progress.elapsedMillis())
                                .toString(),
                        new TreeMap<>(progress.seconds()),
                        WeekChecks.NAMES)
                .write(folder);
        publication.commit(week);
        builder.quarantine(week, workspace.quarantine());
    }

    private Path renderPages(IsoWeek week, Path folder) {
        Exports.write(folder, week.monday(), PublishedTables.all());
        Exports.write(
                folder.resolve("shared"),
                week.monday(),
                List.of(PublishedTables.AREAS, PublishedTables.LABELS, PublishedTables.QUALITY));
        Exports.writeMaps(folder);
        Pages.render(
                folder,
                new PageSettings(
                        settings.landlord(),
                        Language.of(settings.language()),
                        week.monday(),
                        publication.weeks().stream().map(IsoWeek::monday).toList(),
                        BuildVersion.current(),
                        ""));
        return folder;
    }
}
