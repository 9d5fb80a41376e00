package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Restricted flexible scan: any connected group of sites near each other, of which each stands out a little by itself.
 *
 * <pre>
 *   p_i = P(Y &gt; y_i) + P(Y = y_i) / 2 &lt; alpha for every member      Y ~ Poisson(expected of i)
 * </pre>
 *
 * <p>A zone of a centre holds the centre and others of its nearest sites, connected by pairs of neighbours inside the zone.
 * Source: Tango, Takahashi 2012, Statistics in Medicine 31, 4207-4218, section 2.3. Reference: rflex.test of the R package
 * smerc.
 */
public final class FlexibleScan {

    private static final int MOST_NEAREST = 62;

    private final int[][] nearest;
    private final long[][] adjacent;
    private final double[] baseline;
    private final double alpha;

    /**
     * Prepares a scan.
     *
     * @param nearest for each site its nearest sites, itself first, shape [sites][62 at most]
     * @param neighbours of each site, in both directions, shape [sites][any]
     * @param baseline expected facts, above 0, shape [sites]
     * @param alpha p-value below which a site may be a member, such as .2; above 1 for the scan without the restriction
     */
    public FlexibleScan(int[][] nearest, int[][] neighbours, double[] baseline, double alpha) {
        this.nearest = Arrays.stream(nearest).map(int[]::clone).toArray(int[][]::new);
        this.baseline = baseline.clone();
        this.alpha = alpha;
        adjacent = new long[nearest.length][];
        for (int centre = 0; centre < nearest.length; centre++) {
            adjacent[centre] = adjacent(nearest[centre], neighbours);
        }
    }

    /**
     * A zone that stands out.
     *
     * @param sites its sites, nearest to the centre first
     * @param logLikelihoodRatio evidence for a rise inside, POISSON
     */
    public record Zone(List<Integer> sites, double logLikelihoodRatio) {

        /** Copies the list. */
        public Zone {
            sites = List.copyOf(sites);
        }
    }

    /** Zones in falling order of evidence, each without any site of the ones before it; facts of shape [sites]. */
    public List<Zone> separateZones(double[] observed) {
        List<Zone> all = new ArrayList<>();
        search(observed, all::add);
        return SeparateZones.of(
                all,
                Zone::logLikelihoodRatio,
                zone -> zone.sites().stream().mapToInt(Integer::intValue).toArray());
    }

    /** The largest evidence in replicates without a rise, as {@link SpatialScan#quietMaxima} draws them. */
    public double[] quietMaxima(int facts, Replicates replicates) {
        FallingFacts falling = new FallingFacts(baseline);
        return replicates.each(seed -> {
            double[] largest = {0};
            search(falling.draw(facts, seed), zone -> largest[0] = Math.max(largest[0], zone.logLikelihoodRatio()));
            return largest[0];
        });
    }

    /** Chance of at least as many facts at a site as it has, half of the chance of as many taken off. */
    static double midPValue(double observed, double expected) {
        double above = Gamma.regularizedGammaP(Math.floor(observed) + 1, expected);
        boolean whole = observed == Math.rint(observed);
        return above
                + (whole ? Math.exp(observed * Math.log(expected) - expected - Gamma.logGamma(observed + 1)) / 2 : 0);
    }

    private void search(double[] observed, Consumer<Zone> found) {
        double allObserved = Arrays.stream(observed).sum();
        double allBaseline = Arrays.stream(baseline).sum();
        boolean[] mayBelong = new boolean[observed.length];
        for (int site = 0; site < observed.length; site++) {
            mayBelong[site] = midPValue(observed[site], baseline[site]) < alpha;
        }
        for (int centre = 0; centre < nearest.length; centre++) {
            if (mayBelong[centre]) {
                int[] around = nearest[centre];
                connected(centre, allowed(around, mayBelong), zone -> {
                    double ratio = ScanStatistic.POISSON.logLikelihoodRatio(
                            sum(observed, around, zone), sum(baseline, around, zone), allObserved, allBaseline);
                    if (ratio > 0) {
                        found.accept(new Zone(members(around, zone), ratio));
                    }
                });
            }
        }
    }

    /** Ranks of the sites that may belong to a zone. */
    private static long allowed(int[] around, boolean[] mayBelong) {
        long allowed = 0;
        for (int rank = 0; rank < around.length; rank++) {
            allowed |= mayBelong[around[rank]] ? 1L << rank : 0;
        }
        return allowed;
    }

    private static double sum(double[] ofSites, int[] around, long zone) {
        double sum = 0;
        for (long left = zone; left != 0; left &= left - 1) {
            sum += ofSites[around[Long.numberOfTrailingZeros(left)]];
        }
        return sum;
    }

    /** Every connected set that holds the centre, once, as bits of ranks among its nearest. */
    private void connected(int centre, long allowed, LongConsumer found) {
        long[] touching = adjacent[centre];
        grow(touching, 1, touching[0] & allowed & ~1L, allowed & ~1L, found);
    }

    /**
     * @param frontier allowed ranks next to the zone
     * @param open ranks that this branch may still add
     */
    private static void grow(long[] touching, long zone, long frontier, long open, LongConsumer found) {
        found.accept(zone);
        long left = open;
        for (long candidates = frontier & left; candidates != 0; candidates &= candidates - 1) {
            long added = Long.lowestOneBit(candidates);
            // later branches go without it, so that no set comes twice
            left &= ~added;
            long around = touching[Long.numberOfTrailingZeros(added)];
            grow(touching, zone | added, (frontier | around) & left, left, found);
        }
    }

    private static List<Integer> members(int[] around, long zone) {
        return IntStream.range(0, around.length)
                .filter(rank -> (zone >> rank & 1) == 1)
                .mapToObj(rank -> around[rank])
                .toList();
    }

    private static long[] adjacent(int[] around, int[][] neighbours) {
        if (around.length > MOST_NEAREST) {
            throw new IllegalArgumentException("at most " + MOST_NEAREST + " nearest sites: " + around.length);
        }
        long[] adjacent = new long[around.length];
        for (int rank = 0; rank < around.length; rank++) {
            for (int neighbour : neighbours[around[rank]]) {
                for (int other = 0; other < around.length; other++) {
                    adjacent[rank] |= around[other] == neighbour ? 1L << other : 0;
                }
            }
        }
        return adjacent;
    }
}
