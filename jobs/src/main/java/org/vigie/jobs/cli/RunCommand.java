package org.vigie.jobs.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie run DIR}. */
@Command(
        name = "run",
        description = "Takes in what is new in the inbox, scores every site, and publishes one week.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./vigie run mon-bailleur                    the last week that ended, in the landlord's time zone",
            "  ./vigie run mon-bailleur --week 2026-W43    any week, with what was known at its end",
            "",
            "Running a week again changes nothing unless a file, a setting or the program changed.",
            "A file that cannot be read is refused and named; the others are used."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Option(
            names = "--week",
            paramLabel = "yyyy-Www",
            converter = IsoWeekConverter.class,
            description = "week to publish; default: the last one that ended")
    private @Nullable IsoWeek week;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = folder.workspace();
        Settings settings = folder.settings();
        Instant now = Instant.now();
        try (Console console = new Console(Output.of(spec), settings, 1)) {
            WeeklyRun run = new WeeklyRun(workspace, settings, console.progress());
            IsoWeek wanted = week == null ? run.lastEnded(now) : week;
            console.say(run.run(List.of(wanted), now), workspace);
        }
        return Vigie.DONE;
    }
}
