package org.vigie.analytics.spacetime;

import java.util.Arrays;

/**
 * Moran's I: whether values of neighbours are alike, over all places and around each.
 *
 * <p>With z = x - mean, m2 = sum z^2 / n, W_i and S_i the sums of the weights of place i and of their squares:
 * <pre>
 *   local   I_i = z_i / m2 sum_j w_ij z_j,   E_i = -z_i^2 W_i / ((n-1) m2)
 *           V_i = (z_i / m2)^2 n/(n-2) (S_i - W_i^2/(n-1)) (m2 - z_i^2/(n-1))
 *   global  I = n / S0 sum_ij w_ij z_i z_j / sum z^2,   E = -1/(n-1),  b2 = n sum z^4 / (sum z^2)^2
 *           S0 = sum w_ij,  S1 = sum (w_ij + w_ji)^2 / 2,  S2 = sum_i (w_i. + w_.i)^2
 *           V = [ n((n^2-3n+3) S1 - n S2 + 3 S0^2) - b2 ((n^2-n) S1 - 2n S2 + 6 S0^2) ] / [(n-1)(n-2)(n-3) S0^2] - E^2
 * </pre>
 *
 * <p>Sources: Sokal, Oden, Thomson 1998, Geographical Analysis 30, 331-354 (local, conditional on the place's own value);
 * Cliff, Ord 1981, Spatial Processes, ch. 2 (global, randomisation). Reference: localmoran and moran.test of the R
 * package spdep.
 */
public final class Moran {

    private Moran() {}

    /** I of each place, shape [places]; weights without the place itself. */
    public static LocalDeviate[] local(double[] values, SpatialWeights weights) {
        int n = values.length;
        double[] z = centred(values);
        double m2 = power(z, 2) / n;
        LocalDeviate[] places = new LocalDeviate[n];
        for (int i = 0; i < n; i++) {
            double sum = weights.sum(i);
            double share = z[i] / m2;
            double variance = share
                    * share
                    * n
                    / (n - 2)
                    * (weights.sumOfSquares(i) - sum * sum / (n - 1))
                    * (m2 - z[i] * z[i] / (n - 1));
            places[i] = new LocalDeviate(share * weights.lag(i, z), -z[i] * share * sum / (n - 1), variance);
        }
        return places;
    }

    /** I over all places; weights without the places themselves. */
    public static LocalDeviate global(double[] values, SpatialWeights weights) {
        double n = values.length;
        double[] z = centred(values);
        double squares = power(z, 2);
        double kurtosis = n * power(z, 4) / (squares * squares);
        double products = 0;
        double s0 = 0;
        for (int i = 0; i < z.length; i++) {
            products += z[i] * weights.lag(i, z);
            s0 += weights.sum(i);
        }
        double s1 = pairSquares(weights);
        double s2 = marginSquares(weights);
        double expected = -1 / (n - 1);
        double variance = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
                                - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0))
                        / ((n - 1) * (n - 2) * (n - 3) * s0 * s0)
                - expected * expected;
        return new LocalDeviate(n / s0 * products / squares, expected, variance);
    }

    // sum (w_ij + w_ji)^2 / 2 over all pairs = sum of w_ij (w_ij + w_ji) over the given ones
    private static double pairSquares(SpatialWeights weights) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            for (int k = 0; k < weights.neighbours(i).length; k++) {
                double weight = weights.weights(i)[k];
                sum += weight * (weight + weights.between(weights.neighbours(i)[k], i));
            }
        }
        return sum;
    }

    private static double marginSquares(SpatialWeights weights) {
        double[] margins = new double[weights.size()];
        for (int i = 0; i < margins.length; i++) {
            for (int k = 0; k < weights.neighbours(i).length; k++) {
                margins[i] += weights.weights(i)[k];
                margins[weights.neighbours(i)[k]] += weights.weights(i)[k];
            }
        }
        return power(margins, 2);
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static double power(double[] values, int exponent) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value, exponent);
        }
        return sum;
    }
}
