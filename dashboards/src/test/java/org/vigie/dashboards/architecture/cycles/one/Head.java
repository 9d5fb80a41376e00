package org.vigie.dashboards.architecture.cycles.one;

import org.vigie.dashboards.architecture.cycles.two.Tail;

/** Breaks a rule on purpose, together with {@link Tail}. */
public final class Head {
    /** The other end. */
    public Tail other() {
        return new Tail();
    }
}
