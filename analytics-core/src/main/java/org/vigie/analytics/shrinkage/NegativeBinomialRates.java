package org.vigie.analytics.shrinkage;

import java.util.Arrays;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.vigie.analytics.numeric.CountRows;
import org.vigie.analytics.numeric.NegativeBinomialRegression;

/**
 * Empirical-Bayes relative risks of places, by likelihood: the counts say how much risks vary, and each place borrows from
 * the others accordingly.
 *
 * <pre>
 *   n_i ~ Poisson(r_i x_i),  r_i ~ Gamma(a, a / m)            so n_i negative binomial with mean m x_i and size a
 *   r_i | n_i ~ Gamma(a + n_i, (a + m x_i) / m)               m, a of the highest likelihood
 * </pre>
 *
 * <p>Source: Clayton, Kaldor 1987, Biometrics 43, 671-681, section 3. Reference: eBayes of the R package SpatialEpi.
 */
public final class NegativeBinomialRates {

    private final double mean;
    private final double size;
    private final double[] facts;
    private final double[] expected;

    private NegativeBinomialRates(double mean, double size, double[] facts, double[] expected) {
        this.mean = mean;
        this.size = size;
        this.facts = facts;
        this.expected = expected;
    }

    /**
     * Estimates the risks.
     *
     * @param facts n, whole numbers, shape [places]
     * @param expected x, shape [places], above 0
     * @throws IllegalArgumentException where the counts vary no more than chance has them vary, so that no size fits
     */
    public static NegativeBinomialRates of(double[] facts, double[] expected) {
        requireSpread(facts, expected);
        CountRows rows = new CountRows();
        rows.reset(facts.length, 1);
        for (int i = 0; i < facts.length; i++) {
            rows.term(i, 0, 1);
            rows.count(i, facts[i], Math.log(expected[i]));
        }
        NegativeBinomialRegression regression = new NegativeBinomialRegression();
        if (!regression.fit(rows)) {
            throw new IllegalArgumentException("the likelihood of the counts has no maximum that can be found");
        }
        return new NegativeBinomialRates(
                Math.exp(regression.coefficient(0)), regression.size(), facts.clone(), expected.clone());
    }

    /** The slope of the likelihood in 1 / a at 0, which is sum((n - m x)^2 - n) / 2, must rise. */
    private static void requireSpread(double[] facts, double[] expected) {
        double common = Arrays.stream(facts).sum() / Arrays.stream(expected).sum();
        double slope = 0;
        for (int i = 0; i < facts.length; i++) {
            double distance = facts[i] - common * expected[i];
            slope += distance * distance - facts[i];
        }
        if (!(slope > 0)) {
            throw new IllegalArgumentException("counts of places must vary more than by chance");
        }
    }

    /** m, the risk of all places. */
    public double mean() {
        return mean;
    }

    /** a: the smaller, the more risks vary. */
    public double size() {
        return size;
    }

    /** Posterior mean of each place's risk, shape [places]. */
    public double[] means() {
        double[] means = new double[facts.length];
        Arrays.setAll(means, i -> (size + facts[i]) * scale(i));
        return means;
    }

    /** Posterior median of each place's risk, shape [places]. */
    public double[] medians() {
        double[] medians = new double[facts.length];
        Arrays.setAll(
                medians,
                i -> new GammaDistribution(null, size + facts[i], 1, 1e-13).inverseCumulativeProbability(.5)
                        * scale(i));
        return medians;
    }

    private double scale(int place) {
        return mean / (size + mean * expected[place]);
    }
}
