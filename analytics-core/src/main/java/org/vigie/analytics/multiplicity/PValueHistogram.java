package org.vigie.analytics.multiplicity;

import java.util.Arrays;

/**
 * Counts of p-values on a logarithmic grid: a sum of fixed size, so that the threshold of Benjamini and Hochberg (1995,
 * Journal of the Royal Statistical Society B 57(1), 289-300) is found without bringing all p-values to one place.
 *
 * <p>The grid has {@value #PER_DECADE} cells a decade down to 1e-12; the threshold is exact to a cell and errs towards
 * fewer discoveries.
 */
public final class PValueHistogram {

    private static final int PER_DECADE = 50;
    private static final int CELLS = 12 * PER_DECADE + 1;

    private final long[] counts = new long[CELLS];

    /** Adds one p-value in 0..1. */
    public void add(double pValue) {
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("a p-value lies between 0 and 1: " + pValue);
        }
        counts[cell(pValue)]++;
    }

    /** Adds the counts of another histogram. */
    public void addAll(PValueHistogram other) {
        for (int i = 0; i < CELLS; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** Number of p-values added. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** The counts, for carrying them from one process to another. */
    public long[] toArray() {
        return counts.clone();
    }

    /** A histogram from counts that {@link #toArray} gave. */
    public static PValueHistogram of(long[] counts) {
        if (counts.length != CELLS) {
            throw new IllegalArgumentException("a histogram has " + CELLS + " cells, not " + counts.length);
        }
        PValueHistogram histogram = new PValueHistogram();
        System.arraycopy(counts, 0, histogram.counts, 0, CELLS);
        return histogram;
    }

    /**
     * The largest p-value that is still a discovery when the expected share of false discoveries is held at
     * {@code falseDiscoveryRate}; 0 when there is none.
     */
    public double threshold(double falseDiscoveryRate) {
        if (!(falseDiscoveryRate > 0 && falseDiscoveryRate < 1)) {
            throw new IllegalArgumentException("a false discovery rate lies between 0 and 1: " + falseDiscoveryRate);
        }
        long tests = total();
        long atMost = tests;
        for (int cell = 0; cell < CELLS; cell++) {
            double upperEdge = upperEdge(cell);
            if (counts[cell] > 0 && upperEdge * tests <= falseDiscoveryRate * atMost) {
                return upperEdge;
            }
            atMost -= counts[cell];
        }
        return 0;
    }

    /** Cell 0 holds p-values near 1; each further cell smaller ones; the last all that are smaller still. */
    private static int cell(double pValue) {
        if (pValue <= 0) {
            return CELLS - 1;
        }
        int cell = (int) Math.floor(-Math.log10(pValue) * PER_DECADE);
        return Math.min(CELLS - 1, Math.max(0, cell));
    }

    private static double upperEdge(int cell) {
        return Math.pow(10, -cell / (double) PER_DECADE);
    }
}
