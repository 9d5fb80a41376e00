package org.vigie.analytics.shrinkage;

import org.apache.commons.math3.special.Gamma;

/**
 * How low or high the count of a place is if all places had one rate.
 *
 * <pre>
 *   expected_i = x_i sum n / sum x,   chance_i = P(N <= n_i),  N ~ Poisson(expected_i)
 * </pre>
 *
 * <p>Source: Choynowski 1959, JASA 54, 385-388. Reference: probmap of the R package spdep.
 */
public final class ProbabilityMap {

    private static final double PRECISION = 1e-15;
    private static final int MOST_TERMS = 1_000_000;

    private final double[] expected;
    private final double[] chances;

    private ProbabilityMap(double[] expected, double[] chances) {
        this.expected = expected;
        this.chances = chances;
    }

    /**
     * Measures all places.
     *
     * @param facts n, shape [places]
     * @param exposure x, shape [places], above 0
     */
    public static ProbabilityMap of(double[] facts, double[] exposure) {
        double rate = EmpiricalBayesRates.poisson(facts, exposure).means()[0];
        double[] expected = new double[facts.length];
        double[] chances = new double[facts.length];
        for (int i = 0; i < facts.length; i++) {
            expected[i] = exposure[i] * rate;
            chances[i] = Gamma.regularizedGammaQ(Math.floor(facts[i]) + 1, expected[i], PRECISION, MOST_TERMS);
        }
        return new ProbabilityMap(expected, chances);
    }

    /** Facts expected of each place, shape [places]. */
    public double[] expected() {
        return expected.clone();
    }

    /** Chance of at most the observed facts, shape [places]. */
    public double[] chances() {
        return chances.clone();
    }
}
