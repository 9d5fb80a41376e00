package org.vigie.analytics.evaluation;

/**
 * Mean squared distance of forecast probabilities from what happened.
 *
 * <pre>
 *   B = 1/n sum (p_i - y_i)^2        0 is perfect; a constant forecast of the base rate r has r (1 - r)
 * </pre>
 *
 * <p>Source: Brier (1950), Monthly Weather Review 78(1), 1-3, for an event that happens or not.
 */
public final class BrierScore {

    private BrierScore() {}

    /**
     * The score of a forecast.
     *
     * @param probability forecast, 0 to 1, shape [cases]
     * @param happened what came, shape [cases]
     * @return the score; NaN without any case
     */
    public static double of(double[] probability, boolean[] happened) {
        double sum = 0;
        for (int i = 0; i < probability.length; i++) {
            sum += squaredError(probability[i], happened[i]);
        }
        return sum / probability.length;
    }

    /** What one case adds: the squared distance of its probability from what happened. */
    public static double squaredError(double probability, boolean happened) {
        double distance = probability - (happened ? 1 : 0);
        return distance * distance;
    }
}
