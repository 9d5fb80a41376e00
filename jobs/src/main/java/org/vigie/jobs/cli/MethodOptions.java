package org.vigie.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.jobs.cli.detect.DetectProblem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options and manners of the commands that run a named method on files and write one file. */
final class MethodOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--method", required = true, paramLabel = "NAME", description = "Method, see below.")
    private String method = "";

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "File to write.")
    private Path out = Path.of("");

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "One setting of the method.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    String method() {
        return method;
    }

    Path out() {
        return out;
    }

    Map<String, String> overrides() {
        return Map.copyOf(overrides);
    }

    /** Throws {@link DetectProblem} unless the output can be written, and is none of the files that are read. */
    void requireWritable(Path... inputs) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
            throw DetectProblem.wrongSettings("--out " + out + ": no such folder, or a folder itself");
        }
        for (Path input : inputs) {
            if (Files.exists(out) && Files.exists(input) && Files.isSameFile(out, input)) {
                throw DetectProblem.wrongSettings("--out " + out + " is a file that is read");
            }
        }
    }

    /** Exit code of the work; a failure is said in one line. */
    int answer(Work work) {
        try {
            work.run();
            return Vigie.DONE;
        } catch (DetectProblem e) {
            say(Optional.ofNullable(e.getMessage()).orElse("failed"));
            return e.exitCode();
        } catch (IOException | UncheckedIOException e) {
            say(out + ": cannot be written: " + e);
            return Vigie.FAILED;
        }
    }

    /** One line on the error stream. */
    void say(String line) {
        PrintWriter err = command.commandLine().getErr();
        err.println("vigie " + command.name() + ": " + line);
        err.flush();
    }
}
