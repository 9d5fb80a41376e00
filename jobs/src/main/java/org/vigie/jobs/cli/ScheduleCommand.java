package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.schedule.WeeklySchedule;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./vigie schedule DIR}. */
@Command(
        name = "schedule",
        description = "Stays at work and publishes each week at the time of schedule.weekly in vigie.yaml.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./vigie schedule mon-bailleur                  until Ctrl-C, which lets a run at work end",
            "  nohup ./vigie schedule mon-bailleur >> schedule.txt &    in the background, one line per firing",
            "",
            "In vigie.yaml, in the landlord's time zone:",
            "  schedule: { weekly: \"0 0 5 ? * MON\" }          every Monday at five",
            "",
            "A firing missed while nothing ran happens at the next start, once; one cut short starts again, for",
            "its own week. A failed firing is told and tried again after 5 minutes, 30 minutes and 2 hours.",
            "A change of schedule.weekly is taken up at the next start, every other setting at the next firing."
        })
final class ScheduleCommand implements Callable<Integer> {

    /** Spark stops itself at the end of the process too, with a lower priority: the run at work must end before. */
    private static final int BEFORE_SPARK = 100;

    private static final int LONGEST_RUN_HOURS = 12;

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = folder.workspace();
        Settings settings = folder.settings();
        PrintWriter out = Output.of(spec);
        WeeklySchedule schedule =
                WeeklySchedule.start(workspace, settings, WeeklySchedule.RETRY_DELAYS, line -> print(out, line));
        ShutdownHookManager.get().addShutdownHook(schedule::close, BEFORE_SPARK, LONGEST_RUN_HOURS, TimeUnit.HOURS);
        new CountDownLatch(1).await();
        return Vigie.DONE;
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
