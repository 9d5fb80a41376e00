package org.vigie.jobs.feeds;

/** A file, or the whole inbox, cannot be read; the message is one line for the user. */
public final class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the line that the user reads. */
    public FeedException(String message) {
        super(message);
    }
}
