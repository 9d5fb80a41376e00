package org.vigie.analytics.trend;

import java.util.Arrays;
import org.vigie.analytics.numeric.Normal;

/**
 * Sen's slope: the median of the slopes of all pairs, with an interval from the variance of Mann-Kendall's S.
 *
 * <pre>
 *   slope = median_{i<j} (x_j - x_i) / (j - i)
 *   C = z_{1-a/2} sqrt(var(S)),  N pairs, interval = [ slope_((N-C)/2), slope_((N+C)/2 + 1) ], ranks rounded half to even
 * </pre>
 *
 * <p>Source: Sen 1968, JASA 63, 1379-1389; ranks of the bounds as in Gilbert 1987, Statistical Methods for Environmental
 * Pollution Monitoring, section 16.5. A rank outside 1..N means the lowest or the highest slope.
 *
 * @param slope change per step
 * @param low lower bound of the interval
 * @param high upper bound of the interval
 */
public record SenSlope(double slope, double low, double high) {

    /**
     * Estimates the slope.
     *
     * @param values oldest first, shape [steps], at least 3, none NaN
     * @param confidence of the interval, such as .95
     */
    public static SenSlope of(double[] values, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1: " + confidence);
        }
        double[] slopes = slopes(values);
        int pairs = slopes.length;
        double spread = Normal.quantile(1 - (1 - confidence) / 2)
                * Math.sqrt(MannKendall.of(values).variance());
        double median = pairs % 2 == 1 ? slopes[pairs / 2] : (slopes[pairs / 2 - 1] + slopes[pairs / 2]) / 2;
        return new SenSlope(
                median,
                ranked(slopes, Math.rint((pairs - spread) / 2)),
                ranked(slopes, Math.rint((pairs + spread) / 2 + 1)));
    }

    private static double[] slopes(double[] values) {
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int pair = 0;
        for (int later = 1; later < n; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[pair++] = (values[later] - values[earlier]) / (later - earlier);
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    private static double ranked(double[] sorted, double rank) {
        return sorted[(int) Math.max(0, Math.min(sorted.length - 1.0, rank - 1))];
    }
}
