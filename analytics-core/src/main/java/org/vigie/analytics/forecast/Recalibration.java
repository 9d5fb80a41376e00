package org.vigie.analytics.forecast;

import java.io.Serializable;

/**
 * How forecasts must be moved to agree with what came of earlier ones.
 *
 * <pre>
 *   log odds(p') = a + b log odds(p)        a ~ N(0, 1 / 100),  b ~ N(1, 1 / 100)
 * </pre>
 *
 * <p>Logistic recalibration (Cox 1958, Biometrika 45, 562-565), with a prior that keeps both near no change: it weighs as
 * much as a hundred forecasts' information. Forecasts of overlapping periods tell the same thing several times and are
 * weighed down.
 *
 * @param intercept a; above 0 where earlier forecasts were too low
 * @param slope b; below 1 where they were too far apart
 */
public record Recalibration(double intercept, double slope) implements Serializable {

    /** Forecasts as they are. */
    public static final Recalibration NONE = new Recalibration(0, 1);

    private static final double PRECISION = 100;
    private static final int STEPS = 25;

    /**
     * From what came of earlier forecasts.
     *
     * @param record earlier forecasts
     * @param overlap forecasts that tell of one period: each counts as so much less
     */
    public static Recalibration fit(ForecastRecord record, double overlap) {
        Recalibration fitted = NONE;
        for (int step = 0; step < STEPS; step++) {
            fitted = fitted.step(record, overlap);
        }
        return fitted;
    }

    private Recalibration step(ForecastRecord record, double overlap) {
        double scoreA = -PRECISION * intercept;
        double scoreB = -PRECISION * (slope - 1);
        double aa = PRECISION;
        double ab = 0;
        double bb = PRECISION;
        for (int bin = 0; bin < record.bins(); bin++) {
            long forecasts = record.forecasts(bin);
            if (forecasts > 0) {
                double odds = record.logOdds(bin);
                double said = probability(intercept + slope * odds);
                double residual = (record.happened(bin) - forecasts * said) / overlap;
                double weight = forecasts * said * (1 - said) / overlap;
                scoreA += residual;
                scoreB += residual * odds;
                aa += weight;
                ab += weight * odds;
                bb += weight * odds * odds;
            }
        }
        double determinant = aa * bb - ab * ab;
        return new Recalibration(
                intercept + (bb * scoreA - ab * scoreB) / determinant,
                slope + (aa * scoreB - ab * scoreA) / determinant);
    }

    /** A probability as it should have been said. */
    public double apply(double probability) {
        return probability(intercept + slope * logOdds(probability));
    }

    static double logOdds(double probability) {
        double inside = Math.max(1e-6, Math.min(1 - 1e-6, probability));
        return Math.log(inside / (1 - inside));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
