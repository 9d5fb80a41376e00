package org.vigie.jobs.settings;

/** The settings cannot be used; the message is one line for the user, with the place in the file. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the line that the user reads. */
    public SettingsException(String message) {
        super(message);
    }
}
