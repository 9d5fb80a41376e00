package org.vigie.analytics.prospective;

import org.vigie.analytics.baseline.FarringtonBaselineSettings;
import org.vigie.analytics.baseline.FarringtonBaselineSettings.DispersionForErrors;

/**
 * How Farrington-flexible judges a period.
 *
 * @param baseline which past it is compared with
 * @param thresholdMethod how the threshold is found
 * @param alpha chance of a count above the threshold if nothing changed, one-sided
 * @param fewestRecent no signal unless the newest {@code recentPeriods} hold so many counts together [limit54]
 * @param recentPeriods periods summed for that rule, the one judged included [limit54]
 * @param power transformation under which {@link ThresholdMethod#DELTA} takes counts as normal [powertrans]
 */
public record FarringtonFlexibleSettings(
        FarringtonBaselineSettings baseline,
        ThresholdMethod thresholdMethod,
        double alpha,
        int fewestRecent,
        int recentPeriods,
        Power power) {

    /** How the threshold is found from the baseline. */
    public enum ThresholdMethod {
        /** Transformed counts are normal: Farrington et al. (1996). */
        DELTA,
        /** Quantile of the negative binomial at the estimated mean: Noufaily et al. (2013). */
        NB_PLUGIN,
        /** The same at the upper confidence bound of the mean: Salmon et al. (2016). */
        MUAN
    }

    /** Transformation to a near-normal scale. */
    public enum Power {
        /** y^(2/3), against skewness. */
        TWO_THIRDS(2.0 / 3),
        /** y^(1/2), to steady the variance. */
        SQUARE_ROOT(0.5),
        /** Counts as they are. */
        NONE(1);

        private final double exponent;

        Power(double exponent) {
            this.exponent = exponent;
        }

        /** Exponent of the transformation. */
        public double exponent() {
            return exponent;
        }
    }

    /** Noufaily et al. (2013), alpha 0.01 and at least five counts in four weeks. */
    public static final FarringtonFlexibleSettings NOUFAILY = new FarringtonFlexibleSettings(
            FarringtonBaselineSettings.NOUFAILY, ThresholdMethod.NB_PLUGIN, 0.01, 5, 4, Power.TWO_THIRDS);

    /**
     * The method before it became flexible: reference windows alone, a trend if significant at 5 %, residuals weighed
     * from 1 on (Farrington et al. 1996, Journal of the Royal Statistical Society A 159, 547-563).
     *
     * @param alpha two-sided, as that paper has it
     */
    public static FarringtonFlexibleSettings farrington1996(
            int years, int halfWindow, boolean reweight, boolean trend, double alpha) {
        FarringtonBaselineSettings baseline = new FarringtonBaselineSettings(
                years,
                halfWindow,
                1,
                halfWindow,
                reweight,
                1,
                trend,
                0.05,
                false,
                DispersionForErrors.PEARSON_AT_LEAST_POISSON);
        return new FarringtonFlexibleSettings(baseline, ThresholdMethod.DELTA, alpha / 2, 5, 4, Power.TWO_THIRDS);
    }

    /** The same with another rule for few recent counts. */
    public FarringtonFlexibleSettings withRecent(int fewest, int periods) {
        return new FarringtonFlexibleSettings(baseline, thresholdMethod, alpha, fewest, periods, power);
    }

    /** The same with another transformation. */
    public FarringtonFlexibleSettings withPower(Power other) {
        return new FarringtonFlexibleSettings(baseline, thresholdMethod, alpha, fewestRecent, recentPeriods, other);
    }

    /** Checks the ranges. */
    public FarringtonFlexibleSettings {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 0.5, not " + alpha);
        }
        if (fewestRecent < 0) {
            throw new IllegalArgumentException("fewestRecent (limit54 cases) must be >= 0, not " + fewestRecent);
        }
        if (recentPeriods < 1) {
            throw new IllegalArgumentException("recentPeriods (limit54 period) must be >= 1, not " + recentPeriods);
        }
    }
}
