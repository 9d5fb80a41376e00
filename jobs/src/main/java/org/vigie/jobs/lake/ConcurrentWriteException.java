package org.vigie.jobs.lake;

import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** Somebody else published to the same lake meanwhile; nothing of ours became visible. */
public final class ConcurrentWriteException extends Explained {

    private static final long serialVersionUID = 1L;

    ConcurrentWriteException(String manifest, Throwable cause) {
        super(Message.of("run.overtaken", "manifest", manifest));
        initCause(cause);
    }
}
