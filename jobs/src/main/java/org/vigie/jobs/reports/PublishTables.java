package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.forecast.Reliability;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.alerts.FieldReport;
import org.vigie.jobs.detection.DetectHotspots;
import org.vigie.jobs.detection.Hotspot;
import org.vigie.jobs.detection.JudgeSites.Judgement;
import org.vigie.jobs.lake.PublishedFiles;
import org.vigie.jobs.scoring.ScoreSites.Scored;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.siteweeks.SiteWeeks;
import org.vigie.jobs.siteweeks.Vacancy;

/** Writes every published table of a week into a folder. */
public final class PublishTables {

    private final Week week;
    private final Settings settings;
    private final LocalDate monday;
    private final Map<String, Long> rows = new TreeMap<>();

    /**
     * What is published.
     *
     * @param isoWeek the week
     * @param joined site-weeks
     * @param judgement what the detectors say
     * @param found neighbouring sites that stand out together, and trend classes
     * @param decisions episodes and what teams are told, every week of the horizon
     * @param scored scores with their parts
     * @param reliability what came of the forecasts of the year before
     * @param field what the field found of earlier alerts
     * @param quality fates of rows by file
     * @param unmatched names of files that match no feed
     * @param toldAreas rows of neighbourhoods with figures that other pages told, the newest page of before first
     * @param seed seed of the random visits
     */
    public record Week(
            IsoWeek isoWeek,
            SiteWeeks joined,
            Judgement judgement,
            DetectHotspots.Found found,
            Dataset<Row> decisions,
            Scored scored,
            List<Reliability.Group> reliability,
            FieldReport field,
            QualityTable quality,
            List<String> unmatched,
            List<Row> toldAreas,
            long seed) {

        /** Copies the lists. */
        public Week {
            reliability = List.copyOf(reliability);
            unmatched = List.copyOf(unmatched);
            toldAreas = List.copyOf(toldAreas);
        }
    }

    /** Rows of neighbourhoods with figures that published pages tell, as {@link Week#toldAreas} wants them. */
    public static List<Row> toldAreas(Workspace workspace, IsoWeek week) {
        return SharedAreas.told(workspace, week);
    }

    /** Tables of this week. */
    public PublishTables(Week week, Settings settings) {
        this.week = week;
        this.settings = settings;
        this.monday = week.isoWeek().monday();
    }

    /** Writes the tables, and those for directors and partners into {@code shared/}; gives rows by table. */
    public Map<String, Long> into(Path folder) {
        Dataset<Row> sites = SiteTables.sites(week.joined(), monday).cache();
        Dataset<Row> now =
                week.decisions().where(col("week").equalTo(lit(monday))).cache();
        List<Row> areas = AreaTable.exact(week.joined(), week.judgement().silent(), monday);
        write(folder, PublishedTables.SCORES, scores(), "rank", "site_id");
        write(folder, PublishedTables.PARTS, parts(), "site_id", "part");
        write(folder, PublishedTables.ALERTS, alerts(now), "team", "state", "alert_id");
        write(folder, PublishedTables.AREAS, rows(PublishedTables.AREAS, areas), "period", "area_id");
        writeRecord(folder);
        write(folder, PublishedTables.TEAMS, TeamTables.teams(sites, now, settings.alerts(), monday), "team");
        write(folder, PublishedTables.VISITS, visits(sites, now), "team", "visit_order");
        writeHotspots(folder, now);
        writeSites(folder, sites);
        List<Row> volumes = VolumeTable.of(week.joined(), monday);
        write(folder, PublishedTables.VOLUMES, rows(PublishedTables.VOLUMES, volumes), "feed");
        writeShared(folder, areas);
        sites.unpersist();
        now.unpersist();
        return new TreeMap<>(rows);
    }

    private void writeHotspots(Path folder, Dataset<Row> now) {
        List<Hotspot> hotspots = week.found().hotspots();
        HotspotTables spots = new HotspotTables(week.isoWeek(), hotspots, inEpisode(now, hotspots));
        write(folder, PublishedTables.HOTSPOTS, rows(PublishedTables.HOTSPOTS, spots.hotspots()), "hotspot_id");
        List<Row> members = spots.members();
        write(
                folder,
                PublishedTables.HOTSPOT_SITES,
                rows(PublishedTables.HOTSPOT_SITES, members),
                "hotspot_id",
                "site_id");
    }

    private void writeSites(Path folder, Dataset<Row> sites) {
        SiteWeeks joined = week.joined();
        Dataset<Row> weeks = Vacancy.onto(week.judgement().fitted(), joined, monday);
        Dataset<Row> labelled = sites.join(week.found().trends(), new String[] {"site_id"}, "left");
        write(folder, PublishedTables.WEEKS, weeks, "site_id", "week");
        write(folder, PublishedTables.FAMILIES, SiteTables.families(joined, monday), "site_id", "week", "family");
        write(folder, PublishedTables.WORKS, SiteTables.works(joined, monday), "site_id", "start", "operation_id");
        write(folder, PublishedTables.SITES, labelled, "site_id");
    }

    /** What became of episodes, and how often alerts were right. */
    private void writeRecord(Path folder) {
        SparkSession spark = week.joined().sites().sparkSession();
        Dataset<Row> known = spark.createDataFrame(week.field().outcomes(), FieldReport.OUTCOMES);
        write(folder, PublishedTables.EPISODES, TeamTables.episodes(week.decisions(), known), "episode_id");
        List<Row> precision = PrecisionTable.rows(week.field());
        write(folder, PublishedTables.PRECISION, rows(PublishedTables.PRECISION, precision), "kind", "code");
        List<Row> reliability = week.reliability().stream()
                .map(group -> RowFactory.create(
                        group.group(),
                        (int) group.forecasts(),
                        group.forecast(),
                        group.observed(),
                        group.low(),
                        group.high()))
                .toList();
        write(folder, PublishedTables.RELIABILITY, rows(PublishedTables.RELIABILITY, reliability), "group");
    }

    private void writeShared(Path folder, List<Row> areas) {
        List<Row> hidden =
                SharedAreas.of(areas, week.toldAreas(), settings.privacy().minCount());
        List<Row> quality = week.quality()
                .rows(
                        QualityTable.latestFacts(week.joined(), monday.plusDays(6)),
                        week.unmatched(),
                        monday.plusDays(6));
        for (Path target : List.of(folder, folder.resolve("shared"))) {
            write(target, PublishedTables.LABELS, rows(PublishedTables.LABELS, LabelsTable.rows()), "kind", "code");
            write(target, PublishedTables.QUALITY, rows(PublishedTables.QUALITY, quality), "feed", "file");
        }
        write(
                folder.resolve("shared"),
                PublishedTables.AREAS,
                rows(PublishedTables.AREAS, hidden),
                "period",
                "area_id");
    }

    private Dataset<Row> scores() {
        return week.scored().scores().withColumn("rank", rank().over(Window.orderBy(desc("tension_score"))));
    }

    private Dataset<Row> parts() {
        return week.scored().parts();
    }

    private Dataset<Row> alerts(Dataset<Row> now) {
        return AlertCards.of(
                now,
                new AlertCards.Sources(
                        week.joined().facts(),
                        week.judgement().verdicts(),
                        week.scored().context()),
                monday,
                new FieldNotes(week.field(), settings.alerts().precision()));
    }

    private Dataset<Row> visits(Dataset<Row> sites, Dataset<Row> now) {
        return TeamTables.visits(sites, now, week.scored().scores(), week.seed(), monday);
    }

    /** Sites whose episode is not closed, told or not. */
    private static Set<String> inEpisode(Dataset<Row> now, List<Hotspot> hotspots) {
        Object[] members = hotspots.stream()
                .flatMap(spot -> spot.members().stream())
                .map(Hotspot.Member::siteId)
                .toArray();
        return now
                .where(col("state").notEqual("LEVEE").and(col("site_id").isin(members)))
                .select("site_id")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    private Dataset<Row> rows(PublishedTable table, List<Row> rows) {
        SparkSession spark = week.joined().sites().sparkSession();
        return spark.createDataFrame(rows, PublishedFiles.schema(table));
    }

    private void write(Path folder, PublishedTable table, Dataset<Row> content, String... order) {
        long written =
                PublishedFiles.write(folder, table, content.select(PublishedFiles.columns(table)), List.of(order));
        rows.putIfAbsent(table.name(), written);
    }
}
