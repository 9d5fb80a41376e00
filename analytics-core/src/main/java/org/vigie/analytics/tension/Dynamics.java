package org.vigie.analytics.tension;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** Whether a site gets better or worse: the last weeks against those before, whatever the level. */
public enum Dynamics {
    /** Fewer facts than the weeks before lead us to expect. */
    IMPROVING,
    /** No clear change. */
    STABLE,
    /** More facts than the weeks before lead us to expect. */
    WORSENING;

    private static final double CLEAR = 0.1;

    /**
     * Compares two counts by the conditional test of Przyborowski and Wilenski (1940, Biometrika 31, 313-323): given
     * their sum, the later one is binomial.
     *
     * @param later facts of the later weeks
     * @param laterExpected facts expected then
     * @param earlier facts of the weeks before
     * @param earlierExpected facts expected then
     */
    public static Dynamics of(int later, double laterExpected, int earlier, double earlierExpected) {
        int both = later + earlier;
        double expected = laterExpected + earlierExpected;
        if (both == 0 || !(expected > 0)) {
            return STABLE;
        }
        BinomialDistribution split = new BinomialDistribution(null, both, laterExpected / expected);
        if (1 - split.cumulativeProbability(later - 1) <= CLEAR) {
            return WORSENING;
        }
        return split.cumulativeProbability(later) <= CLEAR ? IMPROVING : STABLE;
    }
}
