package org.vigie.analytics.shrinkage;

import java.io.Serializable;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * Rates of places shrunken towards the portfolio's: the less a place has been exposed, the more it borrows.
 *
 * <pre>
 *   rate_i ~ Gamma(a, b),  n_i | rate_i ~ Poisson(rate_i e_i)      e_i exposure, such as dwelling-weeks
 *   rate_i | n_i ~ Gamma(a + n_i, b + e_i)
 * </pre>
 *
 * <p>a and b by the method of moments over places (Marshall 1991, Applied Statistics 40(2), 283-294, global estimator).
 *
 * @param shape a of the prior
 * @param rate b of the prior, in the unit of the exposure
 */
public record GammaPoissonPrior(double shape, double rate) implements Serializable {

    /**
     * A rate with an interval.
     *
     * @param mean posterior mean, facts per unit of exposure
     * @param low lower quantile
     * @param high upper quantile
     */
    public record Rate(double mean, double low, double high) {}

    /** Sums over places from which the prior is estimated. */
    public static final class Sums implements Serializable {

        private static final long serialVersionUID = 1L;
        private long places;
        private long facts;
        private long exposure;
        private double squares;

        /** Adds one place: facts and exposure in whole units. */
        public void add(long placeFacts, long placeExposure) {
            addAlike(1, placeFacts, placeExposure);
        }

        /** Adds places that have the same facts and exposure. */
        public void addAlike(long count, long placeFacts, long placeExposure) {
            if (placeExposure > 0) {
                places += count;
                facts += count * placeFacts;
                exposure += count * placeExposure;
                squares += (double) count * placeFacts * placeFacts / placeExposure;
            }
        }
    }

    /** The prior that fits the sums; where there is hardly any fact, one that stays near the portfolio's mean. */
    public static GammaPoissonPrior fit(Sums sums) {
        if (sums.places == 0 || sums.facts == 0) {
            return new GammaPoissonPrior(0.5, Math.max(1, sums.exposure));
        }
        double mean = (double) sums.facts / sums.exposure;
        double meanExposure = (double) sums.exposure / sums.places;
        // weighted variance of rates, less what Poisson noise brings
        double spread = (sums.squares - mean * mean * sums.exposure) / sums.exposure;
        double between = Math.max(spread - mean / meanExposure, mean * mean / 100);
        return new GammaPoissonPrior(mean * mean / between, mean / between);
    }

    /** The posterior rate of a place, with the interval that leaves {@code tail} on each side. */
    public Rate posterior(double facts, double exposure, double tail) {
        double a = shape + facts;
        double b = rate + exposure;
        GammaDistribution posterior = new GammaDistribution(null, a, 1 / b);
        return new Rate(
                a / b, posterior.inverseCumulativeProbability(tail), posterior.inverseCumulativeProbability(1 - tail));
    }
}
