package org.vigie.analytics.baseline;

import org.vigie.analytics.series.SiteHistory;

/**
 * One part of one site against a baseline: the course of the others of its group is known, what is left is the site's
 * own rate, how its works weigh, and how unsteady its weeks are. All arrays have shape [weeks].
 */
final class PooledOwn {

    /** Facts in works weeks that weigh as much as what works do to the portfolio. */
    private static final double WORKS_PRIOR = 15;

    private final PooledBaseline baseline;
    private final SiteHistory site;
    private final int part;
    private final double usual;
    private final double shape;
    private final int weeks;
    private final int guarded;
    private final int group;

    final PooledSite summed;
    /** Exposure times the course of the group, without the site's rate and works. */
    final double[] exposures;
    /** Variance of the factor of single weeks relative to the square of its mean. */
    final double[] factorVariance;
    /** The same for the level that the guard weeks share. */
    final double levelVariance;

    private PooledOwn(PooledBaseline baseline, SiteHistory site, int part) {
        this.baseline = baseline;
        this.site = site;
        this.part = part;
        group = baseline.layout().position(site.group());
        usual = baseline.usualRate(part, group);
        shape = baseline.siteShape(part);
        weeks = site.weeks();
        guarded = weeks - baseline.settings().guardWeeks();
        summed = baseline.asSummed(site, part);
        PooledFactors factors = baseline.factors(part, site, summed);
        exposures = factors.mean;
        factorVariance = factors.variance;
        levelVariance = factors.levelVariance;
        for (int week = 0; week < weeks; week++) {
            exposures[week] *= week < site.firstWeek() ? 0 : exposure(week);
            factorVariance[week] += baseline.offsets().variance(part, group, week);
        }
    }

    static PooledOwn of(PooledBaseline baseline, SiteHistory site, int part) {
        return new PooledOwn(baseline, site, part);
    }

    /** The site with its rises judged from this baseline, for the sums of a further pass. */
    PooledSite withHindsight() {
        PooledSite described = new PooledSite(weeks);
        double works = worksFactor(summed.rise);
        double rate = rate(works, summed.rise);
        double[] level = new double[weeks];
        for (int week = site.firstWeek(); week < weeks; week++) {
            described.counts[week] = summed.counts[week];
            level[week] = rate * exposures[week] * (site.worksRunning(week) ? works : 1);
        }
        double phi = 1 + baseline.dispersion(part, site);
        PooledRiseKernel.smooth(described, level, site.firstWeek(), phi);
        double corrected = rate(works, described.rise);
        for (int week = site.firstWeek(); week < weeks; week++) {
            described.plain[week] = corrected * exposure(week);
            described.expected[week] = corrected * exposures[week] * described.rise[week];
        }
        return described;
    }

    private double exposure(int week) {
        return baseline.offsets().exposure(site, part, group, week);
    }

    /** Rate before the guard weeks, rises taken for what they are. */
    private double rate(double works, double[] rise) {
        double counts = shape;
        double behind = usual > 0 ? shape / usual : 0;
        for (int week = site.firstWeek(); week < guarded; week++) {
            counts += summed.counts[week];
            behind += exposures[week] * rise[week] * (site.worksRunning(week) ? works : 1);
        }
        return usual > 0 ? counts / behind : 0;
    }

    /** Works effect of the site, shrunk to that of the portfolio. */
    double worksFactor(double[] rise) {
        double pooled = baseline.worksFactor(part);
        double rate = rate(pooled, rise);
        double counts = WORKS_PRIOR;
        double expected = WORKS_PRIOR / pooled;
        for (int week = site.firstWeek(); week < guarded; week++) {
            if (site.worksRunning(week)) {
                counts += summed.counts[week];
                expected += rate * exposures[week] * rise[week];
            }
        }
        return counts / expected;
    }

    /** Facts behind the works effect, those of the portfolio included: the inverse of its relative variance. */
    double worksFacts() {
        double counts = WORKS_PRIOR;
        for (int week = site.firstWeek(); week < guarded; week++) {
            counts += site.worksRunning(week) ? summed.counts[week] : 0;
        }
        return counts;
    }
}
