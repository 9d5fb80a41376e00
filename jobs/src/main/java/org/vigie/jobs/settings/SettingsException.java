package org.vigie.jobs.settings;

import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** The settings cannot be used; the message is one line for the user, with the place in the file. */
public final class SettingsException extends Explained {

    private static final long serialVersionUID = 1L;

    /** With what the user reads. */
    public SettingsException(Message explanation) {
        super(explanation);
    }
}
