package org.vigie.jobs.architecture.cycles.one;

import org.vigie.jobs.architecture.cycles.two.Tail;

/** Breaks a rule on purpose: two packages that need each other. */
public final class Head {
    /** The other half. */
    public Tail tail() {
        return new Tail();
    }
}
