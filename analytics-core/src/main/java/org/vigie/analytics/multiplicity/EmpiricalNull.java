package org.vigie.analytics.multiplicity;

/**
 * Corrects p-values that a portfolio's own past shows to be too small: an empirical null (Efron 2004, Journal of the
 * American Statistical Association 99(465), 96-104) of one parameter.
 *
 * <p>If past p-values follow P(p <= a) = a^k instead of P(p <= a) = a, then p^k is uniform. k is read from the moderately
 * small ones, of which few belong to tensions, by the share that lies between two bounds:
 * <pre>
 *   share in (.01, .2] = .2^k - .01^k                                     k <= 1, solved where the left side is
 *   n (share - .19) > 3 sqrt(14 n .19 .81)                                only then; else k = 1
 * </pre>
 * <p>Sites that differ from the model in ways of their own, a season or a slow drift, widen the law of scores; on the scale
 * of -log p that is a factor. Weeks are taken to repeat each other over the 14 that a judgement looks back on. P-values
 * that are too large are left alone: with few facts they are so by their steps.
 *
 * @param exponent k, above 0 and at most 1; 1 leaves p-values as they are
 */
public record EmpiricalNull(double exponent) {

    /** P-values as they are. */
    public static final EmpiricalNull AS_STATED = new EmpiricalNull(1);

    private static final int HIGH_CELL = 35;
    private static final int LOW_CELL = 100;
    private static final double HIGH = PValueHistogram.edge(HIGH_CELL);
    private static final double LOW = PValueHistogram.edge(LOW_CELL);
    private static final double STANDARD_ERRORS = 3;
    private static final double WEEKS_ALIKE = 14;
    /** Below this the share that lies between the bounds falls again. */
    private static final double LEAST = .4;

    /** Checks the exponent. */
    public EmpiricalNull {
        if (!(exponent > 0 && exponent <= 1)) {
            throw new IllegalArgumentException("the exponent of an empirical null lies in 0..1: " + exponent);
        }
    }

    /**
     * The correction that past p-values call for.
     *
     * @param past p-values of the portfolio's site-weeks before the one judged, tensions included
     */
    public static EmpiricalNull of(PValueHistogram past) {
        double weeks = past.total();
        double uniform = HIGH - LOW;
        double excess = past.between(HIGH_CELL, LOW_CELL) - weeks * uniform;
        if (!(excess > STANDARD_ERRORS * Math.sqrt(WEEKS_ALIKE * weeks * uniform * (1 - uniform)))) {
            return AS_STATED;
        }
        return new EmpiricalNull(exponent(uniform + excess / weeks));
    }

    private static double exponent(double share) {
        double low = LEAST;
        double high = 1;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (Math.pow(HIGH, middle) - Math.pow(LOW, middle) > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The p-value corrected: p^k. */
    public double corrected(double pValue) {
        return Math.pow(pValue, exponent);
    }
}
