package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * The largest evidence of space-time scans in which nothing happens, for Monte-Carlo p-values ({@link
 * org.vigie.analytics.multiplicity.RareMaximum#monteCarlo}). Every replicate has a random stream of its own, so that their
 * order and the number of threads change nothing. Arrays have shape [sites][weeks].
 */
public final class QuietScans {

    private final SpaceTimeScan scan;
    private final int replicates;
    private final long[] seeds;

    /**
     * Prepares replicates.
     *
     * @param scan what is done to each
     * @param replicates how many
     * @param seed of the random numbers
     */
    public QuietScans(SpaceTimeScan scan, int replicates, long seed) {
        this.scan = scan;
        this.replicates = replicates;
        this.seeds = new SplittableRandom(seed).longs(replicates).toArray();
    }

    /** Maxima where counts are Poisson around the baseline: for the expectation-based scan. Shape [replicates]. */
    public double[] poisson(double[][] baseline) {
        return maxima(baseline, seed -> {
            Well19937c random = new Well19937c(seed);
            double[][] counts = new double[baseline.length][];
            for (int site = 0; site < counts.length; site++) {
                counts[site] = Arrays.stream(baseline[site])
                        .map(mean -> mean > 0 ? new PoissonDistribution(random, mean, 1e-12, 10_000).sample() : 0)
                        .toArray();
            }
            return counts;
        });
    }

    /** Maxima where a number of facts falls on site-weeks by their baseline: for the population-based scan. */
    public double[] multinomial(int facts, double[][] baseline) {
        double[] cumulated =
                Arrays.stream(baseline).flatMapToDouble(Arrays::stream).toArray();
        Arrays.parallelPrefix(cumulated, Double::sum);
        int weeks = baseline[0].length;
        return maxima(baseline, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] counts = new double[baseline.length][weeks];
            for (int fact = 0; fact < facts; fact++) {
                int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
                int cell = Math.min(found >= 0 ? found + 1 : -found - 1, cumulated.length - 1);
                counts[cell / weeks][cell % weeks]++;
            }
            return counts;
        });
    }

    /** Maxima where facts keep their sites and change their weeks among each other: for the permutation scan. */
    public double[] permuted(double[][] observed) {
        int[] weekOfFact = IntStream.range(0, observed[0].length)
                .flatMap(week -> IntStream.range(0, observed.length)
                        .flatMap(site -> IntStream.generate(() -> week).limit(Math.round(observed[site][week]))))
                .toArray();
        int[] siteOfFact = IntStream.range(0, observed[0].length)
                .flatMap(week -> IntStream.range(0, observed.length)
                        .flatMap(site -> IntStream.generate(() -> site).limit(Math.round(observed[site][week]))))
                .toArray();
        return maxima(SpaceTimeScan.marginBaseline(observed), seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            int[] weeks = weekOfFact.clone();
            double[][] counts = new double[observed.length][observed[0].length];
            for (int fact = weeks.length - 1; fact >= 0; fact--) {
                int other = random.nextInt(fact + 1);
                int week = weeks[other];
                weeks[other] = weeks[fact];
                counts[siteOfFact[fact]][week]++;
            }
            return counts;
        });
    }

    private double[] maxima(double[][] baseline, Draw draw) {
        return IntStream.range(0, replicates)
                .parallel()
                .mapToDouble(replicate -> scan.maximum(draw.counts(seeds[replicate]), baseline))
                .toArray();
    }

    private interface Draw {
        double[][] counts(long seed);
    }
}
