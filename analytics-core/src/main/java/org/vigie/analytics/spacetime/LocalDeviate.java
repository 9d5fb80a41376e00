package org.vigie.analytics.spacetime;

import org.vigie.analytics.numeric.Normal;

/**
 * A local statistic of one place against what it would be if values were placed at random.
 *
 * @param statistic its value
 * @param expected its mean
 * @param variance its variance
 */
public record LocalDeviate(double statistic, double expected, double variance) {

    /** (statistic - expected) / sd. */
    public double deviate() {
        return (statistic - expected) / Math.sqrt(variance);
    }

    /** Two-sided p-value by the normal law. */
    public double pValue() {
        return 2 * Normal.upperTail(Math.abs(deviate()));
    }

    /** Chance of a statistic at least as high, by the normal law. */
    public double upperPValue() {
        return Normal.upperTail(deviate());
    }
}
