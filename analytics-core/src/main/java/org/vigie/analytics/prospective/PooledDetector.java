package org.vigie.analytics.prospective;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledExpectation;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.series.SiteHistory;

/**
 * Judges the newest week of a site against a baseline that the whole portfolio shares.
 *
 * <p>Two questions are asked together: has the site been above what is expected for some weeks (evidence summed over
 * onsets, factors and shapes), and is the newest week alone out of range. The stronger answer counts, at the price of
 * having asked twice.
 */
public final class PooledDetector {

    private PooledDetector() {}

    /** Judges the newest week of a history, the one that the baseline was made for. */
    public static PooledVerdict judge(SiteHistory site, PooledBaseline baseline) {
        PooledSettings settings = baseline.settings();
        if (site.weeks() < settings.minimumWeeks()) {
            return PooledVerdict.notAssessed(Reason.HISTORY_TOO_SHORT);
        }
        if (site.weeks() - site.firstWeek() < settings.minimumWeeks()) {
            return PooledVerdict.notAssessed(Reason.SITE_TOO_YOUNG);
        }
        PooledExpectation expectation = baseline.expect(site);
        if (!(expectation.expected(site.weeks() - 1) > 0)) {
            return PooledVerdict.notAssessed(Reason.NO_FIT);
        }
        return judge(site, expectation, settings);
    }

    private static PooledVerdict judge(SiteHistory site, PooledExpectation expectation, PooledSettings settings) {
        int last = site.weeks() - 1;
        int window = settings.guardWeeks();
        int first = last - window + 1;
        double[] observed = new double[window];
        double[] expected = new double[window];
        double[] variances = new double[window];
        for (int week = 0; week < window; week++) {
            observed[week] = site.observed(first + week);
            expected[week] = expectation.expected(first + week);
            variances[week] = expectation.variance(first + week, last);
        }
        double[] byOnset = PooledEvidenceKernel.byOnset(observed, expected, variances);
        int onset = highest(byOnset);
        double lasting = 0;
        for (double evidence : byOnset) {
            lasting += Math.exp(evidence) / window;
        }
        double jump = upperTail(observed[window - 1], expected[window - 1], variances[window - 1]);
        double strongest = Math.min(jump, 1 / lasting);
        double pValue = Math.min(1, 2 * strongest);
        Evidence evidence = new Evidence(
                observed[window - 1],
                expected[window - 1],
                threshold(expected[window - 1], variances[window - 1], settings.alpha()),
                -Math.log10(strongest),
                pValue);
        return new PooledVerdict(
                pValue <= settings.alpha() ? new Verdict.Signal(evidence) : new Verdict.Quiet(evidence),
                first + onset,
                sum(observed, onset),
                sum(expected, onset),
                1 / pValue);
    }

    /** Expected counts and ordinary range of all weeks, for a chart. */
    public static PooledChart chart(SiteHistory site, PooledBaseline baseline) {
        PooledExpectation expectation = baseline.expect(site);
        int weeks = site.weeks();
        double[][] lines = new double[4][weeks];
        for (int week = 0; week < weeks; week++) {
            double expected = expectation.expected(week);
            double variance = expectation.variance(week, week);
            lines[0][week] = expected;
            lines[1][week] = Math.max(0, threshold(expected, variance, .95));
            lines[2][week] = threshold(expected, variance, .05);
            lines[3][week] = threshold(expected, variance, baseline.settings().alpha());
        }
        return new PooledChart(lines);
    }

    /** Chance of a count at least as high, of a negative binomial with a mean and the variance of its true mean. */
    private static double upperTail(double count, double mean, double variance) {
        if (count <= 0) {
            return 1;
        }
        double size = mean * mean / variance;
        return size > 1e6
                ? Gamma.regularizedGammaP(count, mean)
                : Beta.regularizedBeta(mean / (mean + size), count, size);
    }

    /** Highest count that is still exceeded with a chance above alpha. */
    private static double threshold(double mean, double variance, double alpha) {
        if (!(mean > 0)) {
            return 0;
        }
        double low = -1;
        double high = 1;
        while (upperTail(high + 1, mean, variance) > alpha) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (upperTail(middle + 1, mean, variance) > alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static int highest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] >= values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double sum(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }
}
