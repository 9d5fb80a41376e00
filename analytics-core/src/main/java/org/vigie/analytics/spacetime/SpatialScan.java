package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The spatial scan statistic of Kulldorff over circles or ellipses.
 *
 * <p>Source: Kulldorff 1997, Commun. Statist. 26, 1481-1496; {@link ScanStatistic} gives the equations, {@link
 * EllipticZones} the penalty of ellipses. References: scan.test and elliptic.test of the R package smerc, kulldorff of
 * SpatialEpi, SaTScan.
 */
public final class SpatialScan {

    private final NestedZones zones;
    private final ScanStatistic statistic;
    private final double[] baseline;
    private final double allBaseline;

    /**
     * Prepares a scan.
     *
     * @param zones windows
     * @param statistic how a window is measured
     * @param baseline expected facts, or the population for BERNOULLI, shape [sites]
     */
    public SpatialScan(NestedZones zones, ScanStatistic statistic, double[] baseline) {
        this.zones = zones;
        this.statistic = statistic;
        this.baseline = baseline.clone();
        allBaseline = Arrays.stream(baseline).sum();
    }

    /**
     * A zone that stands out.
     *
     * @param series of the zone
     * @param size how many sites of the series it holds
     * @param observed facts inside
     * @param baseline of the scan, inside
     * @param logLikelihoodRatio evidence for a rise inside, times the penalty of its shape
     */
    public record Zone(int series, int size, double observed, double baseline, double logLikelihoodRatio) {}

    /** The log likelihood ratio of every zone: shape [series][zones of the series], by size. */
    public double[][] ratios(double[] observed) {
        double allObserved = Arrays.stream(observed).sum();
        double[][] ratios = new double[zones.series()][];
        Arrays.setAll(ratios, series -> {
            double[] ofSeries = new double[zones.zones(series)];
            measure(series, observed, allObserved, (size, inside, insideBaseline, ratio) -> ofSeries[size - 1] = ratio);
            return ofSeries;
        });
        return ratios;
    }

    /** Zones in falling order of evidence, each without any site of the ones before it. */
    public List<Zone> separateZones(double[] observed) {
        double allObserved = Arrays.stream(observed).sum();
        List<Zone> all = new ArrayList<>();
        for (int each = 0; each < zones.series(); each++) {
            int series = each;
            measure(series, observed, allObserved, (size, inside, insideBaseline, ratio) -> {
                if (ratio > 0) {
                    all.add(new Zone(series, size, inside, insideBaseline, ratio));
                }
            });
        }
        return SeparateZones.of(all, Zone::logLikelihoodRatio, zone -> zones.sites(zone.series(), zone.size()));
    }

    /**
     * The largest evidence in replicates without a rise: as many facts, each at a site with the chance of its baseline.
     *
     * @param facts how many, in all
     * @return shape [replicates], for {@link org.vigie.analytics.multiplicity.RareMaximum}
     */
    public double[] quietMaxima(int facts, Replicates replicates) {
        FallingFacts falling = new FallingFacts(baseline);
        return replicates.each(seed -> maximum(falling.draw(facts, seed)));
    }

    private double maximum(double[] observed) {
        double allObserved = Arrays.stream(observed).sum();
        double[] largest = {0};
        for (int series = 0; series < zones.series(); series++) {
            measure(
                    series,
                    observed,
                    allObserved,
                    (size, inside, insideBaseline, ratio) -> largest[0] = Math.max(largest[0], ratio));
        }
        return largest[0];
    }

    private void measure(int series, double[] observed, double allObserved, Measured measured) {
        double penalty = zones.penalty(series);
        double inside = 0;
        double insideBaseline = 0;
        for (int rank = 0; rank < zones.zones(series); rank++) {
            inside += observed[zones.site(series, rank)];
            insideBaseline += baseline[zones.site(series, rank)];
            double ratio = statistic.logLikelihoodRatio(inside, insideBaseline, allObserved, allBaseline);
            measured.accept(rank + 1, inside, insideBaseline, penalty * ratio);
        }
    }

    private interface Measured {
        void accept(int size, double inside, double insideBaseline, double ratio);
    }
}
