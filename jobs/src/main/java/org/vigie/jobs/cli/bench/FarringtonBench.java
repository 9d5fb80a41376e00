package org.vigie.jobs.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.Timeline;
import org.vigie.analytics.prospective.FarringtonFlexible;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** CPU time of one verdict of Farrington-flexible on one series and week, beside that of R's package. */
@Command(
        name = "farrington",
        sortOptions = false,
        usageHelpWidth = 120,
        mixinStandardHelpOptions = true,
        description = {
            "Judges the last weeks of many series by farrington-flexible (its default settings, five years looked back).",
            "The mean count of a series lies between 0.05 and 20 a week, equally often in each order of magnitude, with a",
            "season and a trend. Runs on one thread; the first rounds only warm up. The median round is reported.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./vigie bench farrington",
            "  ./vigie bench farrington --series 2000 --rounds 15     a longer measurement"
        })
final class FarringtonBench extends Benchmark {

    /** Measured once on R 4.2.2 with surveillance 1.20.3, in microseconds of CPU per series-week. */
    private static final double R_MICROS = 12_200;

    private static final int HISTORY_WEEKS = 6 * 52;
    private static final int WARM_UP = 4;

    @Option(names = "--series", paramLabel = "N", description = "Series (default: 300).")
    private int series = 300;

    @Option(names = "--weeks", paramLabel = "N", description = "Weeks judged in each series (default: 52).")
    private int weeks = 52;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds measured, after " + WARM_UP + " (default: 7).")
    private int rounds = 7;

    @Option(names = "--seed", paramLabel = "N", description = "Any whole number (default: 1).")
    private long seed = 1;

    @Override
    BenchReport measure() {
        require(series >= 1 && weeks >= 1 && rounds >= 1, "--series, --weeks and --rounds must be 1 or more.");
        List<CountSeries> all = simulate();
        FarringtonFlexible detector = new FarringtonFlexible(FarringtonFlexibleSettings.NOUFAILY);
        say("farrington: " + series + " series x " + weeks + " weeks, " + WARM_UP + " rounds to warm up, then "
                + rounds);
        RoundCosts costs = RoundCosts.measure(WARM_UP, rounds, () -> judgeAll(detector, all));
        double evaluations = (double) series * weeks;
        double micros = costs.medianCpuNanos() / 1e3 / evaluations;
        return new BenchReport("farrington")
                .figure("cpu_us_per_series_week", micros, "CPU per series-week", "us")
                .figure("series_weeks_per_cpu_second", 1e6 / micros, "series-weeks per CPU second", "")
                .figure("ratio_to_r", R_MICROS / micros, "times the speed of R (12.2 ms)", "")
                .figure("bytes_per_evaluation", costs.medianBytes() / evaluations, "memory given out per verdict", "B")
                .figure(
                        "cpu_us_fastest",
                        costs.fastestCpuNanos() / 1e3 / evaluations,
                        "fastest round, CPU per series-week",
                        "us")
                .figure("warm_up_cpu_s", costs.warmUp().cpuSeconds(), "CPU to warm up", "s")
                .count("series", series, "series")
                .count("weeks", weeks, "weeks judged in each")
                .count("signals", judgeAll(detector, all), "signals");
    }

    /** Judges every week asked for; the signals keep the work from being optimized away. */
    private long judgeAll(FarringtonFlexible detector, List<CountSeries> all) {
        long signals = 0;
        for (CountSeries one : all) {
            for (int position = one.length() - weeks; position < one.length(); position++) {
                signals += detector.judge(one, position).alarm() ? 1 : 0;
            }
        }
        return signals;
    }

    private List<CountSeries> simulate() {
        SplittableRandom random = new SplittableRandom(seed);
        List<CountSeries> all = new ArrayList<>(series);
        for (int i = 0; i < series; i++) {
            double level = 0.05 * Math.pow(400, random.nextDouble());
            double phase = 2 * Math.PI * random.nextDouble();
            double yearly = 0.2 * (random.nextDouble() - 0.5);
            double[] counts = new double[HISTORY_WEEKS + weeks];
            for (int week = 0; week < counts.length; week++) {
                double season = 0.4 * Math.sin(2 * Math.PI * week / 52 + phase);
                counts[week] = PoissonDraws.next(random, level * Math.exp(season + yearly * week / 52));
            }
            all.add(CountSeries.of(new Timeline.Ordinal(52), counts));
        }
        return all;
    }
}
