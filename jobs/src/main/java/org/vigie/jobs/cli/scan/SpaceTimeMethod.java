package org.vigie.jobs.cli.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.vigie.analytics.spacetime.NearestSites;
import org.vigie.analytics.spacetime.QuietScans;
import org.vigie.analytics.spacetime.Replicates;
import org.vigie.analytics.spacetime.ScanStatistic;
import org.vigie.analytics.spacetime.SpaceTimeScan;
import org.vigie.analytics.spacetime.SpaceTimeSearch;
import org.vigie.analytics.spacetime.SubsetScan;
import org.vigie.jobs.cli.detect.Settings;

/** The classical space-time scans of the newest periods, for comparison. */
final class SpaceTimeMethod implements ScanMethod {

    private static final int USUAL_DURATION = 8;
    private static final int MOST_CLUSTERS = 20;
    /** Which groups of the nearest sites are searched: the nearest 1, 2, 3... or any of them. */
    private static final Map<String, Boolean> SUBSETS = Map.of("nearest", false, "ltss", true);

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

    /** What the settings say of the windows. */
    private record Windows(int neighbours, int duration, boolean anySubset) {}

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
        return kind == Kind.EB_POISSON
                ? List.of("k", "max-duration", "subset", "replicates", "seed")
                : List.of("k", "max-duration", "replicates", "seed");
    }

    @Override
    public Scanner with(Settings settings) {
        Windows windows = new Windows(
                ScanOptions.neighbours(settings, EvidenceMethod.USUAL_NEIGHBOURS),
                ScanOptions.longestDuration(settings, USUAL_DURATION),
                settings.choice("subset", false, SUBSETS));
        Function<Watch, Replicates> draws = ScanOptions.draws(settings);
        return (plan, watch) -> scan(plan, windows, draws.apply(watch));
    }

    private ScanResult scan(ScanPlan plan, Windows windows, Replicates replicates) {
        int duration = Math.min(windows.duration(), plan.periods());
        SpaceTimeSearch search = search(plan, windows, duration);
        double[][] observed = observed(plan, duration);
        double[][] baseline = baseline(plan, duration, observed);
        double[] quiet = quiet(new QuietScans(search, replicates), observed, baseline);
        List<ScanResult.Cluster> clusters = search.separate(observed, baseline).stream()
                .limit(MOST_CLUSTERS)
                .map(found -> cluster(plan, found, quiet))
                .toList();
        double statistic = clusters.isEmpty() ? 0 : clusters.get(0).llr();
        OptionalDouble pValue = ScanResult.pValue(statistic, quiet);
        OptionalDouble recurrence =
                pValue.isPresent() ? OptionalDouble.of(1 / pValue.getAsDouble()) : OptionalDouble.empty();
        return new ScanResult.Clusters(statistic, pValue, recurrence, clusters);
    }

    private SpaceTimeSearch search(ScanPlan plan, Windows windows, int duration) {
        int[][] nearest = NearestSites.of(plan.sites().x(), plan.sites().y(), windows.neighbours());
        if (windows.anySubset()) {
            return new SubsetScan(nearest, duration);
        }
        ScanStatistic statistic = kind == Kind.EB_POISSON ? ScanStatistic.EXPECTATION : ScanStatistic.POISSON;
        return new SpaceTimeScan(NearestSites.zones(nearest), duration, statistic);
    }

    private double[][] observed(ScanPlan plan, int duration) {
        double[][] all = ReferenceBaseline.observed(plan);
        return kind == Kind.PERMUTATION ? all : ReferenceBaseline.newest(all, duration);
    }

    private double[][] baseline(ScanPlan plan, int duration, double[][] observed) {
        return switch (kind) {
            case EB_POISSON -> ReferenceBaseline.ofNewest(plan, duration);
            case PB_POISSON -> ReferenceBaseline.byShare(plan, duration, total(observed));
            case PERMUTATION -> SpaceTimeScan.marginBaseline(observed);
        };
    }

    private double[] quiet(QuietScans scans, double[][] observed, double[][] baseline) {
        return switch (kind) {
            case EB_POISSON -> scans.poisson(baseline);
            case PB_POISSON -> scans.multinomial((int) Math.round(total(observed)), baseline);
            case PERMUTATION -> scans.permuted(observed);
        };
    }

    private static ScanResult.Cluster cluster(ScanPlan plan, SpaceTimeSearch.Found found, double[] quiet) {
        int last = plan.periods() - 1;
        return new ScanResult.Cluster(
                found.sites().stream().map(plan.sites()::name).toList(),
                plan.time(last - found.weeks() + 1),
                plan.time(last),
                found.observed(),
                found.baseline(),
                found.observed() / found.baseline(),
                found.logLikelihoodRatio(),
                ScanResult.pValue(found.logLikelihoodRatio(), quiet));
    }

    private static double total(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
    }
}
