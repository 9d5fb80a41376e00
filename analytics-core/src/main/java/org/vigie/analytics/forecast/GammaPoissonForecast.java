package org.vigie.analytics.forecast;

import org.vigie.analytics.shrinkage.GammaPoissonPrior;

/**
 * Probability of at least one fact in the weeks to come, from a site's own past shrunken towards the portfolio's.
 *
 * <pre>
 *   P(at least one in exposure h) = 1 - (b / (b + h))^a        rate ~ Gamma(a, b) a posteriori
 * </pre>
 */
public final class GammaPoissonForecast {

    private static final double INTERVAL_TAIL = 0.05;

    private GammaPoissonForecast() {}

    /**
     * A probability with the 90 % interval that the uncertainty of the rate leaves.
     *
     * @param value probability of at least one fact
     * @param low lower end
     * @param high upper end
     */
    public record Chance(double value, double low, double high) {}

    /** The chance of at least one fact over a coming exposure, after so many facts over a past one. */
    public static Chance atLeastOne(GammaPoissonPrior prior, double facts, double exposure, double coming) {
        double a = prior.shape() + facts;
        double b = prior.rate() + exposure;
        GammaPoissonPrior.Rate rate = prior.posterior(facts, exposure, INTERVAL_TAIL);
        return new Chance(
                1 - Math.pow(b / (b + coming), a),
                1 - Math.exp(-rate.low() * coming),
                1 - Math.exp(-rate.high() * coming));
    }
}
