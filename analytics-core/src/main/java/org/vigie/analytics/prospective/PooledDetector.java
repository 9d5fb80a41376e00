package org.vigie.analytics.prospective;

import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledExpectation;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.WildWeeks;
import org.vigie.analytics.series.SiteHistory;

/**
 * Judges the newest week of a site against a baseline that the whole portfolio shares.
 *
 * <p>Two questions are asked together: has the site been above what is expected for some weeks (evidence summed over
 * onsets, factors and shapes), and is the newest week alone out of range. One score joins both; the p-value says how
 * often a quiet site reaches it.
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
        return judge(site, expectation, baseline);
    }

    private static PooledVerdict judge(SiteHistory site, PooledExpectation expectation, PooledBaseline baseline) {
        PooledSettings settings = baseline.settings();
        int last = site.weeks() - 1;
        PooledWindow window = PooledWindow.of(site, expectation, settings.guardWeeks(), baseline.wildWeeks());
        double score = window.score();
        double pValue = PooledNullKernel.pValue(score, window.law());
        double expected = expectation.expected(last);
        double threshold =
                threshold(expected, expectation.variance(last, last), settings.alpha(), baseline.wildWeeks());
        Evidence evidence = new Evidence(site.observed(last), expected, threshold, score, pValue);
        return new PooledVerdict(
                pValue <= settings.alpha() ? new Verdict.Signal(evidence) : new Verdict.Quiet(evidence),
                window.onsetWeek(),
                window.observedSinceOnset(),
                window.expectedSinceOnset(),
                PooledNullKernel.chanceBeyond(score, window.law()),
                1 / pValue);
    }

    /** Expected counts and ordinary range of the weeks from one on, for a chart; weeks before it are 0. */
    public static PooledChart chart(SiteHistory site, PooledBaseline baseline, int fromWeek) {
        PooledExpectation expectation = baseline.expect(site);
        WildWeeks wild = baseline.wildWeeks();
        int weeks = site.weeks();
        double[][] lines = new double[4][weeks];
        for (int week = fromWeek; week < weeks; week++) {
            double expected = expectation.expected(week);
            double variance = expectation.variance(week, week);
            lines[0][week] = expected;
            lines[1][week] = Math.max(0, threshold(expected, variance, .95, wild));
            lines[2][week] = threshold(expected, variance, .05, wild);
            lines[3][week] = threshold(expected, variance, baseline.settings().alpha(), wild);
        }
        return new PooledChart(lines);
    }

    /** Highest count that is still exceeded with a chance above alpha. */
    private static double threshold(double mean, double variance, double alpha, WildWeeks wild) {
        if (!(mean > 0)) {
            return 0;
        }
        double low = -1;
        double high = 1;
        while (PooledEvidenceKernel.upperTail(high + 1, mean, variance, wild) > alpha) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (PooledEvidenceKernel.upperTail(middle + 1, mean, variance, wild) > alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
