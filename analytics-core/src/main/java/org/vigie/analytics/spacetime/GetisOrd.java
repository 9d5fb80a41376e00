package org.vigie.analytics.spacetime;

import java.util.Arrays;

/**
 * Local sums of Getis and Ord: whether high (or low) values stand together around a place.
 *
 * <pre>
 *   G_i = sum_j w_ij x_j,   W_i = sum_j w_ij,   S_i = sum_j w_ij^2
 *   Gi*  mean and variance m, s2 (divisor n) of all n values;       E = W_i m,  V = s2 (n S_i - W_i^2) / (n-1)
 *   Gi   m, s2 of the n-1 values other than that of the place;      E = W_i m,  V = s2 ((n-1) S_i - W_i^2) / (n-2)
 * </pre>
 *
 * <p>Gi* needs weights that include the place itself, Gi such that do not. In space and time, stack the steps: a place in
 * a step is weighed with its neighbours in this and in earlier steps ({@link #cube}). Source: Ord, Getis 1995,
 * Geographical Analysis 27, 286-306. Reference: localG of the R package spdep.
 */
public final class GetisOrd {

    private GetisOrd() {}

    /** Gi* of each place, shape [places]. */
    public static LocalDeviate[] star(double[] values, SpatialWeights weights) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        LocalDeviate[] places = new LocalDeviate[n];
        for (int i = 0; i < n; i++) {
            double sum = weights.sum(i);
            double variance = squares / n * (n * weights.sumOfSquares(i) - sum * sum) / (n - 1);
            places[i] = new LocalDeviate(weights.lag(i, values), sum * mean, variance);
        }
        return places;
    }

    /** Gi of each place, shape [places]. */
    public static LocalDeviate[] withoutSelf(double[] values, SpatialWeights weights) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        LocalDeviate[] places = new LocalDeviate[n];
        for (int i = 0; i < n; i++) {
            double own = values[i] - mean;
            double others = -own / (n - 1);
            double spread = (squares - own * own) / (n - 1) - others * others;
            double sum = weights.sum(i);
            double variance = spread * ((n - 1) * weights.sumOfSquares(i) - sum * sum) / (n - 2);
            places[i] = new LocalDeviate(weights.lag(i, values), sum * (mean + others), variance);
        }
        return places;
    }

    /**
     * Binary weights of places in steps: neighbours in the same step and in earlier ones.
     *
     * @param neighbours of each place, itself included where Gi* is asked for, shape [places][any]
     * @param steps how many; place p in step t is number t * places + p
     * @param lag how many earlier steps belong to a neighbourhood
     */
    public static SpatialWeights cube(int[][] neighbours, int steps, int lag) {
        int places = neighbours.length;
        int[][] stacked = new int[places * steps][];
        for (int t = 0; t < steps; t++) {
            int first = Math.max(0, t - lag);
            for (int p = 0; p < places; p++) {
                int[] around = neighbours[p];
                int[] members = new int[around.length * (t - first + 1)];
                for (int k = 0; k < members.length; k++) {
                    members[k] = (first + k / around.length) * places + around[k % around.length];
                }
                stacked[t * places + p] = members;
            }
        }
        return SpatialWeights.binary(stacked);
    }
}
