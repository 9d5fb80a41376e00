package org.vigie.analytics.numeric;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class Normal {

    private static final NormalDistribution STANDARD = new NormalDistribution(0, 1);

    private Normal() {}

    /** Value not exceeded with this probability. */
    public static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /** Chance of a value at least as high; accurate in relative terms far into the tail. */
    public static double upperTail(double value) {
        return 0.5 * Erf.erfc(value / Math.sqrt(2));
    }
}
