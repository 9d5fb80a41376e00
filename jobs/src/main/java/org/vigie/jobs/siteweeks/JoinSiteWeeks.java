package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.staged.StagedTables;
import org.vigie.jobs.staged.VersionLog;

/** Resolves the staged logs of a manifest to sites and weeks, once per manifest and settings. */
public final class JoinSiteWeeks {

    private static final List<String> PLACE = List.of("site_id", "valid_from", "area_generation");

    private final Lake lake;
    private final JoinSettings settings;

    /** A join in this lake. */
    public JoinSiteWeeks(Lake lake, JoinSettings settings) {
        this.lake = lake;
        this.settings = settings;
    }

    /**
     * What the join depends on besides the data.
     *
     * @param minDwellings smallest unit that has a row of its own
     * @param attachWithinMetres reach for what has coordinates but no code
     * @param escalationTypes kinds of facts that the forecast is about
     * @param key names these settings and the code version
     */
    public record JoinSettings(int minDwellings, double attachWithinMetres, List<String> escalationTypes, String key) {

        /** Copies the list. */
        public JoinSettings {
            escalationTypes = List.copyOf(escalationTypes);
        }
    }

    /** Reads what was joined for this manifest, joining first if nobody did. */
    public SiteWeeks run(Manifest manifest) {
        StagedLog log = StagedLog.whole(lake, manifest);
        SiteWeeks joined = join(log, key(manifest));
        return joined.withFates(lake.derived(
                SiteWeekTables.FATES, key(manifest), () -> joined.fates().unionByName(logOnly(log))));
    }

    /**
     * The same as it would have been joined by somebody who knew nothing that became known after some weeks: with the
     * places described as at the end of one week, and everything else that was known at the end of another. What became
     * of rows is left out.
     */
    public SiteWeeks asKnown(Manifest manifest, IsoWeek placesAt, IsoWeek at) {
        StagedLog log = StagedLog.knownBy(lake, manifest, placesAt, at);
        SiteWeeks joined = join(log, key(manifest) + "-" + placesAt + "-" + at);
        return joined.withFates(lake.spark().createDataFrame(List.of(), SiteWeekTables.FATES.schema()));
    }

    /** Weeks in which something new became known of places. */
    public List<IsoWeek> weeksThatChangePlaces(Manifest manifest) {
        return VersionLog.withLifetimes(lake.read(StagedTables.SITES, manifest), PLACE, List.of())
                .where(col("fate").notEqual("duplicate"))
                .select("known_on")
                .distinct()
                .orderBy("known_on")
                .collectAsList()
                .stream()
                .map(row -> new IsoWeek(row.<LocalDate>getAs(0)))
                .toList();
    }

    /** Joins a log; the fates are those of rows that are joined, not yet kept. */
    private SiteWeeks join(StagedLog log, String key) {
        Dataset<Row> described =
                ResolvePlaces.newestDescriptions(log.read(StagedTables.SITES)).cache();
        Dataset<Row> sites =
                lake.derived(SiteWeekTables.SITES, key, () -> ResolvePlaces.sites(described, settings.minDwellings()));
        Dataset<Row> places = lake.derived(
                SiteWeekTables.PLACES, key, () -> ResolvePlaces.places(described, settings.minDwellings()));
        Dataset<Row> facts = lake.derived(SiteWeekTables.FACTS, key, () -> resolvedFacts(log, places, sites));
        Dataset<Row> works = resolvedWorks(log, places, sites);
        Dataset<Row> turnover = ResolveContext.turnover(log.read(StagedTables.TURNOVER), places);
        Dataset<Row> presence = ResolveContext.presence(log.read(StagedTables.PRESENCE), places);
        SiteWeeks joined = new SiteWeeks(
                sites,
                facts,
                lake.derived(SiteWeekTables.COUNTS, key, () -> CountSiteWeeks.facts(facts)),
                lake.derived(SiteWeekTables.WORKS, key, () -> standingPlans(works)),
                lake.derived(SiteWeekTables.MOVES, key, () -> moves(turnover)),
                lake.derived(SiteWeekTables.PRESENCE, key, () -> ResolveContext.presencePerWeek(presence)),
                Fates.of(facts)
                        .unionByName(Fates.of(works, "WORKS"))
                        .unionByName(Fates.of(turnover, "TURNOVER"))
                        .unionByName(Fates.of(presence, "PRESENCE")),
                lake.derived(SiteWeekTables.CALENDAR, key, () -> standing(calendar(log))));
        described.unpersist();
        return joined;
    }

    /** Deletes what was joined for other manifests or settings; only for the one writer of a workspace. */
    public void forgetOthers(Manifest manifest) {
        SiteWeekTables.ALL.forEach(table -> lake.forgetAllBut(table, key(manifest)::equals));
    }

    private String key(Manifest manifest) {
        return String.format("m%06d-%s", manifest.number(), settings.key());
    }

    private Dataset<Row> resolvedFacts(StagedLog log, Dataset<Row> places, Dataset<Row> sites) {
        Dataset<Row> staged = log.read(StagedTables.FACTS);
        Dataset<Row> nearest = NearestSite.attach(staged, sites, settings.attachWithinMetres());
        return ResolveFacts.run(staged, places, nearest, settings.escalationTypes());
    }

    private Dataset<Row> resolvedWorks(StagedLog log, Dataset<Row> places, Dataset<Row> sites) {
        Dataset<Row> staged = log.read(StagedTables.WORKS);
        return ResolveContext.works(staged, places, NearestSite.attach(staged, sites, settings.attachWithinMetres()));
    }

    private static Dataset<Row> standingPlans(Dataset<Row> works) {
        return standing(works).where(col("site_id").isNotNull());
    }

    private static Dataset<Row> moves(Dataset<Row> turnover) {
        return CountSiteWeeks.signed(standing(turnover), List.of("site_id", "week", "direction"));
    }

    /** Versions that were believed for some time. */
    private static Dataset<Row> standing(Dataset<Row> versions) {
        return versions.where(col("fate").isin("used", "superseded"))
                .where(col("replaced_on").isNull().or(col("replaced_on").gt(col("known_on"))));
    }

    private Dataset<Row> calendar(StagedLog log) {
        return VersionLog.withLifetimes(log.read(StagedTables.CALENDAR), List.of("starts_on", "code"), List.of());
    }

    /** Feeds that name places or periods: their rows are used, replaced or repeated, and nothing else. */
    private Dataset<Row> logOnly(StagedLog log) {
        Dataset<Row> sites = VersionLog.withLifetimes(log.read(StagedTables.SITES), PLACE, List.of());
        Dataset<Row> outcomes =
                VersionLog.withLifetimes(log.read(StagedTables.OUTCOMES), List.of("alert_id", "outcome_on"), List.of());
        return logFates(sites, "SITES")
                .unionByName(logFates(calendar(log), "CALENDAR"))
                .unionByName(logFates(outcomes, "OUTCOMES"));
    }

    private static Dataset<Row> logFates(Dataset<Row> versions, String feed) {
        return Fates.of(
                versions.withColumn(
                        "rule",
                        when(col("fate").equalTo("duplicate"), "repeated-row")
                                .when(col("fate").equalTo("superseded"), "newer-version")
                                .otherwise(lit(null).cast("string"))),
                feed);
    }
}
