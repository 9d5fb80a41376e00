package org.vigie.analytics.spacetime;

import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Repetitions of a search in drawn data, for Monte-Carlo p-values. Every repetition has a seed of its own, so that their
 * order and the number of threads change nothing.
 *
 * @param number how many
 * @param seed of the random numbers
 * @param afterEach called after each repetition, by whichever thread did it
 */
public record Replicates(int number, long seed, Runnable afterEach) {

    /** Checks the number. */
    public Replicates {
        if (number < 0) {
            throw new IllegalArgumentException("replicates must be >= 0: " + number);
        }
    }

    /** Repetitions that nobody watches. */
    public static Replicates of(int number, long seed) {
        return new Replicates(number, seed, () -> {});
    }

    /** Seed of each repetition, shape [number]. */
    long[] seeds() {
        return new SplittableRandom(seed).longs(number).toArray();
    }

    /** The figure that each repetition makes of its seed, shape [number]. */
    double[] each(LongToDoubleFunction search) {
        long[] seeds = seeds();
        return IntStream.range(0, number)
                .parallel()
                .mapToDouble(replicate -> {
                    double found = search.applyAsDouble(seeds[replicate]);
                    afterEach.run();
                    return found;
                })
                .toArray();
    }
}
