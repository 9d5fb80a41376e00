package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.reports.Publication;
import org.vigie.jobs.run.BacktestReport;
import org.vigie.jobs.run.BacktestRun;
import org.vigie.jobs.run.RunProgress.Stage;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.texts.Message;
import org.vigie.jobs.texts.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie backtest DIR [--from W --to W] [--out FILE]}. */
@Command(
        name = "backtest",
        description = {
            "Measures what would have been said in past weeks, each with what was known at its end: false and found"
                    + " alerts, the order of the sites, the forecast, against naive rivals.",
            "Mesure ce qui aurait été dit lors de semaines passées, chacune avec ce qui était connu à sa fin : alertes"
                    + " fausses et justes, ordre des sites, prévision, face à des méthodes naïves."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples / Exemples:",
            "  ./vigie backtest mon-bailleur                                     the year up to the newest week",
            "  ./vigie backtest mon-bailleur --from 2025-W44 --to 2026-W43       weeks of your choice",
            "  ./vigie backtest mon-bailleur --out bilan/2026.csv                report there, page in bilan/2026/",
            "",
            "Nothing that became known after the last week is read; what is published is left as it is.",
            "Rien de ce qui a été connu après la dernière semaine n'est lu ; ce qui est publié reste tel quel.",
            "Exit codes: 0 done; 1 failed; 2 wrong usage or settings; 3 data refused."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final int USUAL_WEEKS = 52;
    private static final int FEWEST_WEEKS = 5;
    private static final int MOST_WEEKS = 520;

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Option(
            names = "--from",
            paramLabel = "yyyy-Www",
            converter = IsoWeekConverter.class,
            description =
                    "first week tested; default: a year up to --to / première semaine ; par défaut : un an jusqu'à"
                            + " --to")
    private @Nullable IsoWeek from;

    @Option(
            names = "--to",
            paramLabel = "yyyy-Www",
            converter = IsoWeekConverter.class,
            description = "last week tested and last week known; default: the newest published week, else the last that"
                    + " ended / dernière semaine testée et connue ; par défaut : la plus récente publiée, sinon la"
                    + " dernière terminée")
    private @Nullable IsoWeek to;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "report (CSV); the page goes into a folder of that name beside it; default:"
                    + " DIR/backtest/<from>_<to>.csv / rapport (CSV) ; la page va dans un dossier du même nom à côté")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = folder.workspace();
        RunLog.open(workspace);
        Settings settings = Settings.read(workspace.root());
        Instant now = Instant.now();
        IsoWeek ended =
                IsoWeek.of(now.atZone(settings.timezone()).toLocalDate()).plusWeeks(-1);
        IsoWeek last = to == null ? new Publication(workspace).latest().orElse(ended) : to;
        IsoWeek first = from == null ? last.plusWeeks(1L - USUAL_WEEKS) : from;
        requireRange(first, last, ended);
        Path file = file(workspace, first, last);
        PrintWriter printer = Output.of(spec);
        long stages = EnumSet.range(Stage.START, Stage.DECISION).size() + 2L;
        try (Console console = new Console(printer, settings, stages)) {
            BacktestRun.Outcome outcome =
                    new BacktestRun(workspace, settings, console.progress()).run(first, last, now);
            Path page = new BacktestReport(settings, first, last).write(outcome, file);
            console.done();
            Sentences sentences = Sentences.of(settings.language());
            outcome.refused()
                    .values()
                    .forEach(why -> printer.println(sentences.say("run.refused", Map.of("why", why))));
            new BacktestTable(outcome, sentences).lines().forEach(printer::println);
            printer.println(sentences.say("backtest.files", Map.of("file", file.toString(), "page", page.toString())));
            console.sayTimes(outcome.seconds());
        }
        printer.flush();
        return Vigie.DONE;
    }

    private static void requireRange(IsoWeek first, IsoWeek last, IsoWeek ended) {
        int weeks = first.weeksUntil(last) + 1;
        if (weeks < FEWEST_WEEKS || weeks > MOST_WEEKS) {
            throw new WrongUsage(Message.of("backtest.range", "fewest", FEWEST_WEEKS)
                    .with("most", MOST_WEEKS)
                    .with("from", first.toString())
                    .with("to", last.toString()));
        }
        if (last.compareTo(ended) > 0) {
            throw new WrongUsage(Message.of("backtest.not-ended", "to", last.toString()));
        }
    }

    private Path file(Workspace workspace, IsoWeek first, IsoWeek last) {
        Path file = out == null
                ? workspace.root().resolve("backtest").resolve(first + "_" + last + ".csv")
                : Objects.requireNonNull(out);
        if (Files.isDirectory(file)) {
            throw new WrongUsage(Message.of("backtest.folder", "file", file.toString()));
        }
        return file;
    }
}
