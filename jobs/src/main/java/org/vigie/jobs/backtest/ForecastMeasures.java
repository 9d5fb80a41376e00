package org.vigie.jobs.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.analytics.evaluation.BrierScore;
import org.vigie.analytics.evaluation.CalibrationFit;
import org.vigie.analytics.evaluation.ClusteredShare;
import org.vigie.analytics.evaluation.ReliabilityTable;
import org.vigie.dashboards.tables.BacktestMeasure;

/**
 * The four-week forecast and its rivals against what came.
 *
 * <p>Differences of Brier scores are drawn anew <b>by site</b>: the weeks of a site share its level and their four-week
 * outcomes overlap, so a site with all its weeks is what is independent of the others. That leaves out shocks that hit all
 * sites in a week; the same difference is therefore also given by runs of four weeks, {@code brier_difference_weeks}.
 */
final class ForecastMeasures {

    static final String SCOPE = "forecast";
    static final String FORECAST = "forecast";

    private static final int GROUPS = 10;
    private static final int WEEKS_TOGETHER = 4;
    private static final String HINDSIGHT = "-recalibrated";

    private final SiteWeekPanel panel;
    private final int[] rows;
    private final boolean[] came;
    private final int[] sites;
    private final double[] forecast;

    /** Measures on these rows, whose four weeks are over and of which there is a forecast. */
    ForecastMeasures(SiteWeekPanel panel, int[] rows) {
        this.panel = panel;
        this.rows = rows.clone();
        double[] ahead = panel.at(rows, "ahead");
        this.came = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            came[i] = ahead[i] > 0;
        }
        this.sites = panel.sitesOf(rows);
        this.forecast = panel.at(rows, "probability");
    }

    List<BacktestMeasure> all() {
        List<BacktestMeasure> measures = new ArrayList<>();
        measures.add(Measures.share(SCOPE, "outcome", "base_rate", ClusteredShare.of(came, sites)));
        measures.addAll(of(FORECAST, forecast));
        for (String rival : Rivals.NAMES) {
            double[] probability = panel.at(rows, Rivals.probability(rival));
            measures.addAll(of(rival, probability));
            measures.addAll(against(rival, probability));
            double[] best = Rivals.recalibrated(probability, came, sites);
            measures.add(BacktestMeasure.of(SCOPE, rival + HINDSIGHT, "brier", BrierScore.of(best, came), rows.length));
            measures.addAll(against(rival + HINDSIGHT, best));
        }
        for (ReliabilityTable.Group group : ReliabilityTable.of(forecast, came, sites, GROUPS)) {
            measures.add(
                    Measures.share(SCOPE, FORECAST, "reliability", group.came()).at(group.forecast()));
        }
        return measures;
    }

    private List<BacktestMeasure> of(String method, double[] probability) {
        CalibrationFit fit = CalibrationFit.of(probability, came, sites);
        double mean = Arrays.stream(probability).average().orElse(Double.NaN);
        return List.of(
                BacktestMeasure.of(SCOPE, method, "brier", BrierScore.of(probability, came), rows.length),
                BacktestMeasure.of(SCOPE, method, "mean_probability", mean, rows.length),
                BacktestMeasure.of(SCOPE, method, "calibration_slope", fit.slope(), rows.length)
                        .within(fit.slopeLow(), fit.slopeHigh()));
    }

    /** Brier score of the forecast less that of a rival: below 0, the forecast is better. */
    private List<BacktestMeasure> against(String rival, double[] probability) {
        int blocks = (panel.weeks().size() + WEEKS_TOGETHER - 1) / WEEKS_TOGETHER;
        double[] bySite = new double[panel.sites().size()];
        double[] byBlock = new double[blocks];
        int[] casesOfSite = new int[bySite.length];
        int[] casesOfBlock = new int[blocks];
        for (int i = 0; i < rows.length; i++) {
            double difference =
                    BrierScore.squaredError(forecast[i], came[i]) - BrierScore.squaredError(probability[i], came[i]);
            int block = panel.week(rows[i]) / WEEKS_TOGETHER;
            bySite[sites[i]] += difference;
            casesOfSite[sites[i]]++;
            byBlock[block] += difference;
            casesOfBlock[block]++;
        }
        return List.of(
                Measures.ratio(SCOPE, rival, "brier_difference", bySite, casesOfSite),
                Measures.ratio(SCOPE, rival, "brier_difference_weeks", byBlock, casesOfBlock));
    }
}
