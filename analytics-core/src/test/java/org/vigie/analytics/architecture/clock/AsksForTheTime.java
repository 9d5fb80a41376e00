package org.vigie.analytics.architecture.clock;

import java.time.Instant;

/** Breaks a rule on purpose: the clock inside the statistics. */
final class AsksForTheTime {
    Instant now() {
        return Instant.now();
    }
}
