package org.vigie.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.evaluation.TruthScore;
import org.vigie.jobs.run.TruthCheck;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.SettingsException;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.texts.Message;
import org.vigie.sample.SampleSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie demo}. */
@Command(
        name = "demo",
        description = "The whole pipeline on the sample landlord: one published week, then where to look.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./vigie demo                    into work/demo",
            "  ./vigie demo --out ma-demo      into a folder of your own",
            "",
            "The sample landlord is simulated: its tensions were planted and written beside the data, so that",
            "the demo can say how many it found, how early, and how many alerts were false."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "DIR", description = "folder of the demo; default: work/demo")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Path home = Path.of(System.getProperty("vigie.home", "."));
        Path sample = home.resolve("sample-data").resolve("landlord");
        if (!Files.isDirectory(sample)) {
            throw new SettingsException(Message.of("settings.no-sample", "folder", sample.toString()));
        }
        Workspace workspace = new Workspace(out == null ? home.resolve("work").resolve("demo") : out);
        copy(sample, workspace.root());
        RunLog.open(workspace);
        Settings settings = Settings.read(workspace.root());
        PrintWriter printer = Output.of(spec);
        IsoWeek week = SampleSettings.DEFAULT.lastWeek();
        try (Console console = new Console(printer, settings, 1)) {
            WeeklyRun.Outcome outcome =
                    new WeeklyRun(workspace, settings, console.progress()).run(List.of(week), Instant.now());
            console.say(outcome, workspace);
        }
        printer.print(found(new TruthCheck(workspace).of(week), week));
        printer.flush();
        return Vigie.DONE;
    }

    private static String found(TruthScore score, IsoWeek week) {
        return String.format(
                Locale.ROOT,
                """

                Against the planted tensions, over the 52 weeks up to %s:
                  tensions active        %d, alerted %d (of factor 2.5 and more: %d, alerted %d)
                  alerted within 4 weeks %d of the %d that started in the period; median delay %.1f weeks
                  alerts transmitted     %d, of which false %d (%.2f per team and week); %.0f %% true
                """,
                week,
                score.all().active(),
                score.all().alerted(),
                score.strong().active(),
                score.strong().alerted(),
                score.all().alertedEarly(),
                score.all().started(),
                score.all().medianWeeksToAlert(),
                score.alerts(),
                score.falseAlerts(),
                score.falsePerTeamWeek(),
                100 * score.shareTrue());
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the sample landlord to " + to + ": " + e.getMessage(), e);
        }
    }
}
