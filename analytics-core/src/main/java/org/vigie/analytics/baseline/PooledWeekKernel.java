package org.vigie.analytics.baseline;

import java.util.Arrays;

/**
 * Factor of a single week of a group: delayed entries, batch entry, an event, or nothing.
 *
 * <p>A total T with mean m is Poisson around u m, its logarithm divided by the dispersion phi. The factors u lie on a
 * grid whose weights w are learned from all weeks of the group by expectation-maximisation, starting from and held to a
 * prior that expects nothing (empirical Bayes on a grid, Kiefer and Wolfowitz 1956):
 * <pre>
 *   P(u | T) ~ w(u) exp((T log u - m (u - 1)) / phi),   factor = sum over u of P(u | T) u
 * </pre>
 */
final class PooledWeekKernel {

    private static final double[] GRID = {.2, .3, .45, .65, .82, 1, 1.22, 1.5, 2, 2.8, 4, 5.6};
    private static final double[] LOGARITHMS =
            Arrays.stream(GRID).map(Math::log).toArray();
    /** Weeks that the prior weighs, nearly all of them ordinary ones. */
    private static final double PRIOR_WEEKS = 20;

    private static final double PRIOR_ODD = .01;
    private static final int STEPS = 12;

    private PooledWeekKernel() {}

    /** Weights that expect nothing. */
    private static double[] prior() {
        double[] prior = new double[GRID.length];
        Arrays.fill(prior, PRIOR_ODD);
        for (int i = 0; i < GRID.length; i++) {
            if (GRID[i] == 1) {
                prior[i] = 1 - PRIOR_ODD * (GRID.length - 1);
            }
        }
        return prior;
    }

    /**
     * Learns the weights of the grid.
     *
     * @param totals counts of the group, shape [weeks]
     * @param means what season, level and sites lead to expect, shape [weeks]
     * @param from first week used
     * @param to week after the last one used
     * @return weights, shape [grid]
     */
    static double[] learn(double[] totals, double[] means, int from, int to, double phi) {
        double[][] likelihoods = new double[Math.max(0, to - from)][GRID.length];
        for (int t = 0; t < likelihoods.length; t++) {
            likelihoods(totals[from + t], means[from + t], phi, likelihoods[t]);
        }
        double[] weights = prior();
        double[] posterior = new double[GRID.length];
        for (int step = 0; step < STEPS; step++) {
            weights = maximised(likelihoods, weights, posterior);
        }
        return weights;
    }

    /** One step of expectation-maximisation: the weights that the posteriors under the weights given lead to. */
    private static double[] maximised(double[][] likelihoods, double[] weights, double[] posterior) {
        double[] sums = prior();
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= PRIOR_WEEKS;
        }
        for (double[] week : likelihoods) {
            posterior(week, weights, posterior);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += posterior[i];
            }
        }
        double all = likelihoods.length + PRIOR_WEEKS;
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= all;
        }
        return sums;
    }

    /**
     * Mean factor of a week given its total, and how uncertain it is.
     *
     * @param result place for the mean and for the variance relative to its square
     */
    static void factor(double total, double mean, double phi, double[] weights, double[] result) {
        double[] posterior = new double[GRID.length];
        likelihoods(total, mean, phi, posterior);
        posterior(posterior, weights, posterior);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < GRID.length; i++) {
            sum += posterior[i] * GRID[i];
            squares += posterior[i] * GRID[i] * GRID[i];
        }
        result[0] = sum;
        result[1] = Math.max(0, squares / (sum * sum) - 1);
    }

    /** Likelihood of a total under each factor, the highest being 1. */
    private static void likelihoods(double total, double mean, double phi, double[] likelihoods) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < GRID.length; i++) {
            likelihoods[i] = (total * LOGARITHMS[i] - mean * (GRID[i] - 1)) / phi;
            highest = Math.max(highest, likelihoods[i]);
        }
        for (int i = 0; i < GRID.length; i++) {
            likelihoods[i] = Math.exp(likelihoods[i] - highest);
        }
    }

    private static void posterior(double[] likelihoods, double[] weights, double[] posterior) {
        double sum = 0;
        for (int i = 0; i < GRID.length; i++) {
            posterior[i] = weights[i] * likelihoods[i];
            sum += posterior[i];
        }
        for (int i = 0; i < GRID.length; i++) {
            posterior[i] /= sum;
        }
    }
}
