package org.vigie.analytics.baseline;

/**
 * Arithmetic of a group's course over time: season, level and single weeks.
 *
 * <p>With totals T(t) and what the rates of the sites lead to expect E(t), all of shape [weeks]:
 * <pre>
 *   T(t) ~ E(t) S(t) L(t) U(t)      S season, L slow level, U a single week (batch entry), all around 1
 *   L(t) = (A(t) + A'(t+1)) / (B(t) + B'(t+1)),   A(t) = d A(t-1) + (1-d) c + T(t),   B(t) = d B(t-1) + (1-d) c + E(t) S(t)
 *   U(t) = (T(t) + g) / (E(t) S(t) L(t) + g)      g = shape of the gamma distribution of single weeks
 * </pre>
 * <p>A', B' run backwards in time. The discount d is what predicts the next week best. Source: gamma-Poisson discounting
 * after West and Harrison, Bayesian Forecasting and Dynamic Models (1997), section 10.8 [J: the backward half].
 */
final class PooledCourseKernel {

    /** Facts by which a level is held to 1. */
    private static final double PRIOR_FACTS = 2;

    private PooledCourseKernel() {}

    /**
     * @param totals counts of the group, shape [weeks]
     * @param expected expected counts with the season in it, shape [weeks]
     * @param discount weight of a week relative to the next newer one
     * @param level result: level of each week given all weeks, shape [weeks]
     */
    static void smooth(double[] totals, double[] expected, double discount, double[] level) {
        int weeks = totals.length;
        double[] backCounts = new double[weeks + 1];
        double[] backExpected = new double[weeks + 1];
        double pull = (1 - discount) * PRIOR_FACTS;
        for (int t = weeks - 1; t > 0; t--) {
            backCounts[t] = discount * (backCounts[t + 1] + totals[t]) + pull;
            backExpected[t] = discount * (backExpected[t + 1] + expected[t]) + pull;
        }
        double counts = PRIOR_FACTS;
        double exposure = PRIOR_FACTS;
        for (int t = 0; t < weeks; t++) {
            counts = discount * counts + pull + totals[t];
            exposure = discount * exposure + pull + expected[t];
            level[t] = (counts + backCounts[t + 1]) / (exposure + backExpected[t + 1]);
        }
    }

    /** Facts that stand behind the level of the newest week. */
    static double factsBehind(double[] totals, double discount) {
        double facts = 0;
        for (double total : totals) {
            facts = discount * facts + total;
        }
        return facts + PRIOR_FACTS;
    }

    /** Logarithm of how well the level of the weeks before predicts each of the first {@code weeks} totals. */
    static double predictive(double[] totals, double[] expected, double discount, int weeks) {
        double pull = (1 - discount) * PRIOR_FACTS;
        double counts = PRIOR_FACTS;
        double exposure = PRIOR_FACTS;
        double sum = 0;
        for (int t = 0; t < weeks; t++) {
            double mean = expected[t] * counts / exposure;
            if (mean > 0) {
                sum += totals[t] * Math.log(mean) - mean;
            }
            counts = discount * counts + pull + totals[t];
            exposure = discount * exposure + pull + expected[t];
        }
        return sum;
    }

    /** Factor of a single week, given the total and what level and season lead to expect. */
    static double single(double total, double expected, double shape) {
        return (total + shape) / (expected + shape);
    }
}
