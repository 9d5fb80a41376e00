package org.vigie.jobs.staged;

import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** The data delivered cannot be used as a whole; the message is one line for the user, and nothing became visible. */
public final class DataRefused extends Explained {

    private static final long serialVersionUID = 1L;

    /** With what the user reads. */
    public DataRefused(Message explanation) {
        super(explanation);
    }
}
