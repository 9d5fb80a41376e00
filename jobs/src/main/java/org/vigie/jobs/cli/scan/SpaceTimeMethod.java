package org.vigie.jobs.cli.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.analytics.multiplicity.RareMaximum;
import org.vigie.analytics.spacetime.NearestSites;
import org.vigie.analytics.spacetime.QuietScans;
import org.vigie.analytics.spacetime.Replicates;
import org.vigie.analytics.spacetime.ScanStatistic;
import org.vigie.analytics.spacetime.SpaceTimeScan;
import org.vigie.jobs.cli.detect.Settings;

/** The classical space-time scans of the newest periods, for comparison. */
final class SpaceTimeMethod implements ScanMethod {

    private static final int USUAL_DURATION = 8;
    private static final int USUAL_REPLICATES = 999;
    private static final int MOST_CLUSTERS = 20;

    private final Kind kind;

    /** Which scan. */
    enum Kind {
        /** Expectation-based Poisson. */
        EB_POISSON,
        /** Population-based Poisson. */
        PB_POISSON,
        /** Space-time permutation: the counts of all periods are their own baseline. */
        PERMUTATION
    }

    SpaceTimeMethod(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return switch (kind) {
            case EB_POISSON -> "eb-poisson";
            case PB_POISSON -> "pb-poisson";
            case PERMUTATION -> "permutation";
        };
    }

    @Override
    public List<String> settings() {
        return List.of("k", "max-duration", "replicates", "seed");
    }

    @Override
    public Scanner with(Settings settings) {
        int neighbours = ScanOptions.neighbours(settings, EvidenceMethod.USUAL_NEIGHBOURS);
        int duration = ScanOptions.longestDuration(settings, USUAL_DURATION);
        int replicates = ScanOptions.replicates(settings, USUAL_REPLICATES);
        int seed = ScanOptions.seed(settings);
        return plan -> scan(plan, zones(plan, neighbours), Math.min(duration, plan.periods()), replicates, seed);
    }

    private ScanResult scan(ScanPlan plan, int[][] zones, int duration, int replicates, int seed) {
        ScanStatistic statistic = kind == Kind.EB_POISSON ? ScanStatistic.EXPECTATION : ScanStatistic.POISSON;
        SpaceTimeScan scan = new SpaceTimeScan(zones, duration, statistic);
        double[][] all = ReferenceBaseline.observed(plan);
        double[][] observed = kind == Kind.PERMUTATION ? all : ReferenceBaseline.newest(all, duration);
        double[][] baseline = switch (kind) {
            case EB_POISSON -> ReferenceBaseline.ofNewest(plan, duration);
            case PB_POISSON -> ReferenceBaseline.byShare(plan, duration, total(observed));
            case PERMUTATION -> SpaceTimeScan.marginBaseline(all);
        };
        double[] quiet = quiet(new QuietScans(scan, Replicates.of(replicates, seed)), observed, baseline);
        List<ScanResult.Cluster> clusters = new ArrayList<>();
        for (SpaceTimeScan.Window window : separate(scan.windows(observed, baseline), zones)) {
            clusters.add(cluster(plan, zones[window.zone()], window, quiet));
        }
        double statisticFound = clusters.isEmpty() ? 0 : clusters.get(0).llr();
        OptionalDouble pValue = pValue(statisticFound, quiet);
        return new ScanResult.Clusters(
                statisticFound,
                pValue,
                pValue.isPresent() ? OptionalDouble.of(1 / pValue.getAsDouble()) : OptionalDouble.empty(),
                clusters);
    }

    private double[] quiet(QuietScans scans, double[][] observed, double[][] baseline) {
        return switch (kind) {
            case EB_POISSON -> scans.poisson(baseline);
            case PB_POISSON -> scans.multinomial((int) Math.round(total(observed)), baseline);
            case PERMUTATION -> scans.permuted(observed);
        };
    }

    /** Windows in falling order of evidence, each without any site of the ones before it. */
    private static List<SpaceTimeScan.Window> separate(List<SpaceTimeScan.Window> windows, int[][] zones) {
        List<SpaceTimeScan.Window> sorted = windows.stream()
                .filter(window -> window.logLikelihoodRatio() > 0)
                .sorted(Comparator.comparingDouble(SpaceTimeScan.Window::logLikelihoodRatio)
                        .reversed())
                .toList();
        List<SpaceTimeScan.Window> separate = new ArrayList<>();
        java.util.BitSet taken = new java.util.BitSet();
        for (SpaceTimeScan.Window window : sorted) {
            if (separate.size() < MOST_CLUSTERS
                    && Arrays.stream(zones[window.zone()]).noneMatch(taken::get)) {
                Arrays.stream(zones[window.zone()]).forEach(taken::set);
                separate.add(window);
            }
        }
        return separate;
    }

    private static ScanResult.Cluster cluster(ScanPlan plan, int[] zone, SpaceTimeScan.Window window, double[] quiet) {
        double expected = window.baseline();
        int last = plan.periods() - 1;
        return new ScanResult.Cluster(
                Arrays.stream(zone).mapToObj(plan.sites()::name).toList(),
                plan.time(last - window.weeks() + 1),
                plan.time(last),
                window.observed(),
                expected,
                window.observed() / expected,
                window.logLikelihoodRatio(),
                pValue(window.logLikelihoodRatio(), quiet));
    }

    static OptionalDouble pValue(double statistic, double[] quiet) {
        return quiet.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(RareMaximum.monteCarlo(statistic, quiet));
    }

    /** Every site with its nearest, one to {@code neighbours} of them, shape [zones][any]. */
    private static int[][] zones(ScanPlan plan, int neighbours) {
        return Arrays.stream(NearestSites.of(plan.sites().x(), plan.sites().y(), neighbours))
                .flatMap(nearest -> java.util.stream.IntStream.rangeClosed(1, nearest.length)
                        .mapToObj(size -> Arrays.copyOf(nearest, size)))
                .toArray(int[][]::new);
    }

    private static double total(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
    }
}
