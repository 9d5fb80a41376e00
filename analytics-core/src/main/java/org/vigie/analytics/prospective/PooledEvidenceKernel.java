package org.vigie.analytics.prospective;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.vigie.analytics.baseline.WildWeeks;

/**
 * Arithmetic of evidence for a rise that began some weeks ago and is still there.
 *
 * <p>For the weeks u of a window with counts y as far as they are {@linkplain WildWeeks believed}, expected counts m, total C and M, and V the variance of the true mean
 * of the window, r = M^2 / V; for a rise that multiplies week u by q(u), R = sum q(u) m(u):
 * <pre>
 *   log LR   = sum y(u) log q(u) + (C + r) log((M + r) / (R + r))
 *   log E    = log of the mean of LR over factors {1.5, 2, 3, 4}, shapes (at once, in 4 weeks, in 8) and onsets
 *   evidence = log E - 1/2 log P(Y >= y(newest))      if the newest week, as counted, lies above what is expected of it
 *            = min(0, log E) - 1/2 log P(...)         otherwise
 * </pre>
 * <p>LR is the likelihood ratio of counts whose common mean is gamma distributed (negative binomial), so that what is
 * not known of the expected counts weakens it. The onset n weeks back has the weight of a rise that has gone unnoticed
 * until now, (0.9 exp(-0.15 m / phi))^(n-1): where many facts are expected it would have shown early. Counting the
 * newest week again keeps sudden jumps, and a rise without new facts is no news; its chance is that of a quiet week,
 * wild ones included. Weights: METHODS.md, table of tries.
 * All arrays have the newest week last, shape [window].
 */
final class PooledEvidenceKernel {

    private static final double[] FACTORS = {1.5, 2, 3, 4};
    private static final double[] RAMP_WEEKS = {1, 4, 8};
    private static final double UNNOTICED = .9;
    private static final double NOTICED_PER_FACT = .15;
    private static final double NEWEST_WEEK = .5;
    private static final int LONGEST = 52;
    private static final double[][] SHAPES = shapes();
    private static final double[][] LOGARITHMS = logarithms();

    private PooledEvidenceKernel() {}

    /**
     * Logarithm of the mean likelihood ratio of each onset.
     *
     * @param variances variance of the true mean of the weeks from each one to the newest, shape [window]
     */
    static double[] byOnset(double[] observed, double[] expected, double[] variances) {
        int window = observed.length;
        double[] logRatios = new double[SHAPES.length];
        double[] evidence = new double[window];
        for (int onset = 0; onset < window; onset++) {
            for (int shape = 0; shape < SHAPES.length; shape++) {
                logRatios[shape] = logRatio(observed, expected, variances[onset], onset, shape);
            }
            evidence[onset] = logSum(logRatios) - Math.log(SHAPES.length);
        }
        return evidence;
    }

    private static double logRatio(double[] observed, double[] expected, double variance, int onset, int shape) {
        double count = 0;
        double mean = 0;
        double raised = 0;
        double sum = 0;
        for (int week = onset; week < observed.length; week++) {
            count += observed[week];
            mean += expected[week];
            raised += SHAPES[shape][week - onset] * expected[week];
            sum += observed[week] * LOGARITHMS[shape][week - onset];
        }
        if (mean <= 0) {
            return 0;
        }
        double size = mean * mean / variance;
        return sum - (count + size) * Math.log1p((raised - mean) / (mean + size));
    }

    /** Adds to each onset's evidence the logarithm of its weight; the sum of all is the evidence of a lasting rise. */
    static double[] weighted(double[] byOnset, double meanExpected, double phi) {
        int window = byOnset.length;
        double kept = Math.log(UNNOTICED) - NOTICED_PER_FACT * meanExpected / phi;
        double[] weights = new double[window];
        for (int onset = 0; onset < window; onset++) {
            weights[onset] = (window - 1 - onset) * kept;
        }
        double all = logSum(weights);
        for (int onset = 0; onset < window; onset++) {
            weights[onset] += byOnset[onset] - all;
        }
        return weights;
    }

    /** Evidence of a lasting rise and of the newest week together, natural logarithm. */
    static double joined(double lasting, double observed, double expected, double tail) {
        return (observed > expected ? lasting : Math.min(0, lasting)) + NEWEST_WEEK * -Math.log(tail);
    }

    /** Chance of a count at least as high in a quiet week, which may be a wild one. */
    static double upperTail(double count, double mean, double variance, WildWeeks wild) {
        return wild.upperTail(count, mean, ordinaryTail(count, mean, variance));
    }

    /** Chance of a count at least as high, of a negative binomial with a mean and the variance of its true mean. */
    private static double ordinaryTail(double count, double mean, double variance) {
        if (count <= 0) {
            return 1;
        }
        double size = mean * mean / variance;
        return size > 1e6
                ? Gamma.regularizedGammaP(count, mean)
                : Beta.regularizedBeta(mean / (mean + size), count, size);
    }

    /** Logarithm of the sum of exponentials. */
    static double logSum(double[] values) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - highest);
        }
        return highest + Math.log(sum);
    }

    private static double[][] shapes() {
        double[][] shapes = new double[FACTORS.length * RAMP_WEEKS.length][LONGEST];
        for (int shape = 0; shape < shapes.length; shape++) {
            double factor = FACTORS[shape / RAMP_WEEKS.length];
            double ramp = RAMP_WEEKS[shape % RAMP_WEEKS.length];
            for (int week = 0; week < LONGEST; week++) {
                shapes[shape][week] = 1 + (factor - 1) * Math.min(1, (week + 1) / ramp);
            }
        }
        return shapes;
    }

    private static double[][] logarithms() {
        double[][] logarithms = new double[SHAPES.length][LONGEST];
        for (int shape = 0; shape < SHAPES.length; shape++) {
            for (int week = 0; week < LONGEST; week++) {
                logarithms[shape][week] = Math.log(SHAPES[shape][week]);
            }
        }
        return logarithms;
    }
}
