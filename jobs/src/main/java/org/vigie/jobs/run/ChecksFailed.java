package org.vigie.jobs.run;

import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** A week does not pass its own checks and is not published: a fault of the program, not of the data. */
final class ChecksFailed extends Explained {

    private static final long serialVersionUID = 1L;

    ChecksFailed(Message explanation) {
        super(explanation);
    }
}
