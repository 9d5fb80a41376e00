package org.vigie.analytics.trend;

import java.util.Arrays;
import org.vigie.analytics.numeric.Normal;

/**
 * Mann-Kendall test of a monotone trend, with ties.
 *
 * <pre>
 *   S = sum_{i<j} sign(x_j - x_i)
 *   var(S) = ( n(n-1)(2n+5) - sum_g t_g (t_g-1)(2 t_g+5) ) / 18        t_g size of the g-th group of equal values
 *   tau = S / sqrt( (n(n-1)/2 - sum_g t_g(t_g-1)/2) n(n-1)/2 )          tau-b; time has no ties
 * </pre>
 *
 * <p>Source: Mann 1945, Econometrica 13, 245-259; Kendall 1970, Rank Correlation Methods, ch. 3-4.
 *
 * @param score S, rises less falls over all pairs
 * @param variance var(S) if there is no trend; 0 where all values are equal
 * @param tau rank correlation with time, -1 to 1; NaN where all values are equal
 */
public record MannKendall(long score, double variance, double tau) {

    /**
     * Tests a series.
     *
     * @param values oldest first, shape [steps], at least 3, none NaN
     */
    public static MannKendall of(double[] values) {
        int n = values.length;
        if (n < 3) {
            throw new IllegalArgumentException("a trend needs at least 3 values: " + n);
        }
        long score = 0;
        for (int later = 1; later < n; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                score += (long) Math.signum(values[later] - values[earlier]);
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double tiedPairs = 0;
        double tiedVariance = 0;
        for (int first = 0; first < n; ) {
            int next = first + 1;
            while (next < n && sorted[next] == sorted[first]) {
                next++;
            }
            double tied = next - first;
            tiedPairs += tied * (tied - 1) / 2;
            tiedVariance += tied * (tied - 1) * (2 * tied + 5);
            first = next;
        }
        double pairs = n * (n - 1.0) / 2;
        double variance = (n * (n - 1.0) * (2.0 * n + 5) - tiedVariance) / 18;
        return new MannKendall(score, variance, score / (Math.sqrt(pairs - tiedPairs) * Math.sqrt(pairs)));
    }

    /** Deviate with continuity correction, (S - sign S) / sd; 0 where all values are equal. */
    public double deviate() {
        return variance > 0 ? (score - Math.signum((double) score)) / Math.sqrt(variance) : 0;
    }

    /** Deviate without continuity correction, S / sd; 0 where all values are equal. */
    public double uncorrectedDeviate() {
        return variance > 0 ? score / Math.sqrt(variance) : 0;
    }

    /** Two-sided p-value by the normal law, with continuity correction. */
    public double pValue() {
        return twoSided(deviate());
    }

    /** Two-sided p-value by the normal law, without continuity correction. */
    public double uncorrectedPValue() {
        return twoSided(uncorrectedDeviate());
    }

    private static double twoSided(double deviate) {
        return Math.min(1, 2 * Normal.upperTail(Math.abs(deviate)));
    }
}
