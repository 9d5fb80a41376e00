package org.vigie.analytics.trend;

/**
 * Emerging-hot-spot classes of a place, from its Gi* deviate and p-value in each step.
 *
 * <p>A step is hot where z > 0 and p is at most alpha, cold where z < 0 and p is at most alpha. The trend is that of
 * Mann-Kendall on z. In this order, hot before cold:
 * <ol>
 *   <li>hot in at least 90 % of the steps: historical if not hot now; else intensifying, diminishing or persistent by the
 *       trend;
 *   <li>hot now: oscillating if ever cold; new if hot now only; consecutive if all hot steps are the last ones; else
 *       sporadic;
 *   <li>none.
 * </ol>
 *
 * <p>Source: our reading of ESRI, "How Emerging Hot Spot Analysis works" (ArcGIS Pro 3). The R package sfdep differs for
 * places not hot now but hot in 90 % of the steps.
 */
public final class EmergingHotspots {

    private static final double NEARLY_ALWAYS = .9;

    private EmergingHotspots() {}

    /**
     * The class of one place.
     *
     * @param deviates z of Gi*, oldest first, shape [steps], at least 3
     * @param pValues two-sided, shape [steps]
     * @param alpha level of both the steps and the trend, such as .05
     */
    public static EmergingPattern classify(double[] deviates, double[] pValues, double alpha) {
        if (deviates.length != pValues.length) {
            throw new IllegalArgumentException(
                    "one p-value for each deviate: " + pValues.length + " and " + deviates.length);
        }
        Spots hot = Spots.of(deviates, pValues, alpha, 1);
        Spots cold = Spots.of(deviates, pValues, alpha, -1);
        if (hot.nearlyAlways()) {
            return lasting(hot, direction(deviates, alpha));
        }
        if (cold.nearlyAlways()) {
            return mirrored(lasting(cold, -direction(deviates, alpha)));
        }
        if (hot.now()) {
            return recent(hot, cold);
        }
        return cold.now() ? mirrored(recent(cold, hot)) : EmergingPattern.NONE;
    }

    private static int direction(double[] deviates, double alpha) {
        MannKendall trend = MannKendall.of(deviates);
        return trend.pValue() <= alpha ? Long.signum(trend.score()) : 0;
    }

    private static EmergingPattern lasting(Spots spots, int direction) {
        if (!spots.now()) {
            return EmergingPattern.HISTORICAL_HOT;
        }
        if (direction == 0) {
            return EmergingPattern.PERSISTENT_HOT;
        }
        return direction > 0 ? EmergingPattern.INTENSIFYING_HOT : EmergingPattern.DIMINISHING_HOT;
    }

    private static EmergingPattern recent(Spots spots, Spots opposite) {
        if (opposite.count() > 0) {
            return EmergingPattern.OSCILLATING_HOT;
        }
        if (spots.count() == 1) {
            return EmergingPattern.NEW_HOT;
        }
        return spots.run() == spots.count() ? EmergingPattern.CONSECUTIVE_HOT : EmergingPattern.SPORADIC_HOT;
    }

    private static EmergingPattern mirrored(EmergingPattern hot) {
        return EmergingPattern.valueOf(hot.name().replace("HOT", "COLD"));
    }

    /** How often a place was hot (or cold): in all, and in one run up to now. */
    private record Spots(int steps, int count, int run) {

        static Spots of(double[] deviates, double[] pValues, double alpha, int sign) {
            int count = 0;
            int run = 0;
            for (int t = 0; t < deviates.length; t++) {
                boolean spot = deviates[t] * sign > 0 && pValues[t] <= alpha;
                count += spot ? 1 : 0;
                run = spot ? run + 1 : 0;
            }
            return new Spots(deviates.length, count, run);
        }

        boolean nearlyAlways() {
            return count >= NEARLY_ALWAYS * steps;
        }

        boolean now() {
            return run > 0;
        }
    }
}
