package org.vigie.jobs.cli.detect;

/** Why a detection cannot be run: one line for the user, and the exit code of the command. */
public final class DetectProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private DetectProblem(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    /** Wrong options or settings: exit code 2. */
    public static DetectProblem wrongSettings(String line) {
        return new DetectProblem(2, line);
    }

    /** Series that cannot be read as what they should be: exit code 3. */
    public static DetectProblem unreadable(String line) {
        return new DetectProblem(3, line);
    }

    /** Exit code of the command. */
    public int exitCode() {
        return exitCode;
    }
}
