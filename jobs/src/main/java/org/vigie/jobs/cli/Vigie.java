package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vigie.jobs.cli.bench.BenchCommand;
import org.vigie.jobs.feeds.FeedException;
import org.vigie.jobs.run.BuildVersion;
import org.vigie.jobs.settings.SettingsException;
import org.vigie.jobs.staged.DataRefused;
import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Sentences;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The entry point of {@code ./vigie}: finds the command, and turns every failure into one line and an exit code. */
@Command(
        name = "vigie",
        description = "Early warning for social-housing landlords: scores places, never persons.",
        mixinStandardHelpOptions = true,
        versionProvider = Vigie.Version.class,
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            CheckCommand.class,
            RunCommand.class,
            BackfillCommand.class,
            BacktestCommand.class,
            ScheduleCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            OutcomesCommand.class,
            ExplainCommand.class,
            SampleCommand.class,
            DetectCommand.class,
            ScanCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Start here:",
            "  ./vigie demo                     the whole pipeline on a sample landlord, then where to look",
            "  ./vigie init mon-bailleur        a workspace of your own: settings to fill in, an inbox for the exports",
            "  ./vigie check mon-bailleur       are settings and files right? changes nothing",
            "  ./vigie run mon-bailleur         publish the last week that ended",
            "  ./vigie schedule mon-bailleur    publish every week, at the time given in vigie.yaml",
            "  ./vigie status mon-bailleur      how it stands: newest week, what is expected, each feed",
            "  ./vigie doctor mon-bailleur      what is wrong and what to do; ends with 1 if anything is",
            "  ./vigie outcomes mon-bailleur suites.csv   what the field found of the alerts",
            "  ./vigie explain mon-bailleur A-2026-W42-RES0147-OCC   from an alert to the lines of its facts",
            "  ./vigie backtest mon-bailleur    what a year of alerts and forecasts was worth, against naive rivals",
            "  ./vigie help run                 what a command does, with examples",
            "",
            "Exit codes: 0 done; 1 failed; 2 wrong usage or settings; 3 data refused."
        })
public final class Vigie {

    /** Done. */
    public static final int DONE = 0;
    /** Failed. */
    public static final int FAILED = 1;
    /** Wrong usage or settings. */
    public static final int WRONG_USAGE = 2;
    /** Data refused. */
    public static final int DATA_REFUSED = 3;

    private Vigie() {}

    /** Version as printed. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Vigie " + BuildVersion.current()};
        }
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code;
        try {
            code = commandLine().execute(arguments);
        } catch (OutOfMemoryError e) {
            RunLog.write(e);
            System.err.println(
                    "vigie: not enough memory: set VIGIE_MEMORY, for example VIGIE_MEMORY=12g, and start again");
            code = FAILED;
        }
        System.exit(code);
    }

    /** The command line with its handling of failures. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Vigie());
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    private static int explain(Exception failure, CommandLine command) {
        PrintWriter out = command.getErr();
        String language = SpokenLanguage.of(command);
        if (failure instanceof SettingsException || failure instanceof WrongUsage) {
            out.println("vigie: " + Explained.of(failure, language));
            return WRONG_USAGE;
        }
        if (failure instanceof DataRefused || failure instanceof FeedException) {
            out.println("vigie: " + Explained.of(failure, language));
            return DATA_REFUSED;
        }
        Optional<Path> log = RunLog.write(failure);
        out.println("vigie: " + said(failure, language)
                + log.map(file -> Sentences.of(language).say("run.details", Map.of("file", file.toString())))
                        .orElse(""));
        return FAILED;
    }

    /** What to do about a known failure; else the message of the innermost cause, which says most, on one line. */
    static String said(Exception failure, String language) {
        if (failure instanceof Explained explained) {
            return explained.in(language);
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof OutOfMemoryError) {
            return Sentences.of(language).say("run.memory");
        }
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return said.lines().findFirst().orElse("failed");
    }
}
