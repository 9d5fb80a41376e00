package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws counts of weeks in which nothing happened, as {@link ExpectedWeeks} describes them.
 *
 * <pre>
 *   y_it = sum of n_it clusters of facts      n_it ~ Poisson(k log(1 + b_it / k) g_i h_gt)
 *   cluster size ~ logarithmic(b / (b + k))   g_i, h_gt gamma with mean 1: rate not known, shock of a neighbourhood
 * </pre>
 * A Poisson number of logarithmic clusters is negative binomial (Johnson, Kemp, Kotz 2005, section 5.4), and costs time
 * only where facts are drawn.
 *
 * <p>One object serves one thread.
 */
final class QuietWeeks {

    private static final double CHUNK = 30;

    private final ExpectedWeeks expected;
    /** Sites sorted by neighbourhood; those of g lie from first[g] to first[g + 1]. */
    private final int[] byArea;

    private final int[] first;
    private final double[] clusterRate;
    private final double[] logSize;
    private final double[] siteFactor;
    private final double[] cumulated;
    private final int[] counts;
    private SplittableRandom random = new SplittableRandom(0);

    /** Draws for sites of these neighbourhoods. */
    QuietWeeks(ExpectedWeeks expected, int[] areas) {
        this.expected = expected;
        first = new int[Arrays.stream(areas).max().orElse(0) + 2];
        byArea = new int[areas.length];
        for (int area : areas) {
            first[area + 1]++;
        }
        for (int area = 0; area + 1 < first.length; area++) {
            first[area + 1] += first[area];
        }
        int[] next = first.clone();
        for (int site = 0; site < areas.length; site++) {
            byArea[next[areas[site]]++] = site;
        }
        clusterRate = new double[expected.mean.length];
        logSize = new double[expected.mean.length];
        for (int cell = 0; cell < clusterRate.length; cell++) {
            double mean = expected.mean[cell];
            logSize[cell] = Math.log1p(mean * expected.countDispersion);
            clusterRate[cell] = expected.countDispersion > 0 ? logSize[cell] / expected.countDispersion : mean;
        }
        siteFactor = new double[expected.sites];
        cumulated = new double[expected.sites];
        counts = new int[expected.mean.length];
    }

    /** Counts of this seed, newest week first, shape [sites * weeks]; overwritten by the next draw. */
    int[] draw(long seed) {
        random = new SplittableRandom(seed);
        Arrays.fill(counts, 0);
        for (int site = 0; site < siteFactor.length; site++) {
            siteFactor[site] = gamma(expected.rateVariance[site]);
        }
        for (int area = 0; area + 1 < first.length; area++) {
            for (int t = 0; t < expected.weeks; t++) {
                drawCell(area, t);
            }
        }
        return counts;
    }

    private void drawCell(int area, int t) {
        double sum = 0;
        for (int position = first[area]; position < first[area + 1]; position++) {
            int site = byArea[position];
            sum += clusterRate[site * expected.weeks + t] * siteFactor[site];
            cumulated[position] = sum;
        }
        if (!(sum > 0)) {
            return;
        }
        int clusters = poisson(sum * gamma(expected.shockVariance));
        for (int i = 0; i < clusters; i++) {
            double drawn = random.nextDouble() * sum;
            int position = first[area];
            while (position < first[area + 1] - 1 && cumulated[position] < drawn) {
                position++;
            }
            int cell = byArea[position] * expected.weeks + t;
            counts[cell] += clusterSize(cell);
        }
    }

    /** Size n with chance p^n / n / -log(1 - p), p = b / (b + k). */
    private int clusterSize(int cell) {
        double share = expected.mean[cell] * expected.countDispersion;
        if (share <= 0) {
            return 1;
        }
        double p = share / (1 + share);
        double left = random.nextDouble() * logSize[cell];
        double power = p;
        int n = 1;
        while (left > power / n && n < 1000) {
            left -= power / n;
            power *= p;
            n++;
        }
        return n;
    }

    private int poisson(double mean) {
        int drawn = 0;
        double left = mean;
        while (left > 0) {
            double limit = Math.exp(-Math.min(left, CHUNK));
            double product = random.nextDouble();
            while (product > limit) {
                drawn++;
                product *= random.nextDouble();
            }
            left -= CHUNK;
        }
        return drawn;
    }

    /** Gamma with mean 1 and this variance (Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26). */
    private double gamma(double variance) {
        if (variance < 1e-9) {
            return 1;
        }
        double shape = 1 / variance;
        if (shape < 1) {
            double larger = standardGamma(shape + 1);
            return larger * Math.pow(random.nextDouble(), variance) * variance;
        }
        return standardGamma(shape) * variance;
    }

    private double standardGamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = normal();
            double root = 1 + c * z;
            if (root > 0) {
                double v = root * root * root;
                double u = random.nextDouble();
                if (u < 1 - 0.0331 * z * z * z * z || Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) {
                    return d * v;
                }
            }
        }
    }

    private double normal() {
        while (true) {
            double a = 2 * random.nextDouble() - 1;
            double b = 2 * random.nextDouble() - 1;
            double square = a * a + b * b;
            if (square < 1 && square > 0) {
                return a * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }
}
