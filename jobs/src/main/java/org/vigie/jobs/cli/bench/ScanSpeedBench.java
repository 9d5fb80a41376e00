package org.vigie.jobs.cli.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vigie.analytics.spacetime.EvidenceScan;
import org.vigie.analytics.spacetime.EvidenceScanSettings;
import org.vigie.analytics.spacetime.NearestSites;
import org.vigie.analytics.spacetime.PreparedScan;
import org.vigie.analytics.spacetime.Replicates;
import org.vigie.analytics.spacetime.ScanStatistic;
import org.vigie.analytics.spacetime.SiteWeekCounts;
import org.vigie.analytics.spacetime.SpaceTimeScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Time of one scan and of its replicates for cities of three sizes, beside the expectation-based Poisson scan. */
@Command(
        name = "scan-speed",
        sortOptions = false,
        usageHelpWidth = 120,
        mixinStandardHelpOptions = true,
        description = {
            "Scans simulated cities of 500, 2,000 and 10,000 sites, windows of up to 8 weeks: ms per scan and s per 999",
            "replicates, CPU time of one thread (10,000 sites: fewer are run, the time is scaled up), and how often the time of",
            "the expectation-based Poisson scan over the same windows a scan takes.",
            ""
        },
        footer = {"", "Example:", "  ./vigie bench scan-speed --rounds 50"})
final class ScanSpeedBench extends Benchmark {

    private static final int REPLICATES = 999;
    private static final int WEEKS = 60;
    private static final int SITES_OF_A_NEIGHBOURHOOD = 15;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Scans measured, after as many unmeasured (default: 30).")
    private int rounds = 30;

    @Option(names = "--k", paramLabel = "N", description = "Neighbours of a site, itself included (default: 15).")
    private int neighbours = 15;

    @Option(names = "--most-sites", paramLabel = "N", description = "Largest city (default: 10000).")
    private int mostSites = 10_000;

    @Override
    BenchReport measure() {
        require(rounds >= 1 && neighbours >= 1, "--rounds and --k must be >= 1");
        require(mostSites >= 500, "--most-sites must be >= 500");
        BenchReport report = new BenchReport("scan-speed");
        for (int sites : new int[] {500, 2_000, 10_000}) {
            if (sites <= mostSites) {
                say("scan-speed: " + sites + " sites");
                measure(sites, report);
            }
        }
        return report;
    }

    private void measure(int sites, BenchReport report) {
        SplittableRandom random = new SplittableRandom(sites);
        double side = 130 * Math.sqrt(sites);
        double[] x = random.doubles(sites, 0, side).toArray();
        double[] y = random.doubles(sites, 0, side).toArray();
        int[][] nearest = NearestSites.of(x, y, neighbours);
        int[][] counts = counts(sites, random);
        int[] groups = IntStream.range(0, sites)
                .map(site -> site / SITES_OF_A_NEIGHBOURHOOD)
                .toArray();
        double[] dwellings = new double[sites];
        Arrays.fill(dwellings, 100);
        PreparedScan scan = new EvidenceScan(EvidenceScanSettings.STANDARD)
                .prepare(new SiteWeekCounts(counts, dwellings, groups), nearest);
        double ms = milliseconds(() -> scan.evidence(WEEKS - 1));
        double ebPoisson = milliseconds(poisson(counts, nearest));
        int drawn = sites > 2_000 ? REPLICATES / 9 : REPLICATES;
        double seconds =
                Cost.of(() -> scan.quietEvidence(Replicates.of(drawn, 1), 1)).cpuSeconds() * REPLICATES / drawn;
        report.figure("ms_per_scan_" + sites, ms, sites + " sites, one scan", "ms")
                .figure("s_per_999_" + sites, seconds, sites + " sites, 999 replicates", "s")
                .figure("ratio_to_eb_poisson_" + sites, ms / ebPoisson, sites + " sites, scan over eb-poisson", "");
    }

    private static Cost.Work poisson(int[][] counts, int[][] nearest) {
        double[][] observed = Arrays.stream(counts)
                .map(site -> Arrays.stream(site).asDoubleStream().toArray())
                .toArray(double[][]::new);
        double[][] baseline = SpaceTimeScan.marginBaseline(observed);
        SpaceTimeScan scan = new SpaceTimeScan(NearestSites.zones(nearest), 8, ScanStatistic.EXPECTATION);
        return () -> scan.maximum(observed, baseline);
    }

    private double milliseconds(Cost.Work scan) {
        for (int round = 0; round < rounds; round++) {
            scan.run();
        }
        Cost cost = Cost.of(() -> {
            for (int round = 0; round < rounds; round++) {
                scan.run();
            }
        });
        return cost.cpuSeconds() * 1000 / rounds;
    }

    private static int[][] counts(int sites, SplittableRandom random) {
        int[][] counts = new int[sites][WEEKS];
        for (int[] site : counts) {
            double mean = .05 * Math.exp(3.5 * random.nextDouble());
            for (int week = 0; week < WEEKS; week++) {
                site[week] = PoissonDraws.next(random, mean);
            }
        }
        return counts;
    }
}
