package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * The largest evidence of space-time scans in which nothing happens, for Monte-Carlo p-values ({@link
 * org.vigie.analytics.multiplicity.RareMaximum#monteCarlo}). Arrays have shape [sites][weeks].
 */
public final class QuietScans {

    private final PanelScan scan;
    private final Replicates replicates;

    /**
     * Prepares replicates.
     *
     * @param scan what is done to each
     */
    public QuietScans(PanelScan scan, Replicates replicates) {
        this.scan = scan;
        this.replicates = replicates;
    }

    /** Anything that finds the largest evidence in facts against a baseline, both of shape [sites][weeks]. */
    @FunctionalInterface
    public interface PanelScan {

        /** The largest evidence of all windows. */
        double maximum(double[][] observed, double[][] baseline);
    }

    /** Maxima where counts are Poisson around the baseline: for the expectation-based scan. Shape [replicates]. */
    public double[] poisson(double[][] baseline) {
        return maxima(baseline, seed -> {
            Well19937c random = new Well19937c(seed);
            return drawn(baseline, mean -> poisson(random, mean));
        });
    }

    /**
     * Maxima where counts are negative binomial around the baseline, variance mu + mu^2 / size: for the negative-binomial
     * scan.
     */
    public double[] negativeBinomial(double size, double[][] baseline) {
        return maxima(baseline, seed -> {
            Well19937c random = new Well19937c(seed);
            GammaDistribution factor = new GammaDistribution(random, size, 1 / size);
            return drawn(baseline, mean -> poisson(random, mean * factor.sample()));
        });
    }

    /** Maxima where a number of facts falls on site-weeks by their baseline: for the population-based scan. */
    public double[] multinomial(int facts, double[][] baseline) {
        FallingFacts falling = new FallingFacts(
                Arrays.stream(baseline).flatMapToDouble(Arrays::stream).toArray());
        int weeks = baseline[0].length;
        return maxima(baseline, seed -> {
            double[] cells = falling.draw(facts, seed);
            double[][] counts = new double[baseline.length][];
            Arrays.setAll(counts, site -> Arrays.copyOfRange(cells, site * weeks, (site + 1) * weeks));
            return counts;
        });
    }

    /** Maxima where facts keep their sites and change their weeks among each other: for the permutation scan. */
    public double[] permuted(double[][] observed) {
        int sites = observed.length;
        int[] cellOfFact = IntStream.range(0, sites * observed[0].length)
                .flatMap(cell -> IntStream.generate(() -> cell).limit(Math.round(observed[cell % sites][cell / sites])))
                .toArray();
        int[] weekOfFact = Arrays.stream(cellOfFact).map(cell -> cell / sites).toArray();
        return maxima(SpaceTimeScan.marginBaseline(observed), seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            int[] weeks = weekOfFact.clone();
            double[][] counts = new double[observed.length][observed[0].length];
            for (int fact = weeks.length - 1; fact >= 0; fact--) {
                int other = random.nextInt(fact + 1);
                int week = weeks[other];
                weeks[other] = weeks[fact];
                counts[cellOfFact[fact] % sites][week]++;
            }
            return counts;
        });
    }

    private static double[][] drawn(double[][] baseline, DoubleUnaryOperator count) {
        return Arrays.stream(baseline)
                .map(site -> Arrays.stream(site).map(count).toArray())
                .toArray(double[][]::new);
    }

    private static double poisson(Well19937c random, double mean) {
        return mean > 0 ? new PoissonDistribution(random, mean, 1e-12, 10_000).sample() : 0;
    }

    private double[] maxima(double[][] baseline, Draw draw) {
        return replicates.each(seed -> scan.maximum(draw.counts(seed), baseline));
    }

    private interface Draw {
        double[][] counts(long seed);
    }
}
