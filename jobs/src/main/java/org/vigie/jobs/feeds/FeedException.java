package org.vigie.jobs.feeds;

import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** A file, or the whole inbox, cannot be read; the message is one line for the user. */
public final class FeedException extends Explained {

    private static final long serialVersionUID = 1L;

    /** With what the user reads. */
    public FeedException(Message explanation) {
        super(explanation);
    }
}
