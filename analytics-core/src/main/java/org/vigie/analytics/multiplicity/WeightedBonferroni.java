package org.vigie.analytics.multiplicity;

/**
 * One p-value for several tests of the same site, each with its own share of the error.
 *
 * <pre>
 *   p = min(1, min_i p_i / w_i)        w_i > 0, sum w_i <= 1
 * </pre>
 *
 * <p>Valid whatever the dependence between the tests (Genovese, Roeder, Wasserman 2006, Biometrika 93(3), 509-524,
 * section 2; Bonferroni for equal weights). A test of weight 1 keeps its p-value.
 */
public final class WeightedBonferroni {

    private WeightedBonferroni() {}

    /**
     * Combines p-values.
     *
     * @param pValues shape [tests], in 0..1; NaN for a test that was not made
     * @param weights shape [tests], each above 0, their sum at most 1
     * @return the combined p-value, 1 when no test was made
     */
    public static double combine(double[] pValues, double[] weights) {
        if (pValues.length != weights.length) {
            throw new IllegalArgumentException(
                    "one weight for each p-value: " + pValues.length + " and " + weights.length);
        }
        double sum = 0;
        double smallest = 1;
        for (int i = 0; i < pValues.length; i++) {
            if (!(weights[i] > 0)) {
                throw new IllegalArgumentException("weights must be > 0: " + weights[i]);
            }
            sum += weights[i];
            if (pValues[i] / weights[i] < smallest) {
                smallest = pValues[i] / weights[i];
            }
        }
        if (sum > 1 + 1e-9) {
            throw new IllegalArgumentException("weights must add up to at most 1: " + sum);
        }
        return smallest;
    }
}
