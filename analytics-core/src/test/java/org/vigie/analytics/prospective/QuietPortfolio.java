package org.vigie.analytics.prospective;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.vigie.analytics.series.SiteHistory;

/**
 * A simulated portfolio in which nothing happens to any one site: unequal sites, a season, reporting effort that
 * drifts, weeks of batch entry, works that raise counts, and unsteady weeks.
 */
final class QuietPortfolio {

    private static final int GROUPS = 3;

    private final Well19937c random;
    private final int weeks;
    private final double[][] course;

    private QuietPortfolio(long seed, int weeks) {
        this.random = new Well19937c(seed);
        this.weeks = weeks;
        this.course = new double[GROUPS][weeks];
        for (int group = 0; group < GROUPS; group++) {
            describeCourse(course[group], group);
        }
    }

    static List<SiteHistory> sites(long seed, int sitesPerGroup, int weeks) {
        QuietPortfolio portfolio = new QuietPortfolio(seed, weeks);
        List<SiteHistory> sites = new ArrayList<>();
        for (int site = 0; site < GROUPS * sitesPerGroup; site++) {
            sites.add(portfolio.site(site % GROUPS));
        }
        return sites;
    }

    private void describeCourse(double[] course, int group) {
        double effort = 0;
        for (int week = 0; week < weeks; week++) {
            effort = .98 * effort + .05 * random.nextGaussian();
            course[week] = Math.exp(effort + .35 * Math.cos(2 * Math.PI * (week - 28) / 52.18));
        }
        if (group == 0) {
            for (int week = 9; week < weeks; week += 10 + random.nextInt(20)) {
                course[week - 2] *= .5;
                course[week - 1] *= .5;
                course[week] *= 2;
            }
        }
    }

    private SiteHistory site(int group) {
        double rate = .03 * Math.exp(random.nextDouble() * Math.log(50));
        double dispersion = .02 + .4 * random.nextDouble();
        double dwellings = Math.max(12, Math.rint(100 * rate * Math.exp(.4 * random.nextGaussian())));
        boolean[] works = new boolean[weeks];
        int start = random.nextInt(3 * weeks);
        for (int week = start; week < Math.min(weeks, start + 25); week++) {
            works[week] = true;
        }
        double effect = 1.4 + random.nextDouble();
        double[] counts = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            counts[week] = count(random, rate * course[group][week] * (works[week] ? effect : 1), dispersion);
        }
        return SiteHistory.ofCounts("agency " + group, dwellings, counts).withWorks(works);
    }

    /** A negative binomial count whose variance is (1 + dispersion) times its mean. */
    static double count(Well19937c random, double mean, double dispersion) {
        double unsteady = new GammaDistribution(random, mean / dispersion, dispersion, 1e-9).sample();
        return unsteady < 1e-9 ? 0 : new PoissonDistribution(random, unsteady, 1e-12, 1000).sample();
    }

    /** The same history with facts added to its newest weeks. */
    static SiteHistory raised(SiteHistory site, int newestWeeks, double facts) {
        double[] counts = new double[site.weeks()];
        boolean[] works = new boolean[site.weeks()];
        for (int week = 0; week < counts.length; week++) {
            counts[week] = site.observed(week) + (week >= counts.length - newestWeeks ? facts : 0);
            works[week] = site.worksRunning(week);
        }
        return SiteHistory.ofCounts(site.group(), site.size(), counts).withWorks(works);
    }

    /** The same sites in another order. */
    static List<Integer> shuffled(int size, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, new Random(seed));
        return order;
    }
}
