package org.vigie.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.detect.Periods;
import org.vigie.jobs.cli.detect.Progress;
import org.vigie.jobs.cli.detect.SeriesFile;
import org.vigie.jobs.cli.detect.SeriesMethod;
import org.vigie.jobs.cli.detect.SeriesMethods;
import org.vigie.jobs.cli.detect.SeriesSet;
import org.vigie.jobs.cli.detect.Settings;
import org.vigie.jobs.cli.detect.VerdictFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie detect}: any temporal detector on any CSV of series. Starts no Spark. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 120,
        description = {
            "Judges series of counts and writes one verdict per series, period and settings.",
            "",
            "SERIES is a CSV (.gz too) with a header: series_id, t or week (1, 2, 3... or 2026-W43 or the date of a"
                    + " Monday), count; optionally freq (periods a year, 52), population, group, dwellings, works. Rows"
                    + " may come in any order; a period without facts needs a row with count 0.",
            "",
            "OUT is a CSV, gzipped if *.gz: series_id, settings_id, t, count, expected, upperbound, alarm (0 or 1),"
                    + " score (larger is more suspicious), pvalue, phi, trend, verdict (signal, quiet, not-assessed:<reason>).",
            ""
        },
        footerHeading = "%nMethods and their settings:%n",
        footer = {
            "  farrington-flexible   each series against its own past years (Noufaily et al. 2013).",
            "      thresholdMethod nbPlugin|delta|muan (nbPlugin), b (5), w (3), noPeriods (10),",
            "      pastWeeksNotIncluded (26), reweight (TRUE), weightsThreshold (2.58), trend (TRUE),",
            "      pThresholdTrend (1), alpha (0.01), limit54_cases (5), limit54_period (4),",
            "      powertrans 2/3|1/2|none (2/3), populationOffset (FALSE),",
            "      compat (FALSE; TRUE gives the figures of R's surveillance to the last digits)",
            "  farrington-1996       its forerunner, from reference weeks alone (Farrington et al. 1996).",
            "      b (5), w (3), reweight (TRUE), trend (TRUE), alpha (0.01, two-sided), limit54_cases (5),",
            "      limit54_period (4), powertrans (2/3)",
            "  ears-c1, ears-c2, ears-c3   against the last weeks (Hutwagner et al. 2003).",
            "      baseline (7), minSigma (0), alpha (0.001; ears-c3: 0.025)",
            "  cusum                 sums up what exceeds the mean (Rossi et al. 1999).",
            "      k (1.04), h (2.26), trans rossi|standard|anscombe|anscombe2nd (rossi), learnPeriods (52):",
            "      the mean is that of all periods before --from, learnPeriods at least",
            "  glr-nb                likelihood ratio of a lasting rise (Hoehle and Paul 2008).",
            "      c.ARL (5), alpha (overdispersion; by moments), theta (logarithm of the rise; the best),",
            "      learnPeriods (52)",
            "  pooled                all series against a baseline that they share, by group; Vigie's own.",
            "      alpha (0.0075), halfLifeWeeks (520)",
            "",
            "Examples:",
            "  vigie detect --method farrington-flexible --series counts.csv --out verdicts.csv",
            "  vigie detect --method farrington-flexible --series counts.csv.gz --out verdicts.csv.gz \\",
            "      --set alpha=0.005 --set limit54_cases=0 --from 2026-W01 --to 2026-W43",
            "  vigie detect --method farrington-flexible --series counts.csv --settings trials.csv --out v.csv",
            "      where trials.csv holds: settings_id,alpha,b",
            "                              strict,0.001,5",
            "                              loose,0.05,3",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong options or settings, 3 series that cannot be read."
        })
public final class DetectCommand implements Callable<Integer> {

    @Mixin
    private final MethodOptions options = new MethodOptions();

    @Option(names = "--series", required = true, paramLabel = "SERIES", description = "CSV of counts.")
    private Path series = Path.of("");

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "CSV with settings_id and a column per setting; one run per row. --set goes before it.")
    private @Nullable Path settings;

    @Option(names = "--from", paramLabel = "T", description = "First period to judge, written as in SERIES.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Last period to judge, included.")
    private @Nullable String to;

    private final SeriesMethods methods;

    /** The command with every method that exists. */
    public DetectCommand() {
        this(SeriesMethods.standard());
    }

    DetectCommand(SeriesMethods methods) {
        this.methods = methods;
    }

    @Override
    public Integer call() {
        return options.answer(this::detect);
    }

    private void detect() throws IOException {
        List<SeriesMethod.Judge> judges = judges(methods.named(options.method()));
        options.requireWritable(
                Stream.of(series, settings).filter(Objects::nonNull).toArray(Path[]::new));
        SeriesSet all = SeriesFile.read(series);
        Periods periods = new Periods(
                Optional.ofNullable(from)
                        .map(text -> period(all, "--from", text))
                        .orElse(Periods.ALL.first()),
                Optional.ofNullable(to).map(text -> period(all, "--to", text)).orElse(Periods.ALL.last()));
        if (periods.first() > periods.last()) {
            throw DetectProblem.wrongSettings("--from " + from + " lies after --to " + to);
        }
        try (VerdictFile verdicts = new VerdictFile(options.out());
                Progress progress = Progress.of("detect", all.rowsWithin(periods) * judges.size())) {
            for (SeriesMethod.Judge judge : judges) {
                judge.judge(all, periods, row -> {
                    verdicts.write(row);
                    progress.step();
                });
            }
            verdicts.publish();
        }
    }

    private List<SeriesMethod.Judge> judges(SeriesMethod chosen) {
        List<Settings> rows =
                Optional.ofNullable(settings).map(Settings::readAll).orElseGet(() -> List.of(Settings.none()));
        List<SeriesMethod.Judge> judges = new ArrayList<>();
        for (Settings row : rows) {
            judges.add(row.with(options.overrides()).judgeBy(chosen));
        }
        return judges;
    }

    private static int period(SeriesSet all, String option, String text) {
        try {
            return all.axis().parse(text);
        } catch (IllegalArgumentException e) {
            throw DetectProblem.wrongSettings(option + " " + text + ": " + e.getMessage() + ", as the series have");
        }
    }
}
