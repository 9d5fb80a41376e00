package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * A made-up city with, or without, one injected hotspot; and the ways in which a real one breaks the assumptions of the
 * scan. Mean of a site from dwellings and gamma effects of neighbourhood and site, times season, trend, low weeks and a
 * log-normal shock per neighbourhood and week; negative-binomial counts.
 */
final class SimulatedCity {

    /** How the city departs from what the scan assumes. */
    record Flaws(double wrongNeighbourhoods, double shockMemory) {

        static final Flaws NONE = new Flaws(0, 0);
        static final Flaws WRONG_NEIGHBOURHOODS = new Flaws(.3, 0);
        static final Flaws LASTING_SHOCKS = new Flaws(0, .6);
        static final Flaws BOTH = new Flaws(.3, .6);
    }

    static final int SITES = 500;
    static final int WEEKS = 112;
    private static final int AREAS = 40;

    final double[] x = new double[SITES];
    final double[] y = new double[SITES];
    final Set<Integer> hotspot = new TreeSet<>();
    private final double[] dwellings = new double[SITES];
    private final int[] areas = new int[SITES];
    private final double[] usual = new double[SITES];
    private final int[][] counts = new int[SITES][WEEKS];
    private final Well19937c random;
    private final double extent;
    private final double countSize;
    private final double shockDeviation;

    private SimulatedCity(long seed) {
        random = new Well19937c(seed);
        extent = pick(6_000, 10_000, 16_000);
        countSize = pick(1.5, 4, 20);
        shockDeviation = pick(0, .15, .3);
    }

    /** A city of this seed; with a hotspot or not, everything else is drawn alike. */
    static SimulatedCity of(long seed, boolean withHotspot, Flaws flaws) {
        SimulatedCity city = new SimulatedCity(seed);
        double[] course = city.course();
        city.buildSites();
        double[][] shocks = city.shocks(flaws.shockMemory());
        double factor = city.pick(1.5, 2, 3);
        int duration = (int) city.pick(4, 6, 8);
        int early = city.random.nextInt(7) == 0 ? 1 + city.random.nextInt(2) : 0;
        Set<Integer> members = city.shape();
        if (withHotspot) {
            city.hotspot.addAll(members);
        }
        for (int site = 0; site < SITES; site++) {
            for (int week = 0; week < WEEKS; week++) {
                int end = WEEKS - early;
                boolean raised = city.hotspot.contains(site) && week < end && week >= end - duration;
                double mean = city.usual[site] * course[week] * shocks[city.areas[site]][week] * (raised ? factor : 1);
                city.counts[site][week] = city.poisson(mean * city.gamma(city.countSize) / city.countSize);
            }
        }
        city.mislabel(flaws.wrongNeighbourhoods());
        return city;
    }

    SiteWeekCounts counts() {
        return new SiteWeekCounts(counts, dwellings, areas);
    }

    private double pick(double... values) {
        return values[random.nextInt(values.length)];
    }

    private double gamma(double shape) {
        return new GammaDistribution(random, shape, 1).sample();
    }

    private int poisson(double mean) {
        return mean <= 0 ? 0 : new PoissonDistribution(random, mean, 1e-12, 1000).sample();
    }

    private double[] course() {
        double amplitude = pick(.1, .25, .45);
        double trend = pick(-.15, 0, .2);
        double phase = random.nextDouble() * 2 * Math.PI;
        double second = random.nextDouble() * 2 * Math.PI;
        double[] course = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            double angle = 2 * Math.PI * week / 52;
            course[week] = Math.exp(
                    amplitude * (.8 * Math.cos(angle + phase) + .4 * Math.cos(2 * angle + second)) + trend * week / 52);
        }
        for (int low = 0; low < 4; low++) {
            course[random.nextInt(WEEKS)] *= .6;
        }
        return course;
    }

    private void buildSites() {
        double rate = pick(.002, .004, .008);
        double[][] centres = new double[AREAS][];
        for (int area = 0; area < AREAS; area++) {
            centres[area] = new double[] {random.nextDouble() * extent, random.nextDouble() * extent, gamma(5) / 5};
        }
        for (int site = 0; site < SITES; site++) {
            // some neighbourhoods are larger than others
            int area = Math.min(random.nextInt(AREAS), random.nextInt(AREAS));
            areas[site] = area;
            x[site] = centres[area][0] + random.nextGaussian() * extent * .04;
            y[site] = centres[area][1] + random.nextGaussian() * extent * .04;
            dwellings[site] = Math.min(600, Math.max(20, Math.rint(95 * Math.exp(.8 * random.nextGaussian()))));
            usual[site] = Math.min(3, Math.max(.05, rate * dwellings[site] * centres[area][2] * gamma(5) / 5));
        }
    }

    private double[][] shocks(double memory) {
        double[][] shocks = new double[AREAS][WEEKS];
        for (double[] area : shocks) {
            double state = random.nextGaussian();
            for (int week = 0; week < WEEKS; week++) {
                state = memory * state + Math.sqrt(1 - memory * memory) * random.nextGaussian();
                area[week] = Math.exp(shockDeviation * state - shockDeviation * shockDeviation / 2);
            }
        }
        return shocks;
    }

    private Set<Integer> shape() {
        int[] least = {3, 6, 10};
        int sizeClass = random.nextInt(3);
        int size = least[sizeClass] + random.nextInt(new int[] {3, 4, 6}[sizeClass]);
        int centre = random.nextInt(SITES);
        int shape = random.nextInt(3);
        if (shape == 2) {
            return irregular(centre, size);
        }
        double angle = random.nextDouble() * Math.PI;
        double stretch = shape == 0 ? 1 : 5;
        double[] along = new double[SITES];
        double[] across = new double[SITES];
        for (int site = 0; site < SITES; site++) {
            along[site] = x[site] * Math.cos(angle) + y[site] * Math.sin(angle);
            across[site] = stretch * (y[site] * Math.cos(angle) - x[site] * Math.sin(angle));
        }
        Set<Integer> members = new TreeSet<>();
        for (int site : NearestSites.of(along, across, size)[centre]) {
            members.add(site);
        }
        return members;
    }

    private Set<Integer> irregular(int centre, int size) {
        int[][] nearest = NearestSites.of(x, y, 12);
        List<Integer> members = new ArrayList<>(List.of(centre));
        while (members.size() < size) {
            int from = members.get(random.nextInt(members.size()));
            int next = nearest[from][1 + random.nextInt(random.nextInt(3) == 0 ? 11 : 5)];
            if (!members.contains(next)) {
                members.add(next);
            }
        }
        return new TreeSet<>(members);
    }

    private void mislabel(double share) {
        List<Integer> sites = new ArrayList<>();
        for (int site = 0; site < SITES; site++) {
            sites.add(site);
        }
        Collections.shuffle(sites, new Random(random.nextLong()));
        for (int site : sites.subList(0, (int) (share * SITES))) {
            areas[site] = random.nextInt(AREAS);
        }
    }
}
