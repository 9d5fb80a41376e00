package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.function.IntFunction;

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
        Spread all = Spread.of(values);
        return places(values, weights, place -> all);
    }

    /** Gi of each place, shape [places]. */
    public static LocalDeviate[] withoutSelf(double[] values, SpatialWeights weights) {
        Spread all = Spread.of(values);
        return places(values, weights, place -> all.without(values[place]));
    }

    private static LocalDeviate[] places(double[] values, SpatialWeights weights, IntFunction<Spread> spreadOf) {
        LocalDeviate[] places = new LocalDeviate[values.length];
        for (int i = 0; i < places.length; i++) {
            Spread spread = spreadOf.apply(i);
            double n = spread.n();
            double sum = weights.sum(i);
            double variance = spread.variance() * (n * weights.sumOfSquares(i) - sum * sum) / (n - 1);
            places[i] = new LocalDeviate(weights.lag(i, values), sum * spread.mean(), variance);
        }
        return places;
    }

    /** Number, mean and variance (divisor n) of the values that a place is compared with. */
    private record Spread(int n, double mean, double variance) {

        static Spread of(double[] values) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Spread(values.length, mean, squares / values.length);
        }

        Spread without(double value) {
            double own = value - mean;
            double others = -own / (n - 1);
            return new Spread(n - 1, mean + others, (variance * n - own * own) / (n - 1) - others * others);
        }
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
