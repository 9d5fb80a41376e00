package org.vigie.analytics.prospective;

import org.vigie.analytics.baseline.PooledExpectation;
import org.vigie.analytics.series.SiteHistory;

/** The newest weeks of a site beside what was expected of them, and the evidence that they hold. */
final class PooledWindow {

    private final int first;
    private final double[] observed;
    private final double[] expected;
    private final double[] variances;

    private PooledWindow(int first, int weeks) {
        this.first = first;
        observed = new double[weeks];
        expected = new double[weeks];
        variances = new double[weeks];
    }

    /** The window that ends with the newest week. */
    static PooledWindow of(SiteHistory site, PooledExpectation expectation, int weeks) {
        int last = site.weeks() - 1;
        PooledWindow window = new PooledWindow(last - weeks + 1, weeks);
        for (int week = 0; week < weeks; week++) {
            window.observed[week] = site.observed(window.first + week);
            window.expected[week] = expectation.expected(window.first + week);
            window.variances[week] = expectation.variance(window.first + week, last);
        }
        return window;
    }

    /** A window whose weeks are all alike, for the calibration of the null. */
    static PooledWindow alike(double[] observed, double mean, double dispersion) {
        PooledWindow window = new PooledWindow(0, observed.length);
        for (int week = 0; week < observed.length; week++) {
            window.observed[week] = observed[week];
            window.expected[week] = mean;
            window.variances[week] = (observed.length - week) * mean * dispersion;
        }
        return window;
    }

    private double[] byOnset() {
        return PooledEvidenceKernel.weighted(
                PooledEvidenceKernel.byOnset(observed, expected, variances), meanExpected(), 1 + dispersion());
    }

    /** Evidence in powers of ten. */
    double score() {
        int last = observed.length - 1;
        double tail = PooledEvidenceKernel.upperTail(observed[last], expected[last], variances[last]);
        double lasting = PooledEvidenceKernel.logSum(byOnset());
        return PooledEvidenceKernel.joined(lasting, observed[last], expected[last], tail) / Math.log(10);
    }

    /** Facts expected in a week of the window. */
    double meanExpected() {
        return sum(expected, 0) / expected.length;
    }

    /** Variance of the newest week beyond Poisson, per fact expected. */
    double dispersion() {
        int last = expected.length - 1;
        return variances[last] / expected[last];
    }

    /** Position, in the history, of the week in which a rise most likely began. */
    int onsetWeek() {
        return first + onset();
    }

    double observedSinceOnset() {
        return sum(observed, onset());
    }

    double expectedSinceOnset() {
        return sum(expected, onset());
    }

    private int onset() {
        double[] byOnset = byOnset();
        int best = 0;
        for (int week = 1; week < byOnset.length; week++) {
            if (byOnset[week] >= byOnset[best]) {
                best = week;
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
