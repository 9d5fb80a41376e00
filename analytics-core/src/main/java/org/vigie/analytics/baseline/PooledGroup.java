package org.vigie.analytics.baseline;

import java.util.Arrays;

/**
 * What is learned of one group and part: its season, how fast its level moves, and how much single weeks depart from
 * both. Learned before the guard weeks, so that what is judged does not choose its own yardstick.
 */
final class PooledGroup {

    private static final double[] DISCOUNTS = {.75, .875, .9375, .96875, .984375, .9921875};
    /** The level that a season is measured against forgets within about a year. */
    private static final double SLOW = .984375;
    /** A season is looked for in a year and a half at least. */
    private static final double YEARS_FOR_A_SEASON = 1.5;

    /** A single week is kept from moving the level by more than so many standard deviations. */
    private static final double CAP_DEVIATIONS = 3;
    /** Weeks from which the habits of single weeks are learned. */
    private static final int RECENT_WEEKS = 260;

    private static final int ROUNDS = 3;

    private final double[] totals;
    private final double[] expected;
    private final double phi;
    private final int guarded;
    private final double weeksPerYear;
    private final double[][] harmonics;

    private double[] season;
    private double[] cap;
    private double discount = DISCOUNTS[2];
    private final double[] weekWeights;
    private final double weekShape;

    /**
     * @param totals counts, shape [weeks]
     * @param expected what the rates and works of its sites lead to expect, shape [weeks]
     * @param dispersion variance of the counts beyond Poisson, per fact expected
     */
    PooledGroup(double[] totals, double[] expected, double dispersion, PooledSettings settings) {
        this.totals = totals;
        this.expected = expected;
        phi = 1 + dispersion;
        guarded = Math.max(0, totals.length - settings.guardWeeks());
        weeksPerYear = settings.weeksPerYear();
        harmonics = PooledSeasonKernel.harmonics(totals.length, weeksPerYear);
        season = new double[totals.length];
        Arrays.fill(season, 1);
        cap = new double[totals.length];
        Arrays.fill(cap, Double.POSITIVE_INFINITY);
        for (int round = 0; round < ROUNDS; round++) {
            learn();
        }
        double[] means = PooledSums.product(
                PooledSums.product(expected, season), level(capped(totals, expected), expected, discount));
        weekWeights = PooledWeekKernel.learn(totals, means, Math.max(0, guarded - RECENT_WEEKS), guarded, phi);
        weekShape = weekShape(means);
    }

    /** One round of cap, season and discount, each given the others. */
    private void learn() {
        double[] quick = level(capped(totals, expected), expected, discount);
        for (int week = 0; week < totals.length; week++) {
            double mean = expected[week] * season[week] * quick[week];
            double highest = mean + CAP_DEVIATIONS * Math.sqrt(Math.max(mean, .5));
            cap[week] = expected[week] > 0 ? highest / expected[week] : 0;
        }
        double[] counts = capped(totals, expected);
        if (guarded >= YEARS_FOR_A_SEASON * weeksPerYear) {
            double[] slow = PooledSums.product(expected, level(counts, expected, SLOW));
            double[] coefficients = PooledSeasonKernel.fit(counts, slow, guarded, harmonics);
            season = PooledSeasonKernel.season(coefficients, harmonics);
        }
        discount = bestDiscount(counts, PooledSums.product(expected, season));
    }

    private double bestDiscount(double[] counts, double[] seasonal) {
        double best = DISCOUNTS[0];
        double highest = Double.NEGATIVE_INFINITY;
        for (double candidate : DISCOUNTS) {
            double predictive = PooledCourseKernel.predictive(counts, seasonal, candidate, guarded);
            if (predictive > highest) {
                highest = predictive;
                best = candidate;
            }
        }
        return best;
    }

    /** Shape of the gamma distribution of single weeks, by moments. */
    private double weekShape(double[] means) {
        double excess = 0;
        double square = 0;
        for (int week = 0; week < guarded; week++) {
            double deviation = totals[week] - means[week];
            excess += deviation * deviation - means[week];
            square += means[week] * means[week];
        }
        return 1 / Math.max(1e-3, square > 0 ? excess / square : 0);
    }

    /**
     * Factor of each week as the other sites of the group show it.
     *
     * @param observed counts of the site left out, shape [weeks]
     * @param own expected counts of the site left out as it entered the sums, shape [weeks]
     */
    PooledFactors factorsWithout(double[] observed, double[] own) {
        int weeks = totals.length;
        double[] others = new double[weeks];
        double[] left = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            double rest = expected[week] - own[week];
            left[week] = rest > 1e-9 * expected[week] ? rest : 0;
            others[week] = left[week] > 0 ? Math.max(0, totals[week] - observed[week]) : 0;
        }
        double[] counts = capped(others, left);
        double variance = left[weeks - 1] > 0 ? phi / PooledCourseKernel.factsBehind(counts, discount) : 0;
        PooledFactors factors = new PooledFactors(weeks, variance);
        double[] level = level(counts, left, discount);
        double[] single = new double[2];
        for (int week = 0; week < weeks; week++) {
            double smooth = season[week] * level[week];
            if (week < guarded) {
                factors.mean[week] = smooth * PooledCourseKernel.single(others[week], left[week] * smooth, weekShape);
            } else {
                PooledWeekKernel.factor(others[week], left[week] * smooth, phi, weekWeights, single);
                factors.mean[week] = smooth * single[0];
                factors.variance[week] = single[1];
            }
        }
        return factors;
    }

    private double[] level(double[] counts, double[] plain, double weight) {
        double[] level = new double[counts.length];
        PooledCourseKernel.smooth(counts, PooledSums.product(plain, season), weight, level);
        return level;
    }

    /** Counts of which no single week can move the level by itself. */
    private double[] capped(double[] counts, double[] plain) {
        double[] capped = new double[counts.length];
        for (int week = 0; week < counts.length; week++) {
            capped[week] = plain[week] > 0 ? Math.min(counts[week], plain[week] * cap[week]) : 0;
        }
        return capped;
    }
}
