package org.vigie.jobs.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.vigie.analytics.evaluation.CalibrationFit;
import org.vigie.analytics.evaluation.KernelDensity;

/**
 * Naive methods for the forecast's job, as somebody with a spreadsheet would do it. Each expects a number of escalation
 * facts in the four weeks to come, from what was known at the end of the week:
 *
 * <ul>
 *   <li><b>last-year</b>: as many as in the same four weeks a year earlier;
 *   <li><b>moving-mean</b>: four times the site's weekly mean over a year;
 *   <li><b>count</b>: the portfolio's number of a year, shared out by all facts of the year;
 *   <li><b>recent-count</b>: the same, by all facts of the last four weeks;
 *   <li><b>kernel-density</b>: the same, by the year's escalation facts smoothed over space.
 * </ul>
 *
 * <p>The probability of at least one is 1 - exp(-expected).
 */
final class Rivals {

    /** Names, which are also the columns of their expected numbers. */
    static final List<String> NAMES = List.of("last-year", "moving-mean", "count", "recent-count", "kernel-density");

    /** Bandwidth of the map: how far the eye carries from a residence. */
    static final double BANDWIDTH_METRES = 500;

    private static final double AHEAD_SHARE_OF_YEAR = 4.0 / 52;

    private Rivals() {}

    /** Adds the expected number and the probability of every rival to the panel. */
    static void addTo(SiteWeekPanel panel) {
        panel.put("last-year", panel.column("escalations_last_year"));
        panel.put("moving-mean", each(panel.column("escalations_mean"), mean -> 4 * mean));
        panel.put("count", sharedOut(panel, rows -> panel.at(rows, "facts_year")));
        panel.put("recent-count", sharedOut(panel, rows -> panel.at(rows, "facts_recent")));
        panel.put("kernel-density", sharedOut(panel, rows -> density(panel, rows)));
        NAMES.forEach(name ->
                panel.put(probability(name), each(panel.column(name), expected -> 1 - Math.exp(-expected))));
    }

    /** Column of a method's probability. */
    static String probability(String method) {
        return method + " probability";
    }

    /**
     * A rival's probabilities as they would have been best, told afterwards: log odds stretched and shifted by what came.
     * No forecast can know that; a rival that loses even so is not held down by bad scaling.
     */
    static double[] recalibrated(double[] probability, boolean[] happened, int[] unit) {
        double[] kept = each(probability, p -> Math.max(p, smallest(probability)));
        CalibrationFit fit = CalibrationFit.of(kept, happened, unit);
        return Double.isNaN(fit.slope())
                ? kept
                : each(kept, p -> 1 / (1 + Math.exp(-fit.intercept() - fit.slope() * Math.log(p / (1 - p)))));
    }

    /** Half of the smallest probability above 0 stands for those that are 0. */
    private static double smallest(double[] probability) {
        return Arrays.stream(probability).filter(p -> p > 0).min().orElse(.5) / 2;
    }

    private static double[] sharedOut(SiteWeekPanel panel, Function<int[], double[]> weights) {
        double[] expected = new double[panel.rows()];
        for (int[] rows : panel.byWeek(panel.where(row -> true))) {
            double[] weight = weights.apply(rows);
            double total = Arrays.stream(panel.at(rows, "escalations_year")).sum() * AHEAD_SHARE_OF_YEAR;
            double sum = Arrays.stream(weight).sum();
            for (int i = 0; i < rows.length; i++) {
                expected[rows[i]] = sum > 0 ? total * weight[i] / sum : 0;
            }
        }
        return expected;
    }

    private static double[] density(SiteWeekPanel panel, int[] rows) {
        return new KernelDensity(panel.at(rows, "longitude"), panel.at(rows, "latitude"), BANDWIDTH_METRES)
                .of(panel.at(rows, "escalations_year"));
    }

    private static double[] each(double[] values, java.util.function.DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }
}
