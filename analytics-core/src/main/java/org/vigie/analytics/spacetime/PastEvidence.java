package org.vigie.analytics.spacetime;

import java.util.Arrays;

/**
 * How strong evidence has been in the city's own past, and so how unusual it is today.
 *
 * <pre>
 *   x = log(0.1 + evidence)    beta = s sqrt(6) / pi    mu = m - .5772 beta    p = 1 - exp(-exp(-(x - mu) / beta))
 *   s^2 = variance of past x times (1 + 1 / n)
 * </pre>
 * with n the number of past windows that do not overlap: mean and deviation of so few are themselves uncertain. Beyond the
 * level x' that chance passes once in twenty weeks, which the past has hardly seen, p does not fall faster than a mean
 * likelihood ratio can (Markov): p >= .05 exp(x' - x). Where fewer than 4 windows fit in the past and no replicates are
 * drawn either, p = 1 / evidence.
 *
 * <p>Source: Gumbel tail of scan statistics, Abrams, Kulldorff and Kleinman (2010), International Journal of Health
 * Geographics 9:61.
 */
final class PastEvidence implements NullLaw {

    private static final double EULER = 0.5772156649015329;
    private static final double LEAST = 0.1;
    private static final double LEAST_DEVIATION = 0.05;
    private static final double FEWEST_WINDOWS = 4;
    private static final double HARDLY_SEEN = 0.05;

    private final double mode;
    private final double scale;
    private final boolean known;

    /**
     * Learns from past scans.
     *
     * @param evidence of each past scan
     * @param separateWindows how many of them do not overlap
     */
    PastEvidence(double[] evidence, double separateWindows) {
        known = tells(separateWindows);
        double[] past = Arrays.stream(evidence).map(PastEvidence::statistic).toArray();
        double mean = Arrays.stream(past).average().orElse(0);
        double squares = Arrays.stream(past).map(x -> (x - mean) * (x - mean)).sum();
        double variance = squares / Math.max(1, past.length - 1) * (1 + 1 / Math.max(1, separateWindows));
        scale = Math.max(LEAST_DEVIATION, Math.sqrt(variance)) * Math.sqrt(6) / Math.PI;
        mode = mean - EULER * scale;
    }

    /** x: evidence on the scale on which pasts are compared. */
    static double statistic(double evidence) {
        return Math.log(LEAST + evidence);
    }

    /** Whether a past with so many windows that do not overlap is long enough to tell. */
    static boolean tells(double separateWindows) {
        return separateWindows >= FEWEST_WINDOWS;
    }

    /** Whether the past is long enough to tell. */
    boolean isKnown() {
        return known;
    }

    @Override
    public double pValue(double evidence) {
        if (!known) {
            return Math.min(1, 1 / Math.max(evidence, 1e-300));
        }
        double x = statistic(evidence);
        double gumbel = -Math.expm1(-Math.exp(-(x - mode) / scale));
        double level = mode - scale * Math.log(-Math.log1p(-HARDLY_SEEN));
        return x <= level ? gumbel : Math.max(gumbel, HARDLY_SEEN * Math.exp(level - x));
    }
}
