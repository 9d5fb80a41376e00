package org.vigie.analytics.baseline;

import org.vigie.analytics.series.SiteHistory;

/**
 * What is expected of one site in each of its weeks, from the others of its group and from its own past before the
 * guard weeks, with how uncertain that is. Immutable.
 */
public final class PooledExpectation {

    private final PooledLayout layout;
    private final int weeks;
    private final double[][] expected;
    private final double[] rateVariance;
    private final double[] weekVariance;

    PooledExpectation(PooledBaseline baseline, SiteHistory site) {
        layout = baseline.layout();
        weeks = layout.weeks();
        expected = new double[layout.parts()][weeks];
        rateVariance = new double[layout.parts()];
        weekVariance = new double[layout.parts()];
        for (int part = 0; part < layout.parts(); part++) {
            describe(baseline, site, part);
        }
    }

    private void describe(PooledBaseline baseline, SiteHistory site, int part) {
        double[] exposures = exposures(baseline, site, part);
        double usual = baseline.usualRate(part, site);
        double shape = baseline.siteShape(part);
        double kept = Math.pow(.5, 1 / baseline.settings().halfLifeWeeks());
        int guard = baseline.settings().guardWeeks();
        double counts = 0;
        double behind = 0;
        double rate = usual;
        for (int week = site.firstWeek(); week < weeks; week++) {
            int known = week - guard;
            if (known >= site.firstWeek()) {
                counts = kept * counts + PooledPart.at(part).count(site, known, layout);
                behind = kept * behind + exposures[known];
                rate = usual > 0 ? (counts + shape) / (behind + shape / usual) : 0;
            }
            expected[part][week] = rate * exposures[week];
        }
        for (int week = Math.max(site.firstWeek(), weeks - guard); week < weeks; week++) {
            expected[part][week] = rate * exposures[week];
        }
        rateVariance[part] = 1 / (counts + shape);
        weekVariance[part] = baseline.weekVariance(part);
    }

    /** Exposure of each week times all factors but the rate of the site, shape [weeks]. */
    private double[] exposures(PooledBaseline baseline, SiteHistory site, int part) {
        double[] exposures = baseline.factors(part, site);
        for (int week = site.firstWeek(); week < weeks; week++) {
            double works = site.worksRunning(week) ? baseline.worksFactor(part) : 1;
            exposures[week] *= PooledPart.at(part).exposure(site, week) * works;
        }
        return exposures;
    }

    /** Number of weeks. */
    public int weeks() {
        return weeks;
    }

    /** Facts expected in a week; the guard weeks share the rate that was known before the first of them. */
    public double expected(int week) {
        double sum = 0;
        for (double[] part : expected) {
            sum += part[week];
        }
        return sum;
    }

    /** Variance of the true mean of the weeks from one to another, both included: unknown rate and unsteady weeks. */
    public double variance(int from, int to) {
        double variance = 0;
        for (int part = 0; part < expected.length; part++) {
            double sum = 0;
            double squares = 0;
            for (int week = from; week <= to; week++) {
                sum += expected[part][week];
                squares += expected[part][week] * expected[part][week];
            }
            variance += sum * sum * rateVariance[part] + squares * weekVariance[part];
        }
        return variance;
    }
}
