package org.vigie.analytics.spacetime;

import java.util.Arrays;

/** Likelihood ratio L(q) of {@link EvidenceKernel}: of a rise by q in a window with mean B and size r. */
final class RiseLikelihood {

    static final double[] FACTORS = {1.5, 2, 3};
    private static final double[] LOG_FACTORS =
            Arrays.stream(FACTORS).map(Math::log).toArray();

    private RiseLikelihood() {}

    /** L(q) at the count C, given {@link #logRatio}. */
    static double ratio(double count, double size, int factor, double logRatio) {
        return Math.exp(log(count, size, factor, logRatio));
    }

    /** Logarithm of L(q) at the count C, given {@link #logRatio}. */
    static double log(double count, double size, int factor, double logRatio) {
        return count * LOG_FACTORS[factor] - (count + size) * logRatio;
    }

    /** log((q B + r) / (B + r)). */
    static double logRatio(double mean, double size, int factor) {
        return Math.log((FACTORS[factor] * mean + size) / (mean + size));
    }

    /** r = B^2 / (V - B). */
    static double size(double mean, double variance) {
        return mean * mean / Math.max(variance - mean, 1e-9);
    }

    /** Logarithm of the greatest L over all q. */
    static double greatestLog(double count, double mean, double size) {
        return count > mean
                ? count * Math.log(count / mean) - (count + size) * Math.log((count + size) / (mean + size))
                : 0;
    }
}
