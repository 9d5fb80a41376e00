package org.vigie.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
import org.vigie.jobs.texts.Sentences;
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
        printer.print(found(new TruthCheck(workspace).of(week), week, Sentences.of(settings.language())));
        printer.flush();
        return Vigie.DONE;
    }

    private static String found(TruthScore score, IsoWeek week, Sentences sentences) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("week", week.toString());
        figures.put("active", score.all().active());
        figures.put("alerted", score.all().alerted());
        figures.put("strong", score.strong().active());
        figures.put("strongAlerted", score.strong().alerted());
        figures.put("early", score.all().alertedEarly());
        figures.put("started", score.all().started());
        figures.put("median", score.all().medianWeeksToAlert());
        figures.put("alerts", score.alerts());
        figures.put("falseAlerts", score.falseAlerts());
        figures.put("load", score.falsePerTeamWeek());
        figures.put("share", score.shareTrue());
        return Stream.of("demo.truth", "demo.tensions", "demo.early", "demo.alerts")
                .map(line -> sentences.say(line, figures))
                .collect(Collectors.joining(System.lineSeparator(), System.lineSeparator(), System.lineSeparator()));
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
