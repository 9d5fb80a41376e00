package org.vigie.jobs.cli;

import java.time.Instant;
import java.util.ArrayList;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./vigie backfill DIR --from W --to W}. */
@Command(
        name = "backfill",
        description = "Publishes a range of past weeks, newest first, each with what was known at its end.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./vigie backfill mon-bailleur --from 2026-W40 --to 2026-W43",
            "",
            "Weeks already published from the same inputs are left as they are;",
            "\"latest\" never moves back to an older week."
        })
final class BackfillCommand implements Callable<Integer> {

    private static final int MOST_WEEKS = 520;

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "yyyy-Www",
            converter = IsoWeekConverter.class,
            description = "first week")
    private @Nullable IsoWeek from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "yyyy-Www",
            converter = IsoWeekConverter.class,
            description = "last week")
    private @Nullable IsoWeek to;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<IsoWeek> weeks = weeks();
        Workspace workspace = folder.workspace();
        Settings settings = folder.settings();
        try (Console console = new Console(Output.of(spec), settings, weeks.size())) {
            WeeklyRun run = new WeeklyRun(workspace, settings, console.progress());
            console.say(run.run(weeks, Instant.now()), workspace);
        }
        return Vigie.DONE;
    }

    private List<IsoWeek> weeks() {
        IsoWeek first = java.util.Objects.requireNonNull(from);
        IsoWeek last = java.util.Objects.requireNonNull(to);
        int span = first.weeksUntil(last);
        if (span < 0 || span >= MOST_WEEKS) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "--from must not be later than --to, and at most " + MOST_WEEKS + " weeks earlier");
        }
        List<IsoWeek> newestFirst = new ArrayList<>();
        for (int back = 0; back <= span; back++) {
            newestFirst.add(last.plusWeeks(-back));
        }
        return newestFirst;
    }
}
