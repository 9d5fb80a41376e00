package org.vigie.analytics.architecture.cycles.one;

import org.vigie.analytics.architecture.cycles.two.Tail;

/** Breaks a rule on purpose, together with {@link Tail}. */
public final class Head {
    /** The other end. */
    public Tail tail() {
        return new Tail();
    }
}
