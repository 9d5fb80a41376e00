package org.vigie.sample.architecture.detectors;

import org.vigie.analytics.prospective.EarsSettings;

/** Breaks a rule on purpose: planting with a detector at hand. */
final class KnowsADetector {
    int baselineWeeks(EarsSettings settings) {
        return settings.hashCode();
    }
}
