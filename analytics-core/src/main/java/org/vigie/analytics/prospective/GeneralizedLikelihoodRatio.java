package org.vigie.analytics.prospective;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Likelihood ratio of a lasting rise against a known mean, over every week in which it may have begun (Höhle and Paul
 * 2008, Computational Statistics and Data Analysis 52(9), 4357-4368).
 *
 * <pre>
 *   GLR[n] = max over onset i of  s theta - d,         s = y[i] + ... + y[n] over m weeks
 *   Poisson:            d = m mu (exp(theta) - 1)
 *   negative binomial:  d = (s + m / a) log((1 + a mu exp(theta)) / (1 + a mu)),   var = mu + a mu^2
 *   theta known, or its best value max(0, log(s / (m mu))), the same for both
 * </pre>
 * <p>After a signal it begins anew. One object follows one series, period after period. Golden file: {@code
 * golden/glr-nb.csv.gz}.
 */
public final class GeneralizedLikelihoodRatio {

    private final double mean;
    private final double overdispersion;
    private final OptionalDouble logRise;
    private final double limit;
    private double[] counts = new double[64];
    private int length;

    /**
     * A detector of one series.
     *
     * @param mean expected count, above 0
     * @param overdispersion a, 0 for Poisson counts
     * @param logRise logarithm of the rise looked for; empty for whichever fits best
     * @param limit evidence that is a signal, above 0
     */
    public GeneralizedLikelihoodRatio(double mean, double overdispersion, OptionalDouble logRise, double limit) {
        if (!(mean > 0) || !(overdispersion >= 0) || !(limit > 0)) {
            throw new IllegalArgumentException("mean and limit must be > 0 and overdispersion >= 0, not " + mean + ", "
                    + limit + " and " + overdispersion);
        }
        this.mean = mean;
        this.overdispersion = overdispersion;
        this.logRise = logRise;
        this.limit = limit;
    }

    /** The same detector for another series. */
    public GeneralizedLikelihoodRatio fresh(double otherMean, double otherOverdispersion) {
        return new GeneralizedLikelihoodRatio(otherMean, otherOverdispersion, logRise, limit);
    }

    /** Judges the next period; the score is the ratio's logarithm. */
    public Verdict next(double observed) {
        if (length == counts.length) {
            counts = Arrays.copyOf(counts, 2 * length);
        }
        counts[length++] = observed;
        double best = 0;
        double sum = 0;
        for (int weeks = 1; weeks <= length; weeks++) {
            sum += counts[length - weeks];
            best = Math.max(best, logRatio(sum, weeks));
        }
        Evidence evidence = new Evidence(observed, mean, Double.NaN, best, Double.NaN);
        if (best >= limit) {
            length = 0;
            return new Verdict.Signal(evidence);
        }
        return new Verdict.Quiet(evidence);
    }

    private double logRatio(double sum, int weeks) {
        double theta = logRise.orElse(sum > 0 ? Math.max(0, Math.log(sum / (weeks * mean))) : 0);
        double rise = Math.expm1(theta);
        if (overdispersion == 0) {
            return sum * theta - weeks * mean * rise;
        }
        double grown = overdispersion * mean * rise / (1 + overdispersion * mean);
        return sum * theta - (sum + weeks / overdispersion) * Math.log1p(grown);
    }
}
