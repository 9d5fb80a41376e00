package org.vigie.analytics.prospective;

import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.numeric.Normal;
import org.vigie.analytics.prospective.EarsSettings.Variant;

/**
 * The Early Aberration Reporting System: counts against a short moving baseline (Hutwagner et al. 2003, Journal of Urban
 * Health 80(2) suppl. 1, i89-i96; Salmon et al. 2016, Journal of Statistical Software 70(10), section 2).
 *
 * <pre>
 *   C1(t) = (y[t] - mean) / sd      over y[t-b] .. y[t-1]
 *   C2(t) = (y[t] - mean) / sd      over y[t-b-2] .. y[t-3]
 *   C3(t) = sum of max(0, C2(i) - 1) over i = t-2 .. t
 * </pre>
 * <p>The thresholds are mean + z sd for C1 and C2; for C3, as in R's {@code earsC}, y[t] + sd (z - what the two periods
 * before contribute), at least 0: those two decide. A flat baseline has sd = 0, and any count above it signals; set a
 * smallest deviation against that. Golden file: {@code golden/ears.csv.gz}.
 */
public final class Ears {

    private static final int PERIODS_OF_C3 = 3;

    private final EarsSettings settings;
    private final double normalQuantile;

    /** A detector with these settings. */
    public Ears(EarsSettings settings) {
        this.settings = settings;
        this.normalQuantile = Normal.quantile(1 - settings.alpha());
    }

    /** Judges the period at a position, counted from 0; reads nothing later than that period. */
    public Verdict judge(CountSeries series, int position) {
        boolean sum = settings.variant() == Variant.C3;
        int earliest = sum ? position - PERIODS_OF_C3 + 1 : position;
        if (earliest - settings.variant().guardPeriods() - settings.baselinePeriods() < 0) {
            return new Verdict.NotAssessed(Reason.HISTORY_TOO_SHORT);
        }
        double observed = series.count(position);
        double mean = mean(series, position);
        double deviation = deviation(series, position, mean);
        double before = sum ? beyondOne(series, position - 1) + beyondOne(series, position - 2) : 0;
        double threshold =
                sum ? Math.max(0, observed + deviation * (normalQuantile - before)) : mean + normalQuantile * deviation;
        if (Double.isNaN(threshold)) {
            return new Verdict.NotAssessed(Reason.NO_FIT);
        }
        double pValue = Normal.upperTail(sum ? before : distance(observed - mean, deviation));
        double score = Math.max(0, -Math.log10(Math.max(pValue, Double.MIN_VALUE)));
        Evidence evidence = new Evidence(observed, mean, threshold, score, pValue);
        return observed > threshold ? new Verdict.Signal(evidence) : new Verdict.Quiet(evidence);
    }

    private double beyondOne(CountSeries series, int position) {
        double mean = mean(series, position);
        double deviation = deviation(series, position, mean);
        return Math.max(0, (series.count(position) - mean) / deviation - 1);
    }

    private double mean(CountSeries series, int position) {
        double sum = 0;
        int end = position - settings.variant().guardPeriods();
        for (int i = end - settings.baselinePeriods(); i < end; i++) {
            sum += series.count(i);
        }
        return sum / settings.baselinePeriods();
    }

    private double deviation(CountSeries series, int position, double mean) {
        double squares = 0;
        int end = position - settings.variant().guardPeriods();
        for (int i = end - settings.baselinePeriods(); i < end; i++) {
            double difference = series.count(i) - mean;
            squares += difference * difference;
        }
        return Math.max(Math.sqrt(squares / (settings.baselinePeriods() - 1)), settings.fewestDeviation());
    }

    /** Deviations above the mean; from a flat baseline, 0 for the mean itself. */
    private static double distance(double difference, double deviation) {
        return difference == 0 ? 0 : difference / deviation;
    }
}
