package org.vigie.analytics.multiplicity;

/**
 * One p-value for several tests of the same site that lean on each other, stronger than {@link WeightedBonferroni}
 * where more than one of them points the same way.
 *
 * <pre>
 *   h = 1 / sum_i (w_i / p_i)                              w_i > 0, sum w_i <= 1; what lacks to 1 stands at p = 1
 *   p = min(1, min_i p_i / w_i, 1.1 h)
 * </pre>
 *
 * <p>h is the weighted harmonic mean of Wilson (2019), PNAS 116(4), 1195-1200, equation 1; as w / p behaves like a
 * likelihood ratio, it is a mixture over which test is right. It keeps its level for small p whatever the dependence.
 * The factor 1.1 makes up for p that are not small, measured on sites with families: METHODS.md, one figure for a site
 * with families. h never exceeds the smallest p_i / w_i, so that the combined value is never above Bonferroni's.
 */
public final class WeightedHarmonicMean {

    private static final double NOT_SMALL = 1.1;

    private WeightedHarmonicMean() {}

    /**
     * Combines p-values.
     *
     * @param pValues shape [tests], in 0..1; NaN for a test that was not made, which counts as 1
     * @param weights shape [tests], each above 0, their sum at most 1
     * @return the combined p-value, 1 when no test was made
     */
    public static double combine(double[] pValues, double[] weights) {
        double strongest = WeightedBonferroni.combine(pValues, weights);
        double inverse = 0;
        double given = 0;
        for (int i = 0; i < pValues.length; i++) {
            inverse += weights[i] / (pValues[i] <= 1 ? pValues[i] : 1);
            given += weights[i];
        }
        return Math.min(strongest, NOT_SMALL / (inverse + Math.max(0, 1 - given)));
    }
}
