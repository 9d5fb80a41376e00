package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws where facts fall if each takes a cell with a chance in proportion to the weight of the cell. */
final class FallingFacts {

    private final double[] cumulated;

    /** Weights 0 or more, shape [cells]. */
    FallingFacts(double[] weights) {
        cumulated = weights.clone();
        Arrays.parallelPrefix(cumulated, Double::sum);
    }

    /** How many of so many facts fall into each cell, shape [cells]. */
    double[] draw(int facts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] counts = new double[cumulated.length];
        double all = cumulated[counts.length - 1];
        for (int fact = 0; fact < facts; fact++) {
            int found = Arrays.binarySearch(cumulated, random.nextDouble() * all);
            counts[Math.min(found >= 0 ? found + 1 : -found - 1, counts.length - 1)]++;
        }
        return counts;
    }
}
