package org.vigie.dashboards.architecture.cycles.two;

import org.vigie.dashboards.architecture.cycles.one.Head;

/** Breaks a rule on purpose, together with {@link Head}. */
public final class Tail {
    /** The other end. */
    public Head other() {
        return new Head();
    }
}
