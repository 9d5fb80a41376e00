package org.vigie.analytics.baseline;

import java.util.Arrays;

/**
 * How far above its usual level a site stood in each week, judged with hindsight from its own counts.
 *
 * <p>A hidden state per week, quiet or raised by a factor f, moves from week to week; a count y with mean m is Poisson
 * around f m, its logarithm divided by the dispersion phi [J: quasi-likelihood]:
 * <pre>
 *   weight(y | f) = exp((y log f - m (f - 1)) / phi)
 *   rise(t) = sum over f of P(state(t) = f | all counts) f
 * </pre>
 * <p>by the forward-backward recursions (Rabiner 1989, Proceedings of the IEEE 77(2), equations 19-27), scaled week by
 * week. All arrays: shape [weeks]; a week without expected counts says nothing.
 */
final class PooledRiseKernel {

    private static final double[] FACTORS = {1, 1.6, 2.5, 4};
    private static final double[] LOGARITHMS = {0, Math.log(1.6), Math.log(2.5), Math.log(4)};
    private static final int STATES = FACTORS.length;
    /** Chance that a quiet site is raised a week later, some seven rises a year per 100 sites; one lasts twelve weeks. */
    private static final double BEGIN = .0015;

    private static final double END = 1 / 12.0;
    private static final double SHIFT = .1;

    private PooledRiseKernel() {}

    /** Writes the rise of the site's weeks from {@code first} on, and that which their other weeks show. */
    static void smooth(PooledSite site, double[] expected, int first, double phi) {
        double[] counts = site.counts;
        int weeks = counts.length;
        double[][] weight = new double[weeks][STATES];
        double[][] forward = new double[weeks][STATES];
        double[] state = {1, 0, 0, 0};
        for (int t = first; t < weeks; t++) {
            double sum = 0;
            double[] reached = forward[t];
            move(state, reached);
            weigh(counts[t], expected[t], phi, weight[t]);
            for (int s = 0; s < STATES; s++) {
                reached[s] *= weight[t][s];
                sum += reached[s];
            }
            for (int s = 0; s < STATES; s++) {
                reached[s] /= sum;
            }
            state = reached;
        }
        double[] backward = new double[STATES];
        Arrays.fill(backward, 1);
        for (int t = weeks - 1; t >= first; t--) {
            site.rise[t] = mean(forward[t], backward);
            site.riseElsewhere[t] = counts[t] < 2 ? site.rise[t] : meanWithout(weight[t], forward[t], backward);
            back(weight[t], backward);
        }
    }

    /** Weights of a count; of no fact, as of most weeks, by powers of one exponential. */
    private static void weigh(double count, double expected, double phi, double[] weight) {
        weight[0] = 1;
        if (count == 0) {
            double three = Math.exp(-.3 * expected / phi);
            double six = three * three;
            double fifteen = six * six * three;
            weight[1] = six;
            weight[2] = fifteen;
            weight[3] = fifteen * fifteen;
            return;
        }
        for (int s = 1; s < STATES; s++) {
            weight[s] = Math.exp((count * LOGARITHMS[s] - expected * (FACTORS[s] - 1)) / phi);
        }
    }

    /** Chances of each state a week later. */
    private static void move(double[] from, double[] to) {
        double raised = from[1] + from[2] + from[3];
        to[0] = from[0] * (1 - BEGIN) + raised * END;
        for (int s = 1; s < STATES; s++) {
            to[s] = from[0] * BEGIN / 3 + from[s] * (1 - END - SHIFT) + (raised - from[s]) * SHIFT / 2;
        }
    }

    /** Turns the weight of the later weeks seen from week t into that seen from week t - 1. */
    private static void back(double[] weight, double[] backward) {
        double quiet = weight[0] * backward[0];
        double one = weight[1] * backward[1];
        double two = weight[2] * backward[2];
        double three = weight[3] * backward[3];
        double raised = one + two + three;
        backward[0] = quiet * (1 - BEGIN) + raised * BEGIN / 3;
        backward[1] = quiet * END + one * (1 - END - SHIFT) + (raised - one) * SHIFT / 2;
        backward[2] = quiet * END + two * (1 - END - SHIFT) + (raised - two) * SHIFT / 2;
        backward[3] = quiet * END + three * (1 - END - SHIFT) + (raised - three) * SHIFT / 2;
        double sum = backward[0] + backward[1] + backward[2] + backward[3];
        for (int s = 0; s < STATES; s++) {
            backward[s] /= sum;
        }
    }

    private static double meanWithout(double[] weight, double[] forward, double[] backward) {
        double sum = 0;
        double weighted = 0;
        for (int s = 0; s < STATES; s++) {
            double posterior = forward[s] / weight[s] * backward[s];
            sum += posterior;
            weighted += posterior * FACTORS[s];
        }
        return weighted / sum;
    }

    private static double mean(double[] forward, double[] backward) {
        double sum = 0;
        double weighted = 0;
        for (int s = 0; s < STATES; s++) {
            double posterior = forward[s] * backward[s];
            sum += posterior;
            weighted += posterior * FACTORS[s];
        }
        return weighted / sum;
    }
}
