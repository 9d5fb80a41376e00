package org.vigie.analytics.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far a mean or a ratio could have come out otherwise: whole units, such as sites or runs of weeks, are drawn with
 * replacement, so that what belongs together stays together. Two methods are compared <b>in pairs</b> when what is summed
 * is their difference, case by case.
 *
 * <pre>
 *   D = sum_g d_g / sum_g n_g        d_g sum over the cases of unit g (of differences, of hits), n_g its cases
 * </pre>
 *
 * <p>Percentile interval of Efron and Tibshirani (1993), An Introduction to the Bootstrap, section 13.3. The same seed
 * gives the same interval.
 *
 * @param value figure of the sample; NaN without any case
 * @param low 2.5 % point of the replicates
 * @param high 97.5 % point
 */
public record UnitBootstrap(double value, double low, double high) {

    private static final double TAIL = 0.025;

    /**
     * The figure with its interval.
     *
     * @param sums sum over the cases of each unit, shape [units]
     * @param cases number of cases behind each sum, shape [units]
     * @param replicates draws, some thousand
     * @param seed of the draws
     */
    public static UnitBootstrap of(double[] sums, int[] cases, int replicates, long seed) {
        if (sums.length != cases.length || replicates < 1) {
            throw new IllegalArgumentException("as many sums as numbers of cases, and at least one replicate, not "
                    + sums.length + ", " + cases.length + " and " + replicates);
        }
        double value = Arrays.stream(sums).sum() / Arrays.stream(cases).sum();
        if (Double.isNaN(value)) {
            return new UnitBootstrap(Double.NaN, Double.NaN, Double.NaN);
        }
        SplittableRandom draws = new SplittableRandom(seed);
        double[] replicated = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            replicated[replicate] = drawn(sums, cases, draws, value);
        }
        Arrays.sort(replicated);
        return new UnitBootstrap(value, quantile(replicated, TAIL), quantile(replicated, 1 - TAIL));
    }

    /** One replicate; units without a case may fill it entirely, and then it says what the sample says. */
    private static double drawn(double[] sums, int[] cases, SplittableRandom draws, double otherwise) {
        double sum = 0;
        long count = 0;
        for (int draw = 0; draw < sums.length; draw++) {
            int unit = draws.nextInt(sums.length);
            sum += sums[unit];
            count += cases[unit];
        }
        return count == 0 ? otherwise : sum / count;
    }

    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
