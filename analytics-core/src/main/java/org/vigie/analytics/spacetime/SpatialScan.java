package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The spatial scan statistic of Kulldorff over circular zones.
 *
 * <p>Source: Kulldorff 1997, Commun. Statist. 26, 1481-1496; {@link ScanStatistic} gives the equations. References:
 * scan.test of the R package smerc, kulldorff of SpatialEpi, SaTScan.
 */
public final class SpatialScan {

    private final CircularZones zones;
    private final ScanStatistic statistic;
    private final double[] baseline;

    /**
     * Prepares a scan.
     *
     * @param zones windows
     * @param statistic how a window is measured
     * @param baseline expected facts, or the population for BERNOULLI, shape [sites]
     */
    public SpatialScan(CircularZones zones, ScanStatistic statistic, double[] baseline) {
        this.zones = zones;
        this.statistic = statistic;
        this.baseline = baseline.clone();
    }

    /**
     * A zone that stands out.
     *
     * @param centre index of its centre
     * @param size how many of the nearest sites of the centre it holds
     * @param observed facts inside
     * @param baseline of the scan, inside
     * @param logLikelihoodRatio evidence for a rise inside
     */
    public record Zone(int centre, int size, double observed, double baseline, double logLikelihoodRatio) {}

    /** The log likelihood ratio of every zone: shape [centres][zones of the centre], by size. */
    public double[][] ratios(double[] observed) {
        double[][] ratios = new double[zones.centres()][];
        double allObserved = Arrays.stream(observed).sum();
        double allBaseline = Arrays.stream(baseline).sum();
        for (int centre = 0; centre < ratios.length; centre++) {
            ratios[centre] = new double[zones.zones(centre)];
            double inside = 0;
            double insideBaseline = 0;
            for (int rank = 0; rank < ratios[centre].length; rank++) {
                inside += observed[zones.site(centre, rank)];
                insideBaseline += baseline[zones.site(centre, rank)];
                ratios[centre][rank] = statistic.logLikelihoodRatio(inside, insideBaseline, allObserved, allBaseline);
            }
        }
        return ratios;
    }

    /** Zones in falling order of evidence, each without any site of the ones before it. */
    public List<Zone> separateZones(double[] observed) {
        List<Zone> all = new ArrayList<>();
        double[][] ratios = ratios(observed);
        for (int centre = 0; centre < ratios.length; centre++) {
            double inside = 0;
            double insideBaseline = 0;
            for (int rank = 0; rank < ratios[centre].length; rank++) {
                inside += observed[zones.site(centre, rank)];
                insideBaseline += baseline[zones.site(centre, rank)];
                if (ratios[centre][rank] > 0) {
                    all.add(new Zone(centre, rank + 1, inside, insideBaseline, ratios[centre][rank]));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Zone::logLikelihoodRatio).reversed());
        BitSet taken = new BitSet();
        List<Zone> separate = new ArrayList<>();
        for (Zone zone : all) {
            int[] sites = zones.sites(zone.centre(), zone.size());
            if (Arrays.stream(sites).noneMatch(taken::get)) {
                Arrays.stream(sites).forEach(taken::set);
                separate.add(zone);
            }
        }
        return separate;
    }

    /**
     * The largest evidence in replicates without a rise: as many facts, each at a site with the chance of its baseline.
     *
     * @param facts how many, in all
     * @param replicates how many replicates
     * @param seed of the random numbers
     * @return shape [replicates], for {@link org.vigie.analytics.multiplicity.RareMaximum}
     */
    public double[] quietMaxima(int facts, int replicates, long seed) {
        double[] cumulated = baseline.clone();
        Arrays.parallelPrefix(cumulated, Double::sum);
        double all = cumulated[cumulated.length - 1];
        SplittableRandom random = new SplittableRandom(seed);
        double[] maxima = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            double[] drawn = new double[baseline.length];
            for (int fact = 0; fact < facts; fact++) {
                int found = Arrays.binarySearch(cumulated, random.nextDouble() * all);
                drawn[Math.min(found >= 0 ? found + 1 : -found - 1, drawn.length - 1)]++;
            }
            for (double[] centre : ratios(drawn)) {
                maxima[replicate] =
                        Math.max(maxima[replicate], Arrays.stream(centre).max().orElse(0));
            }
        }
        return maxima;
    }
}
