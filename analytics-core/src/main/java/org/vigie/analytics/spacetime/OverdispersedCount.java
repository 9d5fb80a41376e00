package org.vigie.analytics.spacetime;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Upper tail of a count whose variance is a multiple of its mean, as sums over neighbouring sites are.
 *
 * <pre>
 *   E X = mu, Var X = phi mu          negative binomial with r = mu / (phi - 1), p = 1 / phi; Poisson for phi = 1
 *   P(X >= x) = I(1 - 1/phi; x, r)    I regularised incomplete beta function
 * </pre>
 *
 * <p>Source: Johnson, Kemp, Kotz (2005), Univariate Discrete Distributions, 3rd ed., section 5.6, equation 5.31.
 */
public final class OverdispersedCount {

    private static final double POISSON_BELOW = 1 + 1e-9;

    private OverdispersedCount() {}

    /**
     * Chance of a count at least as high.
     *
     * @param observed count, 0 or more
     * @param expected mean, above 0
     * @param dispersion variance over mean, 1 or more
     */
    public static double upperTail(long observed, double expected, double dispersion) {
        if (!(expected > 0) || !(dispersion >= 1) || observed < 0) {
            throw new IllegalArgumentException("needs observed >= 0, expected > 0, dispersion >= 1: " + observed + ", "
                    + expected + ", " + dispersion);
        }
        if (observed == 0) {
            return 1;
        }
        return dispersion < POISSON_BELOW
                ? Gamma.regularizedGammaP((double) observed, expected)
                : Beta.regularizedBeta(1 - 1 / dispersion, (double) observed, expected / (dispersion - 1));
    }

    /**
     * Dispersion of sums by moments: the mean of (x - mu)^2 / mu over past sums, at least 1.
     *
     * @param squaredDeviations sum over past sums of (x - mu)^2 / mu
     * @param sums number of past sums
     */
    public static double dispersion(double squaredDeviations, long sums) {
        return sums == 0 ? 1 : Math.max(1, squaredDeviations / sums);
    }
}
