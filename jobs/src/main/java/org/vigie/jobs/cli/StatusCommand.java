package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.run.Standing;
import org.vigie.jobs.schedule.ExpectedWeek;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./vigie status DIR}. */
@Command(
        name = "status",
        description = "How a workspace stands: what is published, what is expected next, what each feed brought.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./vigie status mon-bailleur",
            "",
            "Says the newest published week and its alerts by state; the week that schedule.weekly lets people",
            "expect by now; files of the inbox that no run has read yet; and for each feed its freshness, and how",
            "many rows it brought beside the interval that its last 52 periods let one expect.",
            "Reads only, needs no run, ends with 0. What is wrong, and what to do: \"doctor\"."
        })
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = folder.workspace();
        Settings settings = Settings.read(workspace.root());
        Instant now = Instant.now();
        StandingText text = new StandingText(settings);
        PrintWriter out = Output.of(spec);
        text.lines(
                        Standing.of(workspace, settings),
                        ExpectedWeek.at(settings, now),
                        ExpectedWeek.nextFiring(settings, now))
                .forEach(out::println);
        out.flush();
        return Vigie.DONE;
    }
}
