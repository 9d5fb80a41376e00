package org.vigie.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.vigie.jobs.settings.Workspace;

/** The log of a workspace: where stack traces go. */
final class RunLog {

    private static final String PROPERTY = "vigie.log";

    private RunLog() {}

    /** Sends what follows to the log of a workspace, if it is one; to be called before anything logs. */
    static void open(Workspace workspace) {
        if (!Files.exists(workspace.settingsFile())) {
            return;
        }
        Path file = workspace.state().resolve("logs").resolve("vigie.log");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + workspace.root() + ": " + e.getMessage(), e);
        }
        System.setProperty(PROPERTY, file.toString());
    }

    /** Writes a failure with its stack trace; gives the file, if a log is open. */
    static Optional<Path> write(Throwable failure) {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            return Optional.empty();
        }
        LoggerFactory.getLogger(RunLog.class).error("the command failed", failure);
        return Optional.of(Path.of(file));
    }
}
