package org.vigie.analytics.architecture.baselines.baseline;

import org.vigie.analytics.architecture.baselines.prospective.Alarm;

/** Breaks a rule on purpose: a baseline that knows a detector. */
final class KnowsDetectors {
    Alarm alarm() {
        return new Alarm();
    }
}
