package org.vigie.analytics.series;

import java.util.Arrays;
import java.util.Optional;

/**
 * The range in which the next of a row of counts is expected, for telling a delivery that is too small or too large.
 *
 * <pre>
 *   low  = max(0, floor(median - 3 s)),   high = ceil(median + 3 s),   s = max(sqrt(median), IQR / 1.349)
 * </pre>
 *
 * <p>Median and interquartile range (quartiles interpolated, definition 7 of Hyndman and Fan 1996, The American
 * Statistician 50(4), 361-365) so that an outage or a burst among the past counts does not widen the range; IQR / 1.349
 * is the standard deviation of a normal sample (Rousseeuw and Croux 1993, JASA 88, 1273-1283, section 1). The spread is
 * never less than that of a Poisson count.
 *
 * @param low least count expected
 * @param high largest count expected
 * @param history past counts behind it
 */
public record UsualRange(int low, int high, int history) {

    /** With fewer past counts nothing is expected. */
    public static final int LEAST_HISTORY = 26;

    private static final double SPREADS = 3;
    private static final double IQR_OF_NORMAL = 1.349;

    /**
     * The range after these counts; empty when they are too few.
     *
     * @param past counts of earlier periods of equal length, shape [periods], in any order
     */
    public static Optional<UsualRange> after(int[] past) {
        if (past.length < LEAST_HISTORY) {
            return Optional.empty();
        }
        int[] sorted = past.clone();
        Arrays.sort(sorted);
        double median = quantile(sorted, 0.5);
        double normal = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / IQR_OF_NORMAL;
        double spread = Math.max(Math.sqrt(median), normal);
        return Optional.of(new UsualRange(
                (int) Math.max(0, Math.floor(median - SPREADS * spread)),
                (int) Math.ceil(median + SPREADS * spread),
                past.length));
    }

    /** Whether a count lies in the range, its ends included. */
    public boolean holds(int count) {
        return low <= count && count <= high;
    }

    private static double quantile(int[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
