package org.vigie.analytics.forecast;

import java.io.Serializable;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * Probability of at least one fact in the weeks to come, from a site's own past shrunken towards the portfolio's.
 *
 * <pre>
 *   rate_i ~ Gamma(a, b),  n_i | rate_i ~ Poisson(rate_i e_i)      e_i exposure, in dwelling-weeks
 *   rate_i | n_i ~ Gamma(a + n_i, b + e_i)
 *   P(at least one in exposure h) = 1 - ((b + e_i) / (b + e_i + h))^(a + n_i)
 * </pre>
 *
 * <p>a and b by the method of moments over sites (Marshall 1991, Applied Statistics 40(2), 283-294, global estimator).
 *
 * @param shape a of the prior
 * @param rate b of the prior, in exposure
 */
public record GammaPoissonForecast(double shape, double rate) implements Serializable {

    private static final double INTERVAL_TAIL = 0.05;

    /**
     * A probability with the 90 % interval that the uncertainty of the rate leaves.
     *
     * @param value probability of at least one fact
     * @param low lower end
     * @param high upper end
     */
    public record Chance(double value, double low, double high) {}

    /** Sums over sites from which the prior is estimated; whole numbers, so that any order gives the same. */
    public static final class Sums implements Serializable {

        private static final long serialVersionUID = 1L;
        private long sites;
        private long facts;
        private long exposure;
        private double squares;

        /** Adds one site: facts and exposure in whole dwelling-weeks. */
        public void add(long siteFacts, long siteExposure) {
            if (siteExposure > 0) {
                sites++;
                facts += siteFacts;
                exposure += siteExposure;
                squares += (double) siteFacts * siteFacts / siteExposure;
            }
        }

        /** The sums as numbers: sites, facts, exposure, squares. */
        public double[] toArray() {
            return new double[] {sites, facts, exposure, squares};
        }

        /** Adds the sums of other sites. */
        public void addAll(double[] other) {
            sites += (long) other[0];
            facts += (long) other[1];
            exposure += (long) other[2];
            squares += other[3];
        }
    }

    /** The prior that fits the sums; where there is hardly any fact, one that stays near the portfolio's mean. */
    public static GammaPoissonForecast fit(Sums sums) {
        if (sums.sites == 0 || sums.facts == 0) {
            return new GammaPoissonForecast(0.5, Math.max(1, sums.exposure));
        }
        double mean = (double) sums.facts / sums.exposure;
        double meanExposure = (double) sums.exposure / sums.sites;
        // weighted variance of site rates, less what Poisson noise brings
        double spread = (sums.squares - mean * mean * sums.exposure) / sums.exposure;
        double between = Math.max(spread - mean / meanExposure, mean * mean / 100);
        return new GammaPoissonForecast(mean * mean / between, mean / between);
    }

    /** The chance of at least one fact at a site over a coming exposure. */
    public Chance atLeastOne(double facts, double exposure, double coming) {
        double a = shape + facts;
        double b = rate + exposure;
        GammaDistribution posterior = new GammaDistribution(null, a, 1 / b);
        return new Chance(
                1 - Math.pow(b / (b + coming), a),
                1 - Math.exp(-posterior.inverseCumulativeProbability(INTERVAL_TAIL) * coming),
                1 - Math.exp(-posterior.inverseCumulativeProbability(1 - INTERVAL_TAIL) * coming));
    }
}
