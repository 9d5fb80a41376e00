package org.vigie.analytics.baseline;

/** What is learned of one group and part: its season, how fast its level moves, how much single weeks depart. */
final class PooledGroup {

    private static final double[] DISCOUNTS = {.75, .875, .9375, .96875, .984375, .9921875};
    /** A season is looked for in a year and a half at least. */
    private static final double YEARS_FOR_A_SEASON = 1.5;

    private static final double CAP_DEVIATIONS = 3;

    private final double[] totals;
    private final double[] expected;
    private final double[] season;
    private final double[] cap;
    private final double discount;
    private final double singleShape;

    PooledGroup(double[] totals, double[] expected, PooledSettings settings) {
        this.totals = totals;
        this.expected = expected;
        int weeks = totals.length;
        int fitted = Math.max(0, weeks - settings.guardWeeks());
        double[] level = new double[weeks];
        double[] seasonal = expected.clone();
        double[] capped = totals.clone();
        double[] found = ones(weeks);
        double best = DISCOUNTS[2];
        double[] ceiling = new double[weeks];
        for (int round = 0; round < 3; round++) {
            PooledCourseKernel.smooth(capped, seasonal, best, level);
            for (int t = 0; t < weeks; t++) {
                double mean = seasonal[t] * level[t];
                double deviation = Math.sqrt(Math.max(mean, .5));
                ceiling[t] = expected[t] > 0 ? (mean + CAP_DEVIATIONS * deviation) / expected[t] : 0;
                capped[t] = Math.min(totals[t], ceiling[t] * expected[t]);
            }
            if (fitted >= YEARS_FOR_A_SEASON * settings.weeksPerYear()) {
                double[] slow = new double[weeks];
                PooledCourseKernel.smooth(capped, seasonal, DISCOUNTS[4], slow);
                found = PooledSeasonKernel.season(
                        PooledSeasonKernel.fit(capped, product(expected, slow), fitted, settings.weeksPerYear()),
                        weeks,
                        settings.weeksPerYear());
            }
            seasonal = product(expected, found);
            best = bestDiscount(capped, seasonal, fitted);
        }
        PooledCourseKernel.smooth(capped, seasonal, best, level);
        season = found;
        cap = ceiling;
        discount = best;
        singleShape = 1 / Math.max(1e-3, singleVariance(product(seasonal, level), fitted));
    }

    private double singleVariance(double[] mean, int fitted) {
        double excess = 0;
        double square = 0;
        for (int t = 0; t < fitted; t++) {
            double deviation = totals[t] - mean[t];
            excess += deviation * deviation - mean[t];
            square += mean[t] * mean[t];
        }
        return square > 0 ? excess / square : 0;
    }

    private static double bestDiscount(double[] totals, double[] expected, int weeks) {
        double best = DISCOUNTS[0];
        double highest = Double.NEGATIVE_INFINITY;
        for (double discount : DISCOUNTS) {
            double predictive = PooledCourseKernel.predictive(totals, expected, discount, weeks);
            if (predictive > highest) {
                highest = predictive;
                best = discount;
            }
        }
        return best;
    }

    /**
     * Factor of each week as the other sites of the group show it.
     *
     * @param counts counts of the site left out, shape [weeks]
     * @param own expected counts of the site left out as it entered the sums, shape [weeks]
     */
    double[] factorsWithout(double[] counts, double[] own) {
        int weeks = totals.length;
        double[] others = new double[weeks];
        double[] seasonal = new double[weeks];
        double[] capped = new double[weeks];
        for (int t = 0; t < weeks; t++) {
            double left = expected[t] - own[t];
            left = left > 1e-9 * expected[t] ? left : 0;
            others[t] = left > 0 ? Math.max(0, totals[t] - counts[t]) : 0;
            seasonal[t] = left * season[t];
            capped[t] = Math.min(others[t], left * cap[t]);
        }
        double[] factor = new double[weeks];
        PooledCourseKernel.smooth(capped, seasonal, discount, factor);
        for (int t = 0; t < weeks; t++) {
            double level = factor[t];
            factor[t] = season[t] * level * PooledCourseKernel.single(others[t], seasonal[t] * level, singleShape);
        }
        return factor;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            product[i] = left[i] * right[i];
        }
        return product;
    }
}
