package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.settings.DetectionSettings;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** Judges every site for one week and the weeks before it that its episodes need. */
public final class JudgeSites {

    private static final long MOST_BYTES = 256L << 20;
    private static final int SILENCE_WEEKS = 3 * 52;

    private final DetectionSettings settings;
    private final List<String> families;
    private final long mostBytes;

    /**
     * What the detectors say.
     *
     * @param evidence rows of {@link DetectionTables#EVIDENCE}, every week of the horizon
     * @param verdicts rows of {@link DetectionTables#VERDICTS}, the published week
     * @param fitted rows of {@link DetectionTables#FITTED}, three years
     * @param silent weeks of three years in which a feed was silent
     * @param since Monday of the first week of the history that the published week was judged by
     */
    public record Judgement(
            Dataset<Row> evidence,
            Dataset<Row> verdicts,
            Dataset<Row> fitted,
            List<SilentWeek> silent,
            LocalDate since) {

        /** Copies the list. */
        public Judgement {
            silent = List.copyOf(silent);
        }
    }

    /** A judge with these settings, who judges these families also on their own. */
    public JudgeSites(DetectionSettings settings, List<String> families) {
        this(settings, families, MOST_BYTES);
    }

    /** A judge whose sites share so much at a time: the less, the more pieces the weeks are judged in. */
    JudgeSites(DetectionSettings settings, List<String> families, long mostBytes) {
        this.settings = settings;
        this.families = List.copyOf(families);
        this.mostBytes = mostBytes;
    }

    /** Judges all sites, in the weeks of the horizon of which no judgement is kept. */
    public Judgement run(SiteWeeks joined, IsoWeek week, KeptJudgements kept) {
        FeedPulse pulse = FeedPulse.of(joined);
        List<JudgementPlan.WeekToJudge> horizon = horizon(pulse, WeekAxis.weekOf(week.monday()), settings);
        KnownCalendar calendar = KnownCalendar.of(joined);
        Map<Integer, String> digests = KnownThen.of(joined, pulse, calendar)
                .digests(horizon.stream().map(JudgementPlan.WeekToJudge::asOf).toList());
        Set<String> known = kept.names();
        TreeMap<Integer, String> wanted = new TreeMap<>(digests);
        wanted.entrySet().removeIf(one -> known.contains(name(one)));
        Map.Entry<Integer, String> published = new TreeMap<>(digests).lastEntry();
        String newest = name(published);
        if (!wanted.isEmpty() || !kept.hasWeek(newest)) {
            int last = horizon.get(horizon.size() - 1).asOf();
            List<JudgementPlan.WeekToJudge> weeks = horizon.stream()
                    .filter(one -> wanted.containsKey(one.asOf()) || one.asOf() == last)
                    .toList();
            judge(
                    joined,
                    new JudgementPlan(weeks, common(joined)),
                    new Wanted(pulse, calendar, wanted, published),
                    kept);
        }
        return new Judgement(
                kept.evidence(digests.entrySet().stream().map(JudgeSites::name).toList()),
                kept.week(DetectionTables.VERDICTS, newest),
                kept.week(DetectionTables.FITTED, newest),
                pulse.silentWeeks(WeekAxis.weekOf(week.monday()), SILENCE_WEEKS),
                WeekAxis.mondayOf(horizon.get(horizon.size() - 1).firstWeek()));
    }

    /**
     * What is wanted of a judgement.
     *
     * @param pulse which feeds were alive
     * @param calendar known periods
     * @param digests weeks of which evidence is wanted, with what could be seen in them
     * @param published the published week, with what could be seen in it
     */
    private record Wanted(
            FeedPulse pulse,
            KnownCalendar calendar,
            TreeMap<Integer, String> digests,
            Map.Entry<Integer, String> published) {

        /** The newest of the wanted weeks that are in a piece of the plan. */
        Optional<Map.Entry<Integer, String>> newestOf(JudgementPlan piece) {
            return digests.descendingMap().entrySet().stream()
                    .filter(week -> piece.asOfs().anyMatch(asOf -> asOf == week.getKey()))
                    .findFirst();
        }
    }

    private void judge(SiteWeeks joined, JudgementPlan plan, Wanted wanted, KeptJudgements kept) {
        LocalDate since = WeekAxis.mondayOf(plan.oldestWeek());
        Dataset<Row> events = SiteEvents.of(joined, since, settings.buckets()).persist();
        for (JudgementPlan piece : plan.pieces(mostBytes, settings.buckets())) {
            Portfolio portfolio = EstimatePortfolio.from(events, piece, wanted.calendar());
            Broadcast<SiteRows> shared = share(events, new SiteRows(portfolio, wanted.pulse(), wanted.digests()));
            keep(events, piece, shared, wanted, kept);
            shared.destroy();
        }
        events.unpersist();
    }

    /** Keeps what is wanted of a piece before the next is begun: what its sites share is large and learned on the way. */
    private static void keep(
            Dataset<Row> events, JudgementPlan piece, Broadcast<SiteRows> shared, Wanted wanted, KeptJudgements kept) {
        Dataset<Row> judged = rows(
                        events, SiteRows.JUDGED, (site, out) -> shared.value().judged(site, out))
                .persist();
        wanted.newestOf(piece).ifPresent(week -> kept.keep(name(week), part(judged, "evidence")));
        if (piece.lastAsOf() == wanted.published().getKey()) {
            kept.keepWeek(
                    name(wanted.published()),
                    part(judged, "verdict"),
                    rows(
                            events,
                            DetectionTables.FITTED.schema(),
                            (site, out) -> shared.value().fitted(site, out)));
        }
        judged.unpersist();
    }

    private static String name(Map.Entry<Integer, String> week) {
        return WeekAxis.mondayOf(week.getKey()) + " " + week.getValue();
    }

    private static Broadcast<SiteRows> share(Dataset<Row> events, SiteRows rows) {
        return JavaSparkContext.fromSparkContext(events.sparkSession().sparkContext())
                .broadcast(rows);
    }

    private static Dataset<Row> part(Dataset<Row> judged, String part) {
        return judged.where(col(part).isNotNull()).select(part + ".*");
    }

    /** Rows that a step makes of each site, one site after the other. */
    static Dataset<Row> rows(Dataset<Row> events, StructType schema, SiteStep step) {
        MapPartitionsFunction<Row, Row> perSite = rows -> new FlatSites(new SiteRecords(rows), step);
        return events.mapPartitions(perSite, Encoders.row(schema));
    }

    /** Weeks up to the published one, each with the history that was known then; those before all feeds are left out. */
    static List<JudgementPlan.WeekToJudge> horizon(FeedPulse pulse, int asOf, DetectionSettings settings) {
        List<JudgementPlan.WeekToJudge> weeks = new ArrayList<>();
        for (int week = asOf - settings.horizonWeeks() + 1; week <= asOf; week++) {
            int oldest = pulse.oldestWeek(week);
            if (oldest <= week || week == asOf) {
                int first = Math.max(Math.min(oldest, week), week - settings.historyWeeks() + 1);
                weeks.add(new JudgementPlan.WeekToJudge(week, first));
            }
        }
        return weeks;
    }

    private JudgementPlan.Common common(SiteWeeks joined) {
        List<String> agencies = joined.sites().select("agency").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
        Row presence =
                joined.presence().where(col("hours").gt(0)).agg(min("week")).first();
        int firstPresence = presence.isNullAt(0) ? SiteEvents.OPEN : WeekAxis.weekOf(presence.<LocalDate>getAs(0));
        return new JudgementPlan.Common(agencies, families, firstPresence);
    }

    /** Makes rows of one site. */
    interface SiteStep extends java.io.Serializable {
        void take(SiteRecord site, List<Row> out);
    }

    /** Rows of one site after the other, so that a bucket is never held in memory. */
    private static final class FlatSites implements Iterator<Row> {

        private final Iterator<SiteRecord> sites;
        private final SiteStep step;
        private Iterator<Row> current = Collections.emptyIterator();

        FlatSites(Iterator<SiteRecord> sites, SiteStep step) {
            this.sites = sites;
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && sites.hasNext()) {
                List<Row> rows = new ArrayList<>();
                step.take(sites.next(), rows);
                current = rows.iterator();
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
