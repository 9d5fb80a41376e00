package org.vigie.jobs.cli.scan;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.vigie.analytics.spacetime.CircularZones;
import org.vigie.analytics.spacetime.Replicates;
import org.vigie.analytics.spacetime.ScanStatistic;
import org.vigie.analytics.spacetime.SpatialScan;
import org.vigie.jobs.cli.detect.Settings;

/**
 * Kulldorff's spatial scan, as SaTScan's purely spatial one: all periods of the file together, circles that hold at most
 * half of the population. Expected are the baseline of the file, else the population's share of all facts.
 */
final class KulldorffMethod implements ScanMethod {

    @Override
    public String name() {
        return "kulldorff";
    }

    @Override
    public List<String> settings() {
        return List.of("share", "replicates", "seed");
    }

    @Override
    public Scanner with(Settings settings) {
        double share = settings.number("share", .5);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in 0..1, above 0, not " + share);
        }
        Function<Watch, Replicates> draws = ScanOptions.draws(settings);
        return (plan, watch) -> scan(plan, share, draws.apply(watch));
    }

    private static ScanResult scan(ScanPlan plan, double share, Replicates replicates) {
        double[] observed = sums(ReferenceBaseline.observed(plan));
        double[] population = plan.sites().population();
        double[] expected = plan.baseline().map(KulldorffMethod::sums).orElse(population);
        double facts = Arrays.stream(observed).sum();
        double scale = facts / Arrays.stream(expected).sum();
        CircularZones zones =
                CircularZones.around(plan.sites().x(), plan.sites().y(), population, share);
        SpatialScan scan = new SpatialScan(zones, ScanStatistic.POISSON, expected);
        double[] quiet = scan.quietMaxima((int) Math.round(facts), replicates);
        List<ScanResult.Cluster> clusters = scan.separateZones(observed).stream()
                .map(zone -> new ScanResult.Cluster(
                        Arrays.stream(zones.sites(zone.series(), zone.size()))
                                .mapToObj(plan.sites()::name)
                                .toList(),
                        plan.time(0),
                        plan.time(plan.periods() - 1),
                        zone.observed(),
                        zone.baseline() * scale,
                        relativeRisk(zone, facts, scale),
                        zone.logLikelihoodRatio(),
                        ScanResult.pValue(zone.logLikelihoodRatio(), quiet)))
                .toList();
        double statistic = clusters.isEmpty() ? 0 : clusters.get(0).llr();
        return new ScanResult.Clusters(
                statistic, ScanResult.pValue(statistic, quiet), OptionalDouble.empty(), clusters);
    }

    /** Rate inside over rate outside. */
    private static double relativeRisk(SpatialScan.Zone zone, double facts, double scale) {
        double inside = zone.observed() / (zone.baseline() * scale);
        double outside = (facts - zone.observed()) / Math.max(1e-9, facts - zone.baseline() * scale);
        return inside / Math.max(1e-9, outside);
    }

    private static double[] sums(double[][] values) {
        return Arrays.stream(values)
                .mapToDouble(site -> Arrays.stream(site).sum())
                .toArray();
    }
}
