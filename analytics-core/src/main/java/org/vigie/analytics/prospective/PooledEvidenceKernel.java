package org.vigie.analytics.prospective;

/**
 * Arithmetic of evidence for a rise that began some weeks ago and is still there.
 *
 * <p>For the weeks u of a window with counts y, expected counts m, total C and M, and V the variance of the true mean
 * of the window, r = M^2 / V; for a rise that multiplies week u by q(u), R = sum q(u) m(u):
 * <pre>
 *   log LR = sum y(u) log q(u) + (C + r) log((M + r) / (R + r))
 * </pre>
 * <p>which is the likelihood ratio of counts whose common mean is gamma distributed, so that what is not known of the
 * expected counts weakens the evidence. The evidence is the mean of LR over onsets, factors and shapes: under "nothing
 * changed" its own mean is 1, so it exceeds x with a chance of 1/x at most. All arrays: newest week last, shape [window].
 */
final class PooledEvidenceKernel {

    private static final double[] FACTORS = {1.5, 2, 3, 4};
    /** Weeks in which a slow rise reaches its factor. */
    private static final double RAMP_WEEKS = 6;

    private PooledEvidenceKernel() {}

    /**
     * Logarithm of the mean likelihood ratio of each onset.
     *
     * @param variances variance of the true mean from each week to the newest, shape [window]
     * @return for onset at each week, shape [window]
     */
    static double[] byOnset(double[] observed, double[] expected, double[] variances) {
        int window = observed.length;
        double[] evidence = new double[window];
        double[][] shapes = shapes(window);
        for (int onset = 0; onset < window; onset++) {
            double sum = 0;
            for (double[] shape : shapes) {
                sum += Math.exp(logRatio(observed, expected, variances[onset], onset, shape));
            }
            evidence[onset] = Math.log(sum / shapes.length);
        }
        return evidence;
    }

    /** Factor of each week since the onset, shape [2 x factors][window]: at once, or rising week by week. */
    private static double[][] shapes(int window) {
        double[][] shapes = new double[2 * FACTORS.length][window];
        for (int i = 0; i < FACTORS.length; i++) {
            for (int week = 0; week < window; week++) {
                shapes[2 * i][week] = FACTORS[i];
                shapes[2 * i + 1][week] = 1 + (FACTORS[i] - 1) * Math.min(1, (week + 1) / RAMP_WEEKS);
            }
        }
        return shapes;
    }

    private static double logRatio(double[] observed, double[] expected, double variance, int onset, double[] shape) {
        double count = 0;
        double mean = 0;
        double raised = 0;
        double sum = 0;
        for (int week = onset; week < observed.length; week++) {
            double multiple = shape[week - onset];
            count += observed[week];
            mean += expected[week];
            raised += multiple * expected[week];
            if (observed[week] > 0) {
                sum += observed[week] * Math.log(multiple);
            }
        }
        if (mean <= 0) {
            return 0;
        }
        double size = mean * mean / variance;
        return sum + (count + size) * Math.log((mean + size) / (raised + size));
    }
}
