package org.vigie.analytics.forecast;

import java.io.Serializable;

/**
 * What is believed of the coefficients of a regression before any count is seen: each is normal around a centre.
 *
 * <pre>
 *   b_j ~ N(centre_j, 1 / precision_j)
 * </pre>
 */
public final class RidgePrior implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[] centre;
    private final double[] precision;

    /**
     * Beliefs of each coefficient.
     *
     * @param centre coefficients without data, shape [terms]
     * @param precision inverse variances, 0 where nothing is believed, shape [terms]
     */
    public RidgePrior(double[] centre, double[] precision) {
        if (centre.length != precision.length) {
            throw new IllegalArgumentException(
                    "one precision for each coefficient: " + precision.length + " and " + centre.length);
        }
        for (double one : precision) {
            if (!(one >= 0)) {
                throw new IllegalArgumentException("precision must be >= 0: " + one);
            }
        }
        this.centre = centre.clone();
        this.precision = precision.clone();
    }

    /** Number of coefficients. */
    public int terms() {
        return centre.length;
    }

    /** Coefficient of a term without data. */
    public double centre(int term) {
        return centre[term];
    }

    /** Inverse variance of a coefficient. */
    public double precision(int term) {
        return precision[term];
    }

    double[] centres() {
        return centre.clone();
    }
}
