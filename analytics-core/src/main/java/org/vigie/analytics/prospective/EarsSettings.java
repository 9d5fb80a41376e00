package org.vigie.analytics.prospective;

/**
 * How EARS judges a period.
 *
 * @param variant which of the three statistics
 * @param baselinePeriods periods that mean and deviation are taken from, at least 2
 * @param fewestDeviation smallest standard deviation, against baselines that are all equal
 * @param alpha chance of a signal if counts were normal and nothing changed, one-sided
 */
public record EarsSettings(Variant variant, int baselinePeriods, double fewestDeviation, double alpha) {

    /** Which of the three statistics. */
    public enum Variant {
        /** The periods just before. */
        C1(0),
        /** A guard of two periods, so that a slow rise does not feed its own baseline. */
        C2(2),
        /** C2 added up over three periods. */
        C3(2);

        private final int guardPeriods;

        Variant(int guardPeriods) {
            this.guardPeriods = guardPeriods;
        }

        int guardPeriods() {
            return guardPeriods;
        }
    }

    /** Checks the ranges given above. */
    public EarsSettings {
        if (baselinePeriods < 2) {
            throw new IllegalArgumentException("baseline must be >= 2, not " + baselinePeriods);
        }
        if (!(fewestDeviation >= 0)) {
            throw new IllegalArgumentException("minSigma must be >= 0, not " + fewestDeviation);
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 0.5, not " + alpha);
        }
    }

    /** The usual levels of a variant: 0.001, for C3 0.025, over seven periods (Salmon et al. 2016). */
    public static EarsSettings usual(Variant variant) {
        return new EarsSettings(variant, 7, 0, variant == Variant.C3 ? 0.025 : 0.001);
    }
}
