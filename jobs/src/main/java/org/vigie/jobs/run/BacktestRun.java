package org.vigie.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.BacktestMeasure;
import org.vigie.jobs.alerts.CarriedEpisodes;
import org.vigie.jobs.alerts.Findings;
import org.vigie.jobs.alerts.RaiseAlerts;
import org.vigie.jobs.backtest.Backtest;
import org.vigie.jobs.detection.CompareWeeks;
import org.vigie.jobs.detection.JudgeSites;
import org.vigie.jobs.detection.KeptJudgements;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Manifests;
import org.vigie.jobs.run.RunProgress.Stage;
import org.vigie.jobs.scoring.ForecastEscalations;
import org.vigie.jobs.settings.DetectionSettings;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.siteweeks.JoinSiteWeeks;
import org.vigie.jobs.siteweeks.SiteWeeks;
import org.vigie.jobs.staged.DataRefused;
import org.vigie.jobs.staged.StagedTables;
import org.vigie.jobs.texts.Message;

/**
 * Measures what would have been said in past weeks. The weeks are judged together, each as known then, so that a year
 * costs about one judgement of two years and not 52 runs. Nothing that became known after the last week is read, and
 * nothing that is published is touched.
 */
public final class BacktestRun {

    private final Workspace workspace;
    private final Settings settings;
    private final RunProgress progress;

    /** A back-test in this workspace. */
    public BacktestRun(Workspace workspace, Settings settings, RunProgress progress) {
        this.workspace = workspace;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * What it found.
     *
     * @param measures figures in the order of the report
     * @param planted whether tensions are written down to hold signals against
     * @param refused file name to why the file as a whole could not be used
     * @param seconds seconds by stage
     */
    public record Outcome(
            List<BacktestMeasure> measures,
            boolean planted,
            Map<String, String> refused,
            Map<String, Double> seconds) {}

    /** Tests all weeks from one to another; throws {@link DataRefused} when the data cannot be used. */
    public Outcome run(IsoWeek from, IsoWeek to, Instant now) {
        return RunLock.holding(workspace, () -> {
            Manifest before = new Manifests(workspace.lake()).latest();
            Deliveries deliveries = new Deliveries(workspace, settings, before);
            deliveries.requireEnough();
            return new IngestedLake(workspace, settings, progress)
                    .work(deliveries, before, now, ready -> tested(ready, from, to));
        });
    }

    private Outcome tested(IngestedLake.Ready ready, IsoWeek from, IsoWeek to) {
        Backtest.Question question = new Backtest.Question(
                from, to, KnownTensions.of(workspace), team -> settings.alerts().capacityOf(team));
        Backtest.Said said = said(ready.lake(), ready.ingested().manifest(), question);
        List<BacktestMeasure> measures = progress.timed(Stage.EVALUATION, () -> Backtest.measure(said, question));
        if (measures.isEmpty()) {
            throw new DataRefused(
                    Message.of("backtest.nothing", "from", from.toString()).with("to", to.toString()));
        }
        return new Outcome(
                measures, !question.tensions().isEmpty(), ready.ingested().refused(), progress.seconds());
    }

    private Backtest.Said said(Lake lake, Manifest manifest, Backtest.Question question) {
        JoinSiteWeeks join = new JoinSiteWeeks(lake, WeekBuilder.joinSettings(settings));
        List<Dataset<Row>> compared = new ArrayList<>();
        List<Dataset<Row>> evidence = new ArrayList<>();
        List<Dataset<Row>> forecasts = new ArrayList<>();
        for (PlaceHistory run : PlaceHistory.of(join.weeksThatChangePlaces(manifest), question.from(), question.to())) {
            SiteWeeks joined =
                    progress.timed(Stage.SITE_WEEKS, () -> join.asKnown(manifest, run.first(), question.to()));
            int before = evidence.isEmpty() ? settings.detection().horizonWeeks() : 0;
            evidence.add(progress.timed(Stage.DETECTION, () -> judged(lake, joined, run.last(), run.weeks() + before)));
            compared.add(CompareWeeks.of(joined, run.last(), question.to(), horizon(run.weeks()))
                    .join(joined.sites().select("site_id", "longitude", "latitude"), "site_id"));
            forecasts.add(new ForecastEscalations(
                            joined, together(evidence), settings.detection().buckets())
                    .of(run.mondays()));
        }
        Dataset<Row> all = together(evidence);
        Dataset<Row> decisions = progress.timed(Stage.DECISION, () -> decided(lake, manifest, all, question.to()));
        return new Backtest.Said(together(compared), all, decisions, together(forecasts));
    }

    private static Dataset<Row> together(List<Dataset<Row>> runs) {
        return runs.stream().reduce(Dataset::unionByName).orElseThrow();
    }

    private Dataset<Row> judged(Lake lake, SiteWeeks joined, IsoWeek last, int weeks) {
        KeptJudgements kept = new KeptJudgements(lake, WeekBuilder.judgementKey(settings));
        return new JudgeSites(horizon(weeks), WeekBuilder.families())
                .run(joined, last, kept)
                .evidence();
    }

    private DetectionSettings horizon(int weeks) {
        return settings.detection().withHorizon(weeks);
    }

    private Dataset<Row> decided(Lake lake, Manifest manifest, Dataset<Row> evidence, IsoWeek to) {
        Findings findings = Findings.of(lake.read(StagedTables.OUTCOMES, manifest)
                .where(col("known_at").lt(lit(to.plusWeeks(1).monday().atStartOfDay()))));
        return RaiseAlerts.decide(
                evidence,
                findings,
                CarriedEpisodes.NONE,
                WeekBuilder.rules(settings),
                settings.detection().buckets());
    }
}
