package org.vigie.analytics.numeric;

import org.apache.commons.math3.distribution.TDistribution;

/** Two-sided t test at a fixed level, quick for many statistics of the same degrees of freedom. */
public final class StudentTest {

    /** So near to the critical value, in relative terms, the p-value itself decides. */
    private static final double NEAR = 1e-6;

    private final double level;
    private int knownDegrees = -1;
    private double critical;

    /**
     * A test.
     *
     * @param level p-value under which it rejects, from 0 to 1
     */
    public StudentTest(double level) {
        this.level = level;
    }

    /** Whether the p-value of a statistic is below the level. */
    public boolean rejects(double statistic, int degrees) {
        double distance = Math.abs(statistic);
        if (degrees != knownDegrees) {
            critical = level > 0 && level < 1
                    ? new TDistribution(null, degrees).inverseCumulativeProbability(1 - level / 2)
                    : 0;
            knownDegrees = degrees;
        }
        if (level > 0 && Math.abs(distance - critical) > NEAR * (1 + critical)) {
            return distance > critical;
        }
        return 2 * new TDistribution(null, degrees).cumulativeProbability(-distance) < level;
    }
}
