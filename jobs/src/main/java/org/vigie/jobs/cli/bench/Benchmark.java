package org.vigie.jobs.cli.bench;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One benchmark: measures, then prints what it found. Subclasses are picocli commands. */
abstract class Benchmark implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Measures; says on the way what it is doing by {@link #say}. */
    abstract BenchReport measure() throws Exception;

    @Override
    public final Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        measure().print(out);
        return 0;
    }

    /** A line about the progress, apart from the results. */
    final void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** Refuses an option out of range: wrong usage. */
    final void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
