package org.vigie.analytics.baseline;

/**
 * Which past periods a Farrington-flexible baseline uses and how it fits them. Names in brackets are those of R's
 * {@code surveillance::farringtonFlexible}.
 *
 * @param years years looked back [b]
 * @param halfWindow periods on either side of a reference week that make its window [w]
 * @param seasonLevels levels of the season factor, the reference windows being one of them; 1 = the windows alone, no
 *     season factor [noPeriods]
 * @param guardPeriods newest periods left out, besides the one judged [pastWeeksNotIncluded]
 * @param reweight whether past outbreaks get less weight, by their Anscombe residuals [reweight]
 * @param weightsThreshold residual from which on weight is taken away [weightsThreshold]
 * @param trend whether a trend is tried [trend]
 * @param trendPThreshold p-value under which a trend is kept [pThresholdTrend]
 * @param populationOffset whether counts are proportional to the population [populationOffset]
 * @param dispersion which dispersion the trend test and the standard error use
 */
public record FarringtonBaselineSettings(
        int years,
        int halfWindow,
        int seasonLevels,
        int guardPeriods,
        boolean reweight,
        double weightsThreshold,
        boolean trend,
        double trendPThreshold,
        boolean populationOffset,
        DispersionForErrors dispersion) {

    /** Which dispersion the trend test and the standard error use. */
    public enum DispersionForErrors {
        /** Pearson's, as textbooks define it: what is right. */
        PEARSON,
        /** The same, but in standard errors never below that of Poisson counts: Farrington et al. (1996). */
        PEARSON_AT_LEAST_POISSON,
        /**
         * What R's package computes when it reweights: it stores the weights of the residuals where the working weights
         * belong, so that small means inflate the errors and large ones make any trend significant.
         */
        AS_IN_R_PACKAGE
    }

    /** The choices of Noufaily et al. (2013), Statistics in Medicine 32(7), 1206-1222, with Pearson's dispersion. */
    public static final FarringtonBaselineSettings NOUFAILY =
            new FarringtonBaselineSettings(5, 3, 10, 26, true, 2.58, true, 1, false, DispersionForErrors.PEARSON);

    /** Checks the ranges. */
    public FarringtonBaselineSettings {
        require(years >= 1, "years (b) must be >= 1", years);
        require(halfWindow >= 0, "halfWindow (w) must be >= 0", halfWindow);
        require(seasonLevels >= 1, "seasonLevels (noPeriods) must be >= 1", seasonLevels);
        require(guardPeriods >= 0, "guardPeriods (pastWeeksNotIncluded) must be >= 0", guardPeriods);
        require(weightsThreshold > 0, "weightsThreshold must be > 0", weightsThreshold);
        require(
                trendPThreshold >= 0 && trendPThreshold <= 1,
                "trendPThreshold (pThresholdTrend) must lie in 0..1",
                trendPThreshold);
    }

    /** The same over another number of years. */
    public FarringtonBaselineSettings withYears(int other) {
        return new FarringtonBaselineSettings(
                other,
                halfWindow,
                seasonLevels,
                guardPeriods,
                reweight,
                weightsThreshold,
                trend,
                trendPThreshold,
                populationOffset,
                dispersion);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + value);
        }
    }
}
