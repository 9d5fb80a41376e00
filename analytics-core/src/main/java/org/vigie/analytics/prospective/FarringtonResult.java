package org.vigie.analytics.prospective;

/**
 * What Farrington-flexible found of one period. NaN stands for what was not found.
 *
 * @param verdict signal, quiet, or why the period could not be judged
 * @param observed count of the period
 * @param expected its prediction; NaN when recent counts are too few for a signal
 * @param upperBound highest ordinary count; NaN when recent counts are too few for a signal
 * @param pValue chance of a count at least as high if nothing changed
 * @param phi dispersion of the baseline, at least 1
 * @param trendKept whether the baseline has a trend
 * @param trendCoefficient change of the logarithm of the expected count per period; NaN without trend
 * @param plugInMean mean at which the threshold's quantile is taken (R's mu0Vector; under DELTA, where there is none,
 *     the figure that the R package gives, for comparison only)
 */
public record FarringtonResult(
        Verdict verdict,
        double observed,
        double expected,
        double upperBound,
        double pValue,
        double phi,
        boolean trendKept,
        double trendCoefficient,
        double plugInMean) {

    /** The baseline as the detector reads it. */
    record Fit(double expected, double phi, boolean trendKept, double trendCoefficient) {}

    /** Larger for more suspicious: -log10 of the p-value, 0 for a p-value of 1, at most 324; NaN without p-value. */
    public double score() {
        return scoreOf(pValue);
    }

    /** Whether the verdict is a signal. */
    public boolean alarm() {
        return verdict instanceof Verdict.Signal;
    }

    static FarringtonResult notAssessed(double observed, Reason reason) {
        double none = Double.NaN;
        return new FarringtonResult(
                new Verdict.NotAssessed(reason), observed, none, none, none, none, false, none, none);
    }

    /** A threshold that is NaN (a mean beyond all numbers) leaves the period not assessed. */
    static FarringtonResult of(double observed, double upperBound, double pValue, Fit fit, double plugInMean) {
        Evidence evidence = new Evidence(observed, fit.expected(), upperBound, scoreOf(pValue), pValue);
        return new FarringtonResult(
                verdictOn(evidence),
                observed,
                Double.isNaN(upperBound) ? Double.NaN : fit.expected(),
                upperBound,
                pValue,
                fit.phi(),
                fit.trendKept(),
                fit.trendCoefficient(),
                plugInMean);
    }

    /** The same where recent counts are too few: quiet, without expected count and threshold. */
    FarringtonResult withoutThreshold() {
        Verdict quiet = verdict instanceof Verdict.NotAssessed
                ? verdict
                : new Verdict.Quiet(new Evidence(observed, Double.NaN, Double.NaN, score(), pValue));
        return new FarringtonResult(
                quiet, observed, Double.NaN, Double.NaN, pValue, phi, trendKept, trendCoefficient, plugInMean);
    }

    private static Verdict verdictOn(Evidence evidence) {
        if (Double.isNaN(evidence.threshold())) {
            return new Verdict.NotAssessed(Reason.NO_FIT);
        }
        return evidence.observed() > evidence.threshold() ? new Verdict.Signal(evidence) : new Verdict.Quiet(evidence);
    }

    private static double scoreOf(double pValue) {
        return Math.max(0, -Math.log10(Math.max(pValue, Double.MIN_VALUE)));
    }
}
