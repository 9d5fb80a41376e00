package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.lake.Table;
import org.vigie.jobs.settings.DetectionSettings;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** Judges every site for one week and the weeks before it that its episodes need. */
public final class JudgeSites {

    private static final long MOST_BYTES = 256L << 20;

    private final DetectionSettings settings;
    private final List<String> families;

    /**
     * What the detectors say.
     *
     * @param evidence rows of {@link DetectionTables#EVIDENCE}, every week of the horizon
     * @param verdicts rows of {@link DetectionTables#VERDICTS}, the published week
     * @param fitted rows of {@link DetectionTables#FITTED}, three years
     */
    public record Judgement(Dataset<Row> evidence, Dataset<Row> verdicts, Dataset<Row> fitted) {}

    /** A judge with these settings, who judges these families also on their own. */
    public JudgeSites(DetectionSettings settings, List<String> families) {
        this.settings = settings;
        this.families = List.copyOf(families);
    }

    /** Judges all sites. */
    public Judgement run(SiteWeeks joined, IsoWeek week) {
        int asOf = WeekAxis.weekOf(week.monday());
        FeedPulse pulse = FeedPulse.of(joined);
        JudgementPlan plan = plan(joined, pulse, asOf);
        LocalDate since = WeekAxis.mondayOf(plan.firstWeek(plan.firstAsOf()));
        Dataset<Row> events = SiteEvents.of(joined, since, settings.buckets()).persist();
        List<Dataset<Row>> evidence = new ArrayList<>();
        Broadcast<SiteRows> newest = null;
        for (JudgementPlan piece : plan.pieces(MOST_BYTES, settings.buckets())) {
            Broadcast<SiteRows> shared = share(events, new SiteRows(EstimatePortfolio.from(events, piece), pulse));
            evidence.add(rows(
                    events,
                    DetectionTables.EVIDENCE,
                    (site, out) -> shared.value().evidence(site, out)));
            newest = shared;
        }
        Broadcast<SiteRows> last = Objects.requireNonNull(newest);
        return new Judgement(
                evidence.stream().reduce(Dataset::unionByName).orElseThrow(),
                rows(
                        events,
                        DetectionTables.VERDICTS,
                        (site, out) -> last.value().verdicts(site, out)),
                rows(events, DetectionTables.FITTED, (site, out) -> last.value().fitted(site, out)));
    }

    private static Broadcast<SiteRows> share(Dataset<Row> events, SiteRows rows) {
        return JavaSparkContext.fromSparkContext(events.sparkSession().sparkContext())
                .broadcast(rows);
    }

    private static Dataset<Row> rows(Dataset<Row> events, Table table, SiteStep step) {
        MapPartitionsFunction<Row, Row> perSite = rows -> new FlatSites(new SiteRecords(rows), step);
        return events.mapPartitions(perSite, Encoders.row(table.schema()));
    }

    private JudgementPlan plan(SiteWeeks joined, FeedPulse pulse, int asOf) {
        List<String> agencies = joined.sites().select("agency").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
        boolean presence = !joined.presence().where(col("hours").gt(0)).isEmpty();
        int oldest = pulse.feeds().stream()
                .mapToInt(feed -> pulse.firstWeek(feed, asOf))
                .max()
                .orElse(asOf);
        int firstAsOf = Math.max(Math.min(asOf, oldest), asOf - settings.horizonWeeks() + 1);
        return new JudgementPlan(
                new JudgementPlan.Horizon(firstAsOf, asOf, settings.historyWeeks(), oldest),
                agencies,
                families,
                presence);
    }

    /** Makes rows of one site. */
    private interface SiteStep extends java.io.Serializable {
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
