package org.vigie.jobs.run;

/** A week does not pass its own checks and is not published: a fault of the program, not of the data. */
final class ChecksFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChecksFailed(String message) {
        super(message);
    }
}
