package org.vigie.jobs.cli.bench;

import java.util.SplittableRandom;

/** Poisson counts for inputs of benchmarks, by inversion: quick where means are small. */
final class PoissonDraws {

    /** Beyond this mean a count is the sum of two draws of half of it. */
    private static final double LARGEST_MEAN = 500;

    private PoissonDraws() {}

    static int next(SplittableRandom random, double mean) {
        if (mean > LARGEST_MEAN) {
            return next(random, mean / 2) + next(random, mean / 2);
        }
        return next(random, mean, Math.exp(-mean));
    }

    /** The same where the chance of 0 is known already. */
    static int next(SplittableRandom random, double mean, double chanceOfZero) {
        double left = random.nextDouble() - chanceOfZero;
        double chance = chanceOfZero;
        int count = 0;
        while (left >= 0 && chance > 0) {
            count++;
            chance *= mean / count;
            left -= chance;
        }
        return count;
    }
}
