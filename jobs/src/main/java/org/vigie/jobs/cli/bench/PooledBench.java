package org.vigie.jobs.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;
import org.vigie.analytics.prospective.PooledDetector;
import org.vigie.analytics.prospective.Verdict;
import org.vigie.analytics.series.SiteHistory;
import org.vigie.jobs.cli.bench.StreamedPasses.Pass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** CPU time and memory of the pooled detector when every site of a portfolio is judged for one week. */
@Command(
        name = "pooled",
        sortOptions = false,
        usageHelpWidth = 120,
        mixinStandardHelpOptions = true,
        description = {
            "Judges every family of every site of a simulated portfolio for one week: three passes that learn what the sites",
            "share, one that judges. Histories are made when they are needed and never held, so memory does not grow with",
            "the number of sites; making them is not part of the time reported. A series-week is one verdict; the time of",
            "all four passes is charged to it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./vigie bench pooled",
            "  VIGIE_MEMORY=1g ./vigie bench pooled --sites 100000 --families 6 --weeks 208     a whole country, in 1 GB",
            "  VIGIE_MEMORY=4g ./vigie bench pooled --sites 100000 --spark"
        })
final class PooledBench extends Benchmark {

    private static final int WARM_UP_SITES = 400;

    @Option(names = "--sites", paramLabel = "N", description = "Residences (default: 3000).")
    private int sites = 3000;

    @Option(names = "--families", paramLabel = "N", description = "Series of each (default: 6).")
    private int families = 6;

    @Option(names = "--weeks", paramLabel = "N", description = "Weeks of history, 26 to 2000 (default: 208).")
    private int weeks = 208;

    @Option(names = "--agency-sites", paramLabel = "N", description = "Sites of an agency (default: 500).")
    private int agencySites = 500;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: 2).")
    private int threads = 2;

    @Option(names = "--seed", paramLabel = "N", description = "Any whole number (default: 1).")
    private long seed = 1;

    @Option(
            names = "--spark",
            description = "Measure the Spark stage instead, from site-weeks in Parquet to verdicts; all facts and grave"
                    + " facts are judged beside the families.")
    private boolean spark;

    private static final class Tally {
        private long judged;
        private long signals;

        private void add(Verdict verdict) {
            judged++;
            signals += verdict instanceof Verdict.Signal ? 1 : 0;
        }

        private Tally plus(Tally other) {
            Tally sum = new Tally();
            sum.judged = judged + other.judged;
            sum.signals = signals + other.signals;
            return sum;
        }
    }

    @Override
    BenchReport measure() throws InterruptedException, IOException {
        require(sites >= 1 && families >= 1 && threads >= 1, "--sites, --families and --threads must be 1 or more.");
        require(weeks >= 26 && weeks <= 2000, "--weeks must lie between 26 and 2000.");
        require(agencySites >= 1, "--agency-sites must be 1 or more.");
        if (spark) {
            return new StageBench(portfolio(sites), threads, this::say).measure();
        }
        Cost warmUp;
        try (StreamedPasses passes = new StreamedPasses(portfolio(Math.min(sites, WARM_UP_SITES)), threads)) {
            judge(passes, portfolio(Math.min(sites, WARM_UP_SITES)), "warm-up");
            warmUp = passes.kernels();
        }
        SimulatedPortfolio portfolio = portfolio(sites);
        long start = System.nanoTime();
        try (StreamedPasses passes = new StreamedPasses(portfolio, threads)) {
            Tally tally = judge(passes, portfolio, sites + " sites x " + families + " families x " + weeks + " weeks");
            return report(passes, tally, warmUp, (System.nanoTime() - start) / 1e9);
        }
    }

    private SimulatedPortfolio portfolio(int howMany) {
        return new SimulatedPortfolio(howMany, families, weeks, Math.max(1, howMany / agencySites), seed);
    }

    private Tally judge(StreamedPasses passes, SimulatedPortfolio portfolio, String what) throws InterruptedException {
        PooledSettings settings = PooledSettings.STANDARD;
        PooledLayout layout = PooledLayout.of(portfolio.groups(), portfolio.weeks(), false);
        say("pooled, " + what + ": sums of agencies and weeks");
        List<PooledTotals> totals = passes.run(
                new Pass<PooledTotals>(family -> new PooledTotals(layout), PooledTotals::add, PooledTotals::merge));
        say("pooled, " + what + ": rates, works, dispersion");
        List<PooledMoments> moments = passes.run(new Pass<PooledMoments>(
                family -> new PooledMoments(totals.get(family), settings), PooledMoments::add, PooledMoments::merge));
        List<PooledBaseline> first = baselines(totals, moments, settings);
        say("pooled, " + what + ": the same, knowing them");
        List<PooledMoments> refined = passes.run(new Pass<PooledMoments>(
                family -> new PooledMoments(first.get(family)), PooledMoments::add, PooledMoments::merge));
        say("pooled, " + what + ": verdicts");
        return passes
                .run(new Pass<Judging>(
                        family -> new Judging(first.get(family).refine(refined.get(family)), new Tally()),
                        Judging::judge,
                        Judging::plus))
                .stream()
                .map(Judging::tally)
                .reduce(Tally::plus)
                .orElseThrow();
    }

    private record Judging(PooledBaseline baseline, Tally tally) {
        private void judge(SiteHistory site) {
            tally.add(PooledDetector.judge(site, baseline).verdict());
        }

        private Judging plus(Judging other) {
            return new Judging(baseline, tally.plus(other.tally));
        }
    }

    private static List<PooledBaseline> baselines(
            List<PooledTotals> totals, List<PooledMoments> moments, PooledSettings settings) {
        return IntStream.range(0, totals.size())
                .mapToObj(family -> new PooledBaseline(totals.get(family), moments.get(family), settings))
                .toList();
    }

    private BenchReport report(StreamedPasses passes, Tally tally, Cost warmUp, double wallSeconds) {
        double verdicts = tally.judged;
        Cost kernels = passes.kernels();
        double micros = kernels.cpuNanos() / 1e3 / verdicts;
        BenchReport report = new BenchReport("pooled")
                .figure("cpu_us_per_series_week", micros, "CPU per series-week, four passes", "us")
                .figure("cpu_s_per_million_series_weeks", micros, "CPU per million series-weeks", "s")
                .figure("cpu_ns_per_week_of_history", micros * 1e3 / weeks, "CPU per week of history", "ns")
                .figure("series_weeks_per_cpu_second", 1e6 / micros, "series-weeks per CPU second", "")
                .figure(
                        "bytes_per_evaluation",
                        kernels.allocatedBytes() / verdicts,
                        "memory given out per verdict",
                        "B")
                .figure("warm_up_cpu_s", warmUp.cpuSeconds(), "CPU to warm up", "s")
                .figure("cpu_s", kernels.cpuSeconds(), "CPU of the statistics", "s")
                .figure("cpu_s_with_simulation", passes.everything().cpuSeconds(), "CPU with the simulation", "s")
                .figure("wall_s", wallSeconds, "wall clock with the simulation", "s")
                .figure("live_heap_mb", passes.liveHeapMb(), "heap needed", "MB");
        Memory.peakRssMb().ifPresent(mb -> report.figure("peak_rss_mb", mb, "memory of the process at its peak", "MB"));
        return report.count("series_weeks", tally.judged, "series-weeks judged")
                .count("signals", tally.signals, "signals")
                .count("threads", threads, "threads");
    }
}
