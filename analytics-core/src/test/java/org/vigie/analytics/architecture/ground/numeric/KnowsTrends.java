package org.vigie.analytics.architecture.ground.numeric;

import org.vigie.analytics.architecture.ground.trend.Slope;

/** Breaks a rule on purpose: the ground knows what stands on it. */
final class KnowsTrends {
    Slope slope() {
        return new Slope();
    }
}
