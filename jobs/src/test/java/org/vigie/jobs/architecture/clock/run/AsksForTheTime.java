package org.vigie.jobs.architecture.clock.run;

import java.time.Instant;

/** Breaks a rule on purpose: the clock inside a run. */
final class AsksForTheTime {
    Instant now() {
        return Instant.now();
    }
}
