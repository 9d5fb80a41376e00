package org.vigie.analytics.prospective;

import java.util.function.Function;

/** What a detector says of one series in one week. "Could not tell" is a third answer, never a missing row. */
public sealed interface Verdict {

    /** The week is unusually high. */
    record Signal(Evidence evidence) implements Verdict {}

    /** The week is within what was expected. */
    record Quiet(Evidence evidence) implements Verdict {}

    /** The detector does not apply here; the reason is shown to the reader as it is. */
    record NotAssessed(Reason reason) implements Verdict {}

    /** Answers each of the three cases with its own function. */
    default <T> T fold(
            Function<Evidence, T> ifSignal, Function<Evidence, T> ifQuiet, Function<Reason, T> ifNotAssessed) {
        if (this instanceof Signal signal) {
            return ifSignal.apply(signal.evidence());
        }
        if (this instanceof Quiet quiet) {
            return ifQuiet.apply(quiet.evidence());
        }
        return ifNotAssessed.apply(((NotAssessed) this).reason());
    }
}
