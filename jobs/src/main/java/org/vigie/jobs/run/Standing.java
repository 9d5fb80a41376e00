package org.vigie.jobs.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.lake.Manifests;
import org.vigie.jobs.reports.Publication;
import org.vigie.jobs.reports.WeekManifest;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;

/**
 * How a workspace stands, read without Spark and without changing anything.
 *
 * @param newest the newest published week; empty while there is none
 * @param weeks how many weeks are published
 * @param run whether a run works, stopped halfway, or was refused
 * @param waiting names of files in the inbox that no run has taken in yet
 * @param feeds what the newest week says of each configured feed, in the order of the settings
 * @param alerts alerts of the newest week by state
 */
public record Standing(
        Optional<Newest> newest,
        int weeks,
        RunState run,
        List<String> waiting,
        List<FeedStanding> feeds,
        Map<String, Integer> alerts) {

    /** Copies the collections. */
    public Standing {
        waiting = List.copyOf(waiting);
        feeds = List.copyOf(feeds);
        alerts = new TreeMap<>(alerts);
    }

    /**
     * The newest published week.
     *
     * @param week the week
     * @param revision how many times it was published
     * @param finished when
     */
    public record Newest(IsoWeek week, int revision, Instant finished) {}

    /**
     * What happened to runs.
     *
     * @param atWork a run holds the workspace now
     * @param interrupted a run stopped before its week was in place; the next one takes it up
     * @param refused the last run refused the data, and said so in the notice beside the weeks
     */
    public record RunState(boolean atWork, boolean interrupted, boolean refused) {}

    /**
     * What is known of a feed in the newest week.
     *
     * @param feed feed in the words of the settings
     * @param files files taken in so far
     * @param days days from its newest date to the end of the week; empty where it has none
     * @param volume how much it brought beside what it usually brings; empty where that was not counted
     */
    public record FeedStanding(String feed, int files, OptionalInt days, Optional<Volume> volume) {}

    /**
     * How much a feed brought.
     *
     * @param state HABITUEL, EN_DESSOUS, AU_DESSUS or HISTORIQUE_COURT
     * @param weeks weeks counted
     * @param observed rows of these weeks
     * @param low least expected; 0 while the history is too short
     * @param high largest expected
     */
    public record Volume(String state, int weeks, int observed, int low, int high) {}

    /** Looks at a workspace. */
    public static Standing of(Workspace workspace, Settings settings) {
        Publication publication = new Publication(workspace);
        Optional<Path> newest = publication.latest().map(workspace::published);
        Deliveries deliveries = new Deliveries(workspace, settings, new Manifests(workspace.lake()).latest());
        boolean atWork = RunLock.isHeld(workspace);
        return new Standing(
                newest.flatMap(WeekManifest::read).map(Standing::newest),
                publication.weeks().size(),
                new RunState(atWork, !atWork && publication.isInterrupted(), publication.hasNotice()),
                deliveries.unseen().stream().map(FeedFile::name).sorted().toList(),
                newest.map(week -> feeds(week, settings)).orElse(List.of()),
                newest.map(Standing::alerts).orElse(Map.of()));
    }

    private static Newest newest(WeekManifest manifest) {
        return new Newest(IsoWeek.parse(manifest.week()), manifest.revision(), Instant.parse(manifest.finished()));
    }

    private static List<FeedStanding> feeds(Path week, Settings settings) {
        List<PublishedRow> quality = rows(week, PublishedTables.QUALITY);
        List<PublishedRow> volumes = rows(week, PublishedTables.VOLUMES);
        return settings.feeds().keySet().stream()
                .map(Feed::yamlName)
                .map(feed -> new FeedStanding(
                        feed,
                        of(feed, quality).size(),
                        of(feed, quality).stream()
                                .flatMapToInt(file -> file.count("freshness_days").stream())
                                .min(),
                        of(feed, volumes).stream().findFirst().map(Standing::volume)))
                .toList();
    }

    private static Volume volume(PublishedRow row) {
        return new Volume(
                row.text("state"),
                row.count("weeks").orElse(1),
                row.count("observed").orElse(0),
                row.count("low").orElse(0),
                row.count("high").orElse(0));
    }

    private static Map<String, Integer> alerts(Path week) {
        Map<String, Integer> byState = new TreeMap<>();
        rows(week, PublishedTables.ALERTS).forEach(alert -> byState.merge(alert.text("state"), 1, Integer::sum));
        return byState;
    }

    private static List<PublishedRow> of(String feed, List<PublishedRow> rows) {
        return rows.stream().filter(row -> row.text("feed").equals(feed)).toList();
    }

    private static List<PublishedRow> rows(Path week, PublishedTable declared) {
        return PublishedRow.of(ParquetTables.readRecorded(week, declared));
    }
}
