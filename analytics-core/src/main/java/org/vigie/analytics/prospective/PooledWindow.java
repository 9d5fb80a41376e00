package org.vigie.analytics.prospective;

import org.vigie.analytics.baseline.PooledExpectation;
import org.vigie.analytics.baseline.WildWeeks;
import org.vigie.analytics.series.SiteHistory;

/** The newest weeks of a site beside what was expected of them, and the evidence that they hold. */
final class PooledWindow {

    private final int first;
    private final double[] observed;
    private final double[] expected;
    private final double[] variances;
    private final double[] believed;
    private final WildWeeks wild;
    private double raised = 1;

    private PooledWindow(int first, int weeks, WildWeeks wild) {
        this.first = first;
        this.wild = wild;
        observed = new double[weeks];
        expected = new double[weeks];
        variances = new double[weeks];
        believed = new double[weeks];
    }

    /** The window that ends with the newest week. */
    static PooledWindow of(SiteHistory site, PooledExpectation expectation, int weeks, WildWeeks wild) {
        int last = site.weeks() - 1;
        PooledWindow window = new PooledWindow(last - weeks + 1, weeks, wild);
        for (int week = 0; week < weeks; week++) {
            window.observed[week] = site.observed(window.first + week);
            window.expected[week] = expectation.expected(window.first + week);
            window.variances[week] = expectation.variance(window.first + week, last);
        }
        window.raise();
        for (int week = 0; week < weeks; week++) {
            window.believe(week, expectation.variance(window.first + week, window.first + week));
        }
        return window;
    }

    /** A window whose weeks are all alike, for the calibration of the null. */
    static PooledWindow alike(double[] observed, QuietLaw law) {
        PooledWindow window = new PooledWindow(0, observed.length, law.wildWeeks());
        for (int week = 0; week < observed.length; week++) {
            window.observed[week] = observed[week];
            window.expected[week] = law.mean();
            window.variances[week] = (observed.length - week) * law.mean() * law.dispersion();
        }
        window.raise();
        for (int week = 0; week < observed.length; week++) {
            window.believe(week, law.mean() * law.dispersion());
        }
        return window;
    }

    /**
     * A series of fewer facts than the law of scores is known for is judged as if that many were expected: the same counts
     * then are weaker evidence, and rarer than the law says.
     */
    private void raise() {
        raised = Math.max(1, PooledNullKernel.LOWEST_MEAN / meanExpected());
        for (int week = 0; week < observed.length; week++) {
            expected[week] *= raised;
            variances[week] *= raised;
        }
    }

    private void believe(int week, double variance) {
        believed[week] = wild.believed(observed[week], expected[week], raised * variance);
    }

    private double[] byOnset() {
        return PooledEvidenceKernel.weighted(
                PooledEvidenceKernel.byOnset(believed, expected, variances), meanExpected(), 1 + dispersion());
    }

    /** Evidence in powers of ten. */
    double score() {
        int last = observed.length - 1;
        double tail = PooledEvidenceKernel.upperTail(observed[last], expected[last], variances[last], wild);
        double lasting = PooledEvidenceKernel.logSum(byOnset());
        return PooledEvidenceKernel.joined(lasting, observed[last], expected[last], tail) / Math.log(10);
    }

    /** Law of the score if the site is quiet: weeks of unequal means by their mean. */
    QuietLaw law() {
        return new QuietLaw(meanExpected(), dispersion(), wild.share());
    }

    private double meanExpected() {
        return sum(expected, 0) / expected.length;
    }

    /** Variance of the newest week beyond Poisson, per fact expected. */
    private double dispersion() {
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
        return sum(expected, onset()) / raised;
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
