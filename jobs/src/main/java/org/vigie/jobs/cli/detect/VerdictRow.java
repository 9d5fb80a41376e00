package org.vigie.jobs.cli.detect;

import org.vigie.analytics.prospective.Evidence;
import org.vigie.analytics.prospective.Verdict;

/**
 * What a method says of one period of a series. NaN stands for a figure that the method does not give.
 *
 * @param settingsId which settings
 * @param series the series
 * @param position of the period in the series
 * @param figures what led to the verdict
 * @param verdict signal, quiet or not assessed
 */
public record VerdictRow(String settingsId, Series series, int position, Figures figures, Verdict verdict) {

    /**
     * The figures of a row.
     *
     * @param expected count expected
     * @param upperBound highest ordinary count
     * @param score larger for more suspicious, comparable across series
     * @param pValue chance of evidence at least as strong if nothing changed
     * @param phi dispersion of the baseline
     * @param trend 1 if the baseline has a trend, 0 if not
     */
    public record Figures(double expected, double upperBound, double score, double pValue, double phi, double trend) {

        /** For a period that could not be judged. */
        public static final Figures NONE =
                new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /** The evidence of a verdict, for methods that give no more. */
        public static Figures of(Verdict verdict) {
            return verdict.fold(Figures::of, Figures::of, reason -> NONE);
        }

        private static Figures of(Evidence evidence) {
            return new Figures(
                    evidence.expected(),
                    evidence.threshold(),
                    evidence.score(),
                    evidence.pValue(),
                    Double.NaN,
                    Double.NaN);
        }
    }
}
