package org.vigie.jobs.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie bench NAME}: how fast, how big. Each benchmark is a subcommand with its own options. */
@Command(
        name = "bench",
        sortOptions = false,
        usageHelpWidth = 120,
        mixinStandardHelpOptions = true,
        subcommands = {FarringtonBench.class, PooledBench.class, SpatialBench.class, ScanSpeedBench.class},
        description = {
            "Measures how fast a part of Vigie is, on inputs made from a seed.",
            "Prints a table and, as its last line, one JSON object.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./vigie bench farrington                     CPU time of one verdict, beside R's",
            "  ./vigie bench pooled --sites 100000          every site of a country judged for one week",
            "  ./vigie bench scan-speed                     one scan of 500, 2,000 and 10,000 sites",
            "  ./vigie bench farrington | tail -n 1         the figures alone, for a machine",
            "  ./vigie bench pooled --help                  what a benchmark measures, and its options"
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(hidden = true, arity = "0..*")
    private List<String> unknown = new ArrayList<>();

    @Override
    public Integer call() {
        String names = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(
                spec.commandLine(),
                unknown.isEmpty()
                        ? "Name a benchmark: " + names + "."
                        : "There is no benchmark " + unknown.get(0) + "; there are: " + names + ".");
    }
}
