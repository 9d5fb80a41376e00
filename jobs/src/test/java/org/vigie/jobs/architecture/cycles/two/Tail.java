package org.vigie.jobs.architecture.cycles.two;

import org.vigie.jobs.architecture.cycles.one.Head;

/** The other half of the cycle. */
public final class Tail {
    /** The first half. */
    public Head head() {
        return new Head();
    }
}
