package org.vigie.sample.basis;

import java.util.List;
import java.util.Random;

/**
 * Seeded chance. Each purpose has its own stream, so that a change in one part of the simulator leaves the others as they
 * were. Uses {@link StrictMath} and the generator that the Java specification fixes: equal seeds give equal figures on
 * every machine.
 */
public final class Dice {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** The stream of one purpose, such as {@code Dice.of(7, "facts", "RES0147")}. */
    public static Dice of(long seed, String... purpose) {
        long hash = FNV_OFFSET ^ seed;
        for (String word : purpose) {
            for (int i = 0; i <= word.length(); i++) {
                hash = (hash ^ (i < word.length() ? word.charAt(i) : 0)) * FNV_PRIME;
            }
        }
        return new Dice(hash ^ (hash >>> 29));
    }

    /** At least 0, less than 1. */
    public double uniform() {
        return random.nextDouble();
    }

    /** At least {@code low}, less than {@code high}. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** True with this probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of these, each as likely. */
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Index of one of these, as likely as its weight. */
    public int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Standard normal. */
    public double normal() {
        return random.nextGaussian();
    }

    /** Log-normal of median 1. */
    public double logNormal(double deviation) {
        return StrictMath.exp(deviation * normal());
    }

    /** Gamma of mean 1; the smaller the shape, the wider. Marsaglia and Tsang (2000), shape at least 1. */
    public double gamma(double shape) {
        if (shape < 1) {
            throw new IllegalArgumentException("shape must be at least 1: " + shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                double bound = 0.5 * x * x + d - d * cube + d * StrictMath.log(cube);
                if (StrictMath.log(1 - uniform()) < bound) {
                    return d * cube / shape;
                }
            }
        }
    }

    /** Poisson, by multiplying uniforms (Knuth); a large mean is halved first. */
    public int poisson(double mean) {
        if (mean > 30) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }
}
