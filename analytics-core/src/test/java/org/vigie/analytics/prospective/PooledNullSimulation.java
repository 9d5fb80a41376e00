package org.vigie.analytics.prospective;

import java.util.Arrays;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Writes the table of {@link PooledNullKernel}: how often quiet weeks reach a score, by simulation. */
final class PooledNullSimulation {

    private static final int WINDOW = 14;

    private PooledNullSimulation() {}

    /** Argument: number of quiet weeks behind each row. */
    public static void main(String[] arguments) {
        int weeks = Integer.parseInt(arguments[0]);
        for (int dispersion = 0; dispersion < PooledNullKernel.DISPERSIONS.length; dispersion++) {
            for (int mean = 0; mean < PooledNullKernel.MEANS.length; mean++) {
                double[] scores = scores(
                        PooledNullKernel.MEANS[mean],
                        PooledNullKernel.DISPERSIONS[dispersion],
                        weeks,
                        new Well19937c(100L * dispersion + mean));
                System.out.println("            " + row(scores));
            }
        }
    }

    /** Scores of quiet weeks that follow each other. */
    static double[] scores(double mean, double dispersion, int weeks, RandomGenerator random) {
        double[] series = new double[weeks + WINDOW];
        GammaDistribution unsteady = new GammaDistribution(random, mean / dispersion, dispersion);
        for (int week = 0; week < series.length; week++) {
            double rate = unsteady.sample();
            series[week] = rate > 1e-9 ? new PoissonDistribution(random, rate, 1e-12, 1000).sample() : 0;
        }
        double[] scores = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            double[] window = Arrays.copyOfRange(series, week, week + WINDOW);
            scores[week] = PooledWindow.alike(window, mean, dispersion).score();
        }
        return scores;
    }

    private static String row(double[] scores) {
        double[] row = new double[PooledNullKernel.LEVELS];
        for (int level = 0; level < row.length; level++) {
            double reached = PooledNullKernel.LOWEST + level / (double) PooledNullKernel.LEVELS_PER_UNIT;
            long count = Arrays.stream(scores).filter(score -> score >= reached).count();
            row[level] = Math.min(6, -Math.log10((count + .5) / (scores.length + .5)));
        }
        StringBuilder text = new StringBuilder();
        for (double value : row) {
            text.append(text.isEmpty() ? "" : " ").append(Math.round(1000 * value));
        }
        return text.toString();
    }
}
