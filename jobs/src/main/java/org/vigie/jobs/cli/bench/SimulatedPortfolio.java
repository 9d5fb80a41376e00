package org.vigie.jobs.cli.bench;

import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vigie.analytics.series.SiteHistory;

/**
 * A portfolio of any size whose histories are made when they are asked for, the same ones each time: nothing is held.
 *
 * <p>Rates of sites are scattered, agencies drift and have their season, one site in eight has works, one in fifty a
 * rise in its newest weeks. Together the families of a site have about 0.6 facts a week.
 *
 * @param sites residences
 * @param families series of each
 * @param weeks length of each series
 * @param agencies groups that share season and drift
 * @param seed of everything
 */
record SimulatedPortfolio(int sites, int families, int weeks, int agencies, long seed) implements Serializable {

    private static final double FACTS_PER_SITE_WEEK = 0.6;
    private static final int WORKS_WEEKS = 12;
    private static final int RISE_WEEKS = 6;

    /** Names of the agencies, sorted. */
    List<String> groups() {
        return IntStream.range(0, agencies).mapToObj(this::group).toList();
    }

    private String group(int agency) {
        return String.format("A%05d", agency);
    }

    /** Counts of one family at one site. */
    SiteHistory history(int site, int family) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + (long) site * families + family);
        int agency = site % agencies;
        double dwellings = 20 + random.nextInt(200);
        double scatter = -Math.log(1 - random.nextDouble());
        double rate = FACTS_PER_SITE_WEEK / families * (0.2 + 0.8 * scatter) * dwellings / 120;
        int works = random.nextInt(8) == 0 ? random.nextInt(weeks) : weeks;
        int rise = random.nextInt(50) == 0 ? Math.max(0, weeks - RISE_WEEKS) : weeks;
        double[] counts = new double[weeks];
        boolean[] running = new boolean[weeks];
        for (int week = 0; week < weeks; week++) {
            running[week] = week >= works && week < works + WORKS_WEEKS;
            double factor = course(agency, week) * (running[week] ? 1.5 : 1) * (week >= rise ? 3 : 1);
            counts[week] = PoissonDraws.next(random, rate * factor);
        }
        return SiteHistory.ofCounts(group(agency), dwellings, counts).withWorks(running);
    }

    private static double course(int agency, int week) {
        return 1 + 0.3 * Math.sin(2 * Math.PI * week / 52 + agency) + 0.2 * Math.sin(week / 40.0 + 3 * agency);
    }
}
