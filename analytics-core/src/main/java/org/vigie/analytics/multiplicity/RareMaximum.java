package org.vigie.analytics.multiplicity;

/**
 * How rare the largest statistic of a search is, given the largest ones of searches in data without anything to find.
 *
 * <pre>
 *   Monte Carlo   p = (1 + #{ r : m_r >= x }) / (R + 1)
 *   Gumbel        p = 1 - exp( -exp( -(x - location) / scale ) )
 *   moments       scale = sd sqrt(6) / pi,  location = mean - 0.5772156649 scale
 *   likelihood    scale = mean - sum m_r w_r / sum w_r,  w_r = exp(-m_r / scale),  location = -scale log mean(w)
 * </pre>
 *
 * <p>Sources: Dwass 1957, Ann. Math. Statist. 28, 181-187; Abrams, Kulldorff, Kleinman 2010, Int. J. Health Geographics
 * 9:61 (a Gumbel law for scan statistics); likelihood equations as in Johnson, Kotz, Balakrishnan 1995, vol. 2, section
 * 22.9.
 *
 * @param location of the Gumbel law
 * @param scale of the Gumbel law, above 0
 */
public record RareMaximum(double location, double scale) {

    private static final double EULER = 0.5772156649015329;
    private static final int MOST_STEPS = 200;

    /** Checks the scale. */
    public RareMaximum {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("maxima that do not vary have no Gumbel law; scale: " + scale);
        }
    }

    /**
     * Monte-Carlo p-value.
     *
     * @param statistic the largest statistic found
     * @param maxima the largest of each replicate, shape [replicates]
     */
    public static double monteCarlo(double statistic, double[] maxima) {
        int reached = 0;
        for (double maximum : maxima) {
            reached += maximum >= statistic ? 1 : 0;
        }
        return (1.0 + reached) / (maxima.length + 1.0);
    }

    /** Gumbel law with the mean and the standard deviation (divisor R - 1) of the maxima, shape [replicates]. */
    public static RareMaximum byMoments(double[] maxima) {
        double mean = mean(maxima);
        double squares = 0;
        for (double maximum : maxima) {
            squares += (maximum - mean) * (maximum - mean);
        }
        double scale = Math.sqrt(6 * squares / (maxima.length - 1)) / Math.PI;
        return new RareMaximum(mean - EULER * scale, scale);
    }

    /** Gumbel law of the highest likelihood for the maxima, shape [replicates]. */
    public static RareMaximum byLikelihood(double[] maxima) {
        double mean = mean(maxima);
        double low = 0;
        double high = 2 * byMoments(maxima).scale();
        while (excess(maxima, mean, high) < 0) {
            high *= 2;
        }
        // the equation of the scale rises with it: halving cannot miss its only root
        for (int step = 0; step < MOST_STEPS && high - low > 1e-14 * high; step++) {
            double middle = (low + high) / 2;
            if (excess(maxima, mean, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double scale = (low + high) / 2;
        double weights = 0;
        for (double maximum : maxima) {
            weights += Math.exp(-(maximum - mean) / scale);
        }
        return new RareMaximum(mean - scale * Math.log(weights / maxima.length), scale);
    }

    /** Chance of a maximum at least as large. */
    public double pValue(double statistic) {
        return -Math.expm1(-Math.exp(-(statistic - location) / scale));
    }

    private static double excess(double[] maxima, double mean, double scale) {
        double least = Double.POSITIVE_INFINITY;
        for (double maximum : maxima) {
            least = Math.min(least, maximum);
        }
        double weights = 0;
        double weighted = 0;
        for (double maximum : maxima) {
            double weight = Math.exp(-(maximum - least) / scale);
            weights += weight;
            weighted += weight * maximum;
        }
        return scale - mean + weighted / weights;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
