package org.vigie.analytics.baseline;

/**
 * Variance of counts beyond Poisson, in proportion to their mean: var(y) = (1 + a) m.
 *
 * <p>From pairs of neighbouring weeks of mean m, so that a slow rise or fall does not pass for dispersion:
 * <pre>
 *   d = (y(t) - m(t)) - (y(t-1) - m(t-1)),   a = sum w ((d^2 - y(t) - y(t-1)) / 2) / sum w m,   w = 1 / (1 + 2 m)
 * </pre>
 * <p>The weight is the inverse of the variance that the squares have under Poisson, times m; the sum of the divisor,
 * times 2/3 because pairs overlap, is the precision of a. A series of few facts hardly moves what is believed of its
 * like. Source of the differences: von Neumann (1941), Annals of Mathematical Statistics 12(4).
 */
final class PooledDispersion {

    private static final double EFFICIENCY = 2 / 3.0;

    private double excess;
    private double weight;
    private double earlierCount = Double.NaN;
    private double earlierExpected;

    /** Adds a week that follows the one added before. */
    void add(double count, double expected) {
        double mean = (expected + earlierExpected) / 2;
        double difference = count - expected - (earlierCount - earlierExpected);
        if (!Double.isNaN(difference) && mean > 0) {
            excess += (difference * difference - count - earlierCount) / 2 / (1 + 2 * mean);
            weight += mean / (1 + 2 * mean);
        }
        earlierCount = count;
        earlierExpected = expected;
    }

    /** Says that the next week does not follow the one added before. */
    void interrupt() {
        earlierCount = Double.NaN;
    }

    double excess() {
        return excess;
    }

    double weight() {
        return weight;
    }

    /** Dispersion of a series, shrunk to that of its like, from which it may differ by as much as that is. */
    static double shrunk(double excess, double weight, double usual) {
        double certainty = 1 / (EFFICIENCY * usual * usual);
        double dispersion = (excess + certainty * usual) / (weight + certainty);
        return Math.min(20, Math.max(.01, dispersion));
    }
}
