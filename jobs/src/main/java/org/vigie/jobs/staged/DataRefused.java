package org.vigie.jobs.staged;

/** The data delivered cannot be used as a whole; the message is one line for the user, and nothing became visible. */
public final class DataRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the line that the user reads. */
    public DataRefused(String message) {
        super(message);
    }
}
