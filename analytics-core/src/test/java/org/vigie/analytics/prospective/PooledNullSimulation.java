package org.vigie.analytics.prospective;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Writes one block of {@link PooledNullTable}: how often quiet weeks reach a score, by simulation. */
final class PooledNullSimulation {

    private static final int WINDOW = 14;
    /** Rarer than this, a row borrows from the rows of the next means. */
    private static final double SMOOTHED_BELOW = .003;
    /** Ordinary weeks keep at least this share of the mean, however much the wild ones should take. */
    private static final double LEAST_ORDINARY = .7;
    /** The same as each block of the shipped table was made, by its share of wild weeks. */
    private static final double[] LEAST_ORDINARY_AS_SHIPPED = {.4, .4, .4, LEAST_ORDINARY};

    private static final double MOST_FACTS = 2000;

    private PooledNullSimulation() {}

    /**
     * Arguments: position of the share of wild weeks, number of quiet weeks behind each row. The shipped blocks have 80,000
     * (one in a thousand) and 50,000. What this writes differs from them by one in the last digit, by more in a few cells
     * at the edge of what is smoothed: their second smoothing was applied to rounded values.
     */
    public static void main(String[] arguments) {
        int share = Integer.parseInt(arguments[0]);
        int weeks = Integer.parseInt(arguments[1]);
        for (int plane = 0; plane < PooledNullKernel.DISPERSIONS.length; plane++) {
            double dispersion = PooledNullKernel.DISPERSIONS[plane];
            long seed = 10_000L * share + 1_000L * plane;
            double[][] rows = IntStream.range(0, PooledNullKernel.MEANS)
                    .parallel()
                    .mapToObj(row -> chances(scores(
                            new QuietLaw(PooledNullKernel.mean(row), dispersion, PooledNullKernel.SHARES[share]),
                            LEAST_ORDINARY_AS_SHIPPED[share],
                            weeks,
                            new Well19937c(seed + row))))
                    .toArray(double[][]::new);
            System.out.println("        {");
            for (double[] row : smoothed(smoothed(rows))) {
                System.out.println("            \"" + packed(row) + "\",");
            }
            System.out.println("        },");
        }
    }

    /** Scores of quiet weeks that follow each other; the mean is that of all weeks, the dispersion of the ordinary ones. */
    static double[] scores(QuietLaw law, int weeks, RandomGenerator random) {
        return scores(law, LEAST_ORDINARY, weeks, random);
    }

    private static double[] scores(QuietLaw law, double leastOrdinary, int weeks, RandomGenerator random) {
        double[] series = new double[weeks + WINDOW];
        double ordinary = Math.max(leastOrdinary * law.mean(), law.mean() - law.wildShare() * wildMean(law.mean()));
        GammaDistribution unsteady = new GammaDistribution(random, ordinary / law.dispersion(), law.dispersion());
        for (int week = 0; week < series.length; week++) {
            double rate = unsteady.sample();
            if (random.nextDouble() < law.wildShare()) {
                series[week] = wild(law.mean(), random.nextDouble());
            } else {
                series[week] = rate > 1e-9 ? new PoissonDistribution(random, rate, 1e-12, 1000).sample() : 0;
            }
        }
        double[] scores = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            scores[week] = PooledWindow.alike(Arrays.copyOfRange(series, week, week + WINDOW), law)
                    .score();
        }
        return scores;
    }

    private static double wild(double mean, double draw) {
        return Math.min(MOST_FACTS, Math.floor((1 + mean) * (Math.pow(draw, -1 / 1.5) - 1)));
    }

    private static double wildMean(double mean) {
        return IntStream.rangeClosed(1, (int) MOST_FACTS)
                .mapToDouble(count -> Math.pow((1 + mean) / (1 + mean + count), 1.5))
                .sum();
    }

    private static double[] chances(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double[] chances = new double[PooledNullKernel.LEVELS];
        int below = 0;
        for (int level = 0; level < chances.length; level++) {
            double reached = PooledNullKernel.LOWEST + level / (double) PooledNullKernel.LEVELS_PER_UNIT;
            while (below < sorted.length && sorted[below] < reached) {
                below++;
            }
            chances[level] = (sorted.length - below + .5) / (sorted.length + .5);
        }
        return chances;
    }

    private static double[][] smoothed(double[][] rows) {
        return IntStream.range(0, rows.length)
                .mapToObj(row -> smoothed(rows, row))
                .toArray(double[][]::new);
    }

    private static double[] smoothed(double[][] rows, int row) {
        double[] before = rows[Math.max(0, row - 1)];
        double[] after = rows[Math.min(rows.length - 1, row + 1)];
        double[] smoothed = rows[row].clone();
        for (int level = 0; level < smoothed.length; level++) {
            if (smoothed[level] < SMOOTHED_BELOW) {
                smoothed[level] = (before[level] + 2 * smoothed[level] + after[level]) / 4;
            }
        }
        return smoothed;
    }

    private static String packed(double[] chances) {
        StringBuilder text = new StringBuilder();
        for (double chance : chances) {
            long value = Math.round(-PooledNullTable.UNIT * Math.log10(Math.min(1, chance)));
            text.append(PooledNullTable.DIGITS.charAt((int) (value / PooledNullTable.DIGITS.length())))
                    .append(PooledNullTable.DIGITS.charAt((int) (value % PooledNullTable.DIGITS.length())));
        }
        return text.toString();
    }
}
