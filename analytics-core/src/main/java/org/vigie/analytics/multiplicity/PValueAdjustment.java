package org.vigie.analytics.multiplicity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * P-values adjusted for many tests: an adjusted value at most alpha means rejected at alpha.
 *
 * <p>With p_(1) <= ... <= p_(m) and c_m = 1 + 1/2 + ... + 1/m:
 * <pre>
 *   bonferroni   min(1, m p_(k))
 *   holm         max_{j<=k} min(1, (m-j+1) p_(j))          family-wise error, any dependence
 *   hochberg     min_{j>=k} min(1, (m-j+1) p_(j))          family-wise error, independent or positively dependent
 *   BH           min_{j>=k} min(1, m p_(j) / j)            false discovery rate, the same condition
 *   BY           min_{j>=k} min(1, m c_m p_(j) / j)        false discovery rate, any dependence
 * </pre>
 *
 * <p>Sources: Holm 1979, Scand. J. Statist. 6, 65-70; Hochberg 1988, Biometrika 75, 800-802; Benjamini, Hochberg 1995,
 * JRSS B 57, 289-300; Benjamini, Yekutieli 2001, Ann. Statist. 29, 1165-1188.
 */
public enum PValueAdjustment {
    /** Every p-value times the number of tests. */
    BONFERRONI,
    /** Step-down Bonferroni. */
    HOLM,
    /** Step-up Bonferroni. */
    HOCHBERG,
    /** Share of false discoveries. */
    BENJAMINI_HOCHBERG,
    /** Share of false discoveries under any dependence. */
    BENJAMINI_YEKUTIELI;

    /**
     * Adjusts p-values.
     *
     * @param pValues shape [tests], in 0..1; NaN for a test that was not made
     * @return shape [tests]; NaN where there was no test, which does not count as one either
     */
    public double[] adjust(double[] pValues) {
        Integer[] order = ascending(pValues);
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        int tests = order.length;
        boolean down = this == HOLM;
        double harmonic = this == BENJAMINI_YEKUTIELI ? harmonic(tests) : 1;
        double last = down ? 0 : 1;
        for (int step = 0; step < tests; step++) {
            int position = down ? step : tests - 1 - step;
            double raised = Math.min(1, harmonic * factor(position + 1, tests) * pValues[order[position]]);
            last = this == BONFERRONI ? raised : down ? Math.max(last, raised) : Math.min(last, raised);
            adjusted[order[position]] = last;
        }
        return adjusted;
    }

    private double factor(int rank, int tests) {
        return switch (this) {
            case BONFERRONI -> tests;
            case HOLM, HOCHBERG -> tests - rank + 1.0;
            case BENJAMINI_HOCHBERG, BENJAMINI_YEKUTIELI -> (double) tests / rank;
        };
    }

    private static double harmonic(int tests) {
        double sum = 0;
        for (int k = 1; k <= tests; k++) {
            sum += 1.0 / k;
        }
        return sum;
    }

    private static Integer[] ascending(double[] pValues) {
        for (double p : pValues) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException("p-values must lie in 0..1: " + p);
            }
        }
        return IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .toArray(Integer[]::new);
    }
}
