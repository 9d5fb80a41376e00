package org.vigie.jobs.cli;

import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** A command was given something that does not exist; the message is one line for the user. */
final class WrongUsage extends Explained {

    private static final long serialVersionUID = 1L;

    WrongUsage(Message explanation) {
        super(explanation);
    }
}
