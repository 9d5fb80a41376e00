package org.vigie.jobs.lake;

/** Somebody else published to the same lake meanwhile; nothing of ours became visible. */
public final class ConcurrentWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentWriteException(String manifest, Throwable cause) {
        super(
                "another run published " + manifest + " in this workspace meanwhile; nothing was lost: start again",
                cause);
    }
}
