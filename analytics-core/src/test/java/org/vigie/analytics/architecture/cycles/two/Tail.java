package org.vigie.analytics.architecture.cycles.two;

import org.vigie.analytics.architecture.cycles.one.Head;

/** Breaks a rule on purpose, together with {@link Head}. */
public final class Tail {
    /** The other end. */
    public Head head() {
        return new Head();
    }
}
