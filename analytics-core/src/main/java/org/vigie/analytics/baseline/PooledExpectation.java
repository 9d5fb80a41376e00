package org.vigie.analytics.baseline;

import org.vigie.analytics.series.SiteHistory;

/**
 * What is expected of one site in each of its weeks, from the others of its group and from its own past before the
 * guard weeks, with how uncertain that is. Immutable.
 */
public final class PooledExpectation {

    private final int weeks;
    private final double[][] expected;
    private final double[][] weekVariance;
    private final boolean[] works;
    private final double[] worksVariance;
    private final double[] commonVariance;
    private final double[] dispersion;

    PooledExpectation(PooledBaseline baseline, SiteHistory site) {
        int parts = baseline.layout().parts();
        weeks = baseline.layout().weeks();
        expected = new double[parts][weeks];
        weekVariance = new double[parts][];
        works = new boolean[weeks];
        for (int week = 0; week < weeks; week++) {
            works[week] = site.worksRunning(week);
        }
        worksVariance = new double[parts];
        commonVariance = new double[parts];
        dispersion = new double[parts];
        for (int part = 0; part < parts; part++) {
            describe(baseline, site, part);
        }
    }

    private void describe(PooledBaseline baseline, SiteHistory site, int part) {
        PooledOwn own = PooledOwn.of(baseline, site, part);
        double effect = own.worksFactor(own.summed.rise);
        double usual = baseline.usualRate(part, baseline.layout().position(site.group()));
        double shape = baseline.siteShape(part);
        double kept = Math.pow(.5, 1 / baseline.settings().halfLifeWeeks());
        int guard = baseline.settings().guardWeeks();
        double counts = 0;
        double behind = 0;
        double rate = usual;
        PooledDispersion steadiness = new PooledDispersion();
        for (int week = site.firstWeek(); week < weeks; week++) {
            double exposure = own.exposures[week] * (works[week] ? effect : 1);
            int known = week - guard;
            if (known >= site.firstWeek()) {
                double before = own.exposures[known] * own.summed.rise[known] * (works[known] ? effect : 1);
                counts = kept * counts + own.summed.counts[known];
                behind = kept * behind + before;
                rate = usual > 0 ? (counts + shape) / (behind + shape / usual) : 0;
                steadiness.add(own.summed.counts[known], rate * before / own.summed.rise[known]);
            }
            expected[part][week] = rate * exposure;
        }
        for (int week = Math.max(site.firstWeek(), weeks - guard); week < weeks; week++) {
            expected[part][week] = rate * own.exposures[week] * (works[week] ? effect : 1);
        }
        weekVariance[part] = own.factorVariance;
        worksVariance[part] = 1 / own.worksFacts();
        commonVariance[part] = 1 / (counts + shape) + own.levelVariance;
        dispersion[part] =
                PooledDispersion.shrunk(steadiness.excess(), steadiness.weight(), baseline.dispersion(part, site));
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

    /**
     * Variance of the true mean of the weeks from one to another, both included: unknown rate, works
     * effect and factor of the group, and unsteady weeks.
     */
    public double variance(int from, int to) {
        double variance = 0;
        for (int part = 0; part < expected.length; part++) {
            double sum = 0;
            double duringWorks = 0;
            for (int week = from; week <= to; week++) {
                double mean = expected[part][week];
                sum += mean;
                duringWorks += works[week] ? mean : 0;
                variance += mean * mean * weekVariance[part][week];
            }
            variance += sum * sum * commonVariance[part]
                    + duringWorks * duringWorks * worksVariance[part]
                    + sum * dispersion[part];
        }
        return variance;
    }
}
