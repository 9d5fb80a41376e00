package org.vigie.jobs.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.tension.TensionScore;
import org.vigie.jobs.alerts.AlertTables;
import org.vigie.jobs.alerts.CarriedEpisodes;
import org.vigie.jobs.alerts.FieldReport;
import org.vigie.jobs.alerts.Findings;
import org.vigie.jobs.alerts.OutcomeFates;
import org.vigie.jobs.alerts.RaiseAlerts;
import org.vigie.jobs.detection.DetectHotspots;
import org.vigie.jobs.detection.DetectionTables;
import org.vigie.jobs.detection.JudgeSites;
import org.vigie.jobs.detection.KeptJudgements;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.feeds.FeedFiles;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Table;
import org.vigie.jobs.reports.PublishTables;
import org.vigie.jobs.reports.QualityTable;
import org.vigie.jobs.reports.Quarantine;
import org.vigie.jobs.run.RunProgress.Stage;
import org.vigie.jobs.scoring.ForecastEscalations;
import org.vigie.jobs.scoring.ScoreSites;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.siteweeks.JoinSiteWeeks;
import org.vigie.jobs.siteweeks.SiteWeeks;
import org.vigie.jobs.staged.Ingest;
import org.vigie.jobs.staged.StagedTables;

/** The stages from site-weeks to published tables, for one week after another over the same joined feeds. */
final class WeekBuilder {

    private final Lake lake;
    private final Settings settings;
    private final RunProgress progress;
    private final PublishedEpisodes published;
    private @Nullable SiteWeeks joined;
    private @Nullable Dataset<Row> rejects;
    private @Nullable Findings findings;
    private @Nullable SiteWeeks told;
    private Manifest manifest = Manifest.EMPTY;

    WeekBuilder(Lake lake, Settings settings, RunProgress progress, PublishedEpisodes published) {
        this.lake = lake;
        this.settings = settings;
        this.progress = progress;
        this.published = published;
    }

    /** Seed of what is drawn at random for a week. */
    static long seed(IsoWeek week) {
        return week.monday().toEpochDay();
    }

    /** Joins the feeds of a manifest; every later step reads what this gives. */
    void join(Manifest of) {
        manifest = of;
        rejects = lake.read(StagedTables.REJECTS, of);
        findings = Findings.of(lake.read(StagedTables.OUTCOMES, of));
        JoinSiteWeeks join = new JoinSiteWeeks(lake, joinSettings(settings));
        joined = progress.timed(Stage.SITE_WEEKS, () -> join.run(of));
        join.forgetOthers(of);
        String current = inputs();
        for (Table table : List.of(AlertTables.DECISIONS, DetectionTables.HOTSPOTS, DetectionTables.TRENDS)) {
            lake.forgetAllBut(table, key -> key.endsWith(current));
        }
    }

    /** What the join of a landlord's feeds depends on. */
    static JoinSiteWeeks.JoinSettings joinSettings(Settings settings) {
        return new JoinSiteWeeks.JoinSettings(
                settings.privacy().minDwellings(),
                settings.attachWithinMetres(),
                escalationTypes(),
                judgementKey(settings));
    }

    /** Writes all tables and pages of a week into a folder; gives rows by table. */
    Map<String, Long> build(IsoWeek week, Path folder, Ingest.Ingested ingested, List<String> unmatched) {
        SiteWeeks siteWeeks = Objects.requireNonNull(joined, "feeds are joined first");
        JudgeSites.Judgement judgement = progress.timed(Stage.DETECTION, () -> judge(siteWeeks, week));
        PublishTables.Week decided =
                progress.timed(Stage.DECISION, () -> decide(siteWeeks, judgement, week, unmatched));
        ingested.refused().keySet().forEach(file -> decided.quality().refused(feedOf(file), file));
        WeekChecks.require(decided.quality(), decided.scored());
        return progress.timed(Stage.PUBLISH, () -> new PublishTables(decided, settings).into(folder));
    }

    private String feedOf(String file) {
        return settings.feeds().entrySet().stream()
                .filter(feed -> FeedFiles.matches(file, feed.getValue().files()))
                .map(feed -> feed.getKey().yamlName())
                .findFirst()
                .orElse("");
    }

    /** Writes the rows refused so far into the quarantine of a run. */
    void quarantine(IsoWeek week, Path folder) {
        Quarantine.write(
                folder.resolve(week.toString()),
                manifest,
                Objects.requireNonNull(rejects, "feeds are joined first"),
                Objects.requireNonNull(told, "a week is decided first").refused());
    }

    private JudgeSites.Judgement judge(SiteWeeks siteWeeks, IsoWeek week) {
        return new JudgeSites(settings.detection(), families())
                .run(siteWeeks, week, new KeptJudgements(lake, judgementKey(settings)));
    }

    /** Families that are judged on their own. */
    static List<String> families() {
        return CodeList.named("families").codes().stream()
                .filter(family -> !family.equals("TEC"))
                .sorted()
                .toList();
    }

    /** How a landlord's alerts are decided. */
    static RaiseAlerts.AlertRules rules(Settings settings) {
        return new RaiseAlerts.AlertRules(
                settings.detection().falseDiscoveryRate(),
                settings.alerts().capacity(),
                settings.alerts().defaultCapacity(),
                settings.alerts().newPerWeek(),
                settings.alerts().precision());
    }

    private PublishTables.Week decide(
            SiteWeeks siteWeeks, JudgeSites.Judgement judgement, IsoWeek week, List<String> unmatched) {
        Findings known = Objects.requireNonNull(findings, "feeds are joined first");
        Dataset<Row> decisions = decisions(judgement, known, week);
        SiteWeeks accounted = known.isEmpty()
                ? siteWeeks
                : OutcomeFates.in(siteWeeks, lake.read(StagedTables.OUTCOMES, manifest), decisions, week);
        told = accounted;
        DetectHotspots.Found found = hotspots(siteWeeks, judgement, week);
        ForecastEscalations.Published forecast = new ForecastEscalations(
                        siteWeeks, judgement.evidence(), settings.detection().buckets())
                .published(week.monday());
        ScoreSites.Scored scored = new ScoreSites(new ScoreSites.Inputs(
                        siteWeeks,
                        judgement.evidence(),
                        judgement.verdicts(),
                        openEpisodes(decisions, week),
                        found.hotspots(),
                        forecast.forecasts()))
                .run(week.monday(), TensionScore.Caps.DEFAULT);
        return new PublishTables.Week(
                week,
                siteWeeks,
                judgement,
                found,
                decisions,
                scored,
                forecast.reliability(),
                FieldReport.of(
                        decisions, known, week.monday(), settings.alerts().precision()),
                QualityTable.of(manifest, accounted, Objects.requireNonNull(rejects, "feeds are joined first")),
                unmatched,
                PublishTables.toldAreas(published.workspace(), week),
                seed(week));
    }

    private DetectHotspots.Found hotspots(SiteWeeks siteWeeks, JudgeSites.Judgement judgement, IsoWeek week) {
        DetectHotspots search = new DetectHotspots(siteWeeks, judgement, week.monday());
        return new DetectHotspots.Found(
                DetectHotspots.shown(lake.derived(DetectionTables.HOTSPOTS, key(week), search::members)),
                lake.derived(DetectionTables.TRENDS, key(week), search::trends));
    }

    private Dataset<Row> decisions(JudgeSites.Judgement judgement, Findings known, IsoWeek week) {
        CarriedEpisodes carried =
                published.carriedInto(week, settings.detection().horizonWeeks());
        String numbers = carried.words().isEmpty() ? "" : "-" + Deliveries.shortDigest(carried.words());
        return lake.derived(
                AlertTables.DECISIONS,
                week + numbers + inputs(),
                () -> RaiseAlerts.decide(
                        judgement.evidence(),
                        known,
                        carried,
                        rules(settings),
                        settings.detection().buckets()));
    }

    private static Dataset<Row> openEpisodes(Dataset<Row> decisions, IsoWeek week) {
        Column waits = col("state").isin("TRANSMISE", "EN_OBSERVATION").and(not(col("answered")));
        return decisions
                .where(col("week")
                        .equalTo(lit(week.monday()))
                        .and(not(col("state").isin("LEVEE", "ANNULEE"))))
                .select(
                        col("site_id"),
                        col("state").as("episode_state"),
                        col("opened_week").as("opened"),
                        col("family").as("episode_family"),
                        col("red_reason"),
                        when(waits, coalesce(col("weeks_open"), lit(0)))
                                .otherwise(0)
                                .as("weeks_unanswered"));
    }

    private String key(IsoWeek week) {
        return week + inputs();
    }

    private String inputs() {
        return String.format("-m%06d-%s", manifest.number(), settingsKey());
    }

    private String settingsKey() {
        return Deliveries.shortDigest(settings.digest() + BuildVersion.current());
    }

    /** What judgements are kept under. */
    static String judgementKey(Settings settings) {
        return Deliveries.shortDigest(settings.judgementDigest() + BuildVersion.current());
    }

    private static List<String> escalationTypes() {
        CodeList types = CodeList.named("incident_types");
        return types.codes().stream()
                .filter(code -> types.entry(code).attribute("escalation_target").equals("Y"))
                .sorted()
                .toList();
    }
}
