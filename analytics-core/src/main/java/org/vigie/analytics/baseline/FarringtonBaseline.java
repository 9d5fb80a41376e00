package org.vigie.analytics.baseline;

import org.apache.commons.math3.distribution.TDistribution;
import org.vigie.analytics.numeric.CountRows;
import org.vigie.analytics.numeric.LogLinearRegression;

/**
 * Expected count of a period, from a log-linear fit to the past of the same series (Noufaily et al. 2013, Statistics in
 * Medicine 32(7), sections 3.2 to 3.4).
 *
 * <pre>
 *   log mu[t] = alpha + beta t + delta[level(t)] + log population[t]        var(y[t]) = phi mu[t]
 * </pre>
 * <p>A second fit takes weight from periods whose Anscombe residual shows an earlier outbreak. A trend is kept if three
 * years or more are looked at, if it is significant, and if it does not predict more than was ever counted in the
 * baseline; otherwise both fits are made again without it.
 *
 * <p>One object serves many periods and series, one after the other; it is not for several threads.
 */
public final class FarringtonBaseline {

    /** What came of an estimate. */
    public enum Outcome {
        /** The baseline can be read. */
        FITTED,
        /** The series starts after the first period that the settings ask for. */
        HISTORY_TOO_SHORT,
        /** The regression did not converge, such as for counts that are all zero. */
        NO_FIT
    }

    private static final double ROUNDING = 1e-20;
    private static final int FEWEST_YEARS_FOR_TREND = 3;

    private final FarringtonBaselineSettings settings;
    private final BaselinePeriods periods = new BaselinePeriods();
    private final CountRows rows = new CountRows();
    private final LogLinearRegression regression = new LogLinearRegression();
    private double[] residuals = new double[0];
    private double[] judgedTerms = new double[0];
    private double phi;
    private boolean trendKept;

    /** A baseline with these settings. */
    public FarringtonBaseline(FarringtonBaselineSettings settings) {
        this.settings = settings;
    }

    /** Estimates the baseline for one period of a series; reads nothing later than that period. */
    public Outcome estimate(CountSeries series, int judged) {
        if (!periods.find(series.timeline(), judged, settings)) {
            return Outcome.HISTORY_TOO_SHORT;
        }
        fill(series, judged, settings.trend());
        boolean converged = fitTwice();
        if (settings.trend() && !(converged && trendHolds(series, judged))) {
            fill(series, judged, false);
            converged = fitTwice();
        }
        return converged ? Outcome.FITTED : Outcome.NO_FIT;
    }

    /** Logarithm of the expected count. */
    public double logExpected(double population) {
        double sum = settings.populationOffset() ? Math.log(population) : 0;
        for (int j = 0; j < judgedTerms.length; j++) {
            sum += judgedTerms[j] * regression.coefficient(j);
        }
        return sum;
    }

    /** Standard error of the logarithm of the expected count. */
    public double standardError() {
        return Math.sqrt(regression.unscaledVariance(judgedTerms) * errorDispersion());
    }

    /** Pearson's dispersion of the final fit, at least 1. */
    public double phi() {
        return phi;
    }

    /** Whether the final fit has a trend. */
    public boolean trendKept() {
        return trendKept;
    }

    /** Change of the logarithm of the expected count per period; NaN without trend. */
    public double trendPerPeriod() {
        return trendKept ? regression.coefficient(1) : Double.NaN;
    }

    private void fill(CountSeries series, int judged, boolean trend) {
        trendKept = trend;
        int firstSeason = trend ? 2 : 1;
        int columns = firstSeason + settings.seasonLevels() - 1;
        rows.reset(periods.size(), columns);
        for (int row = 0; row < periods.size(); row++) {
            int position = periods.position(row);
            double offset = settings.populationOffset() ? Math.log(series.population(position)) : 0;
            rows.count(row, series.count(position), offset);
            rows.term(row, 0, 1);
            if (trend) {
                rows.term(row, 1, position - judged);
            }
            if (periods.level(row) > 1) {
                rows.term(row, firstSeason + periods.level(row) - 2, 1);
            }
        }
        judgedTerms = new double[columns];
        judgedTerms[0] = 1;
        if (settings.seasonLevels() > 1) {
            judgedTerms[columns - 1] = 1;
        }
    }

    private boolean fitTwice() {
        if (!regression.fit(rows)) {
            return false;
        }
        phi = Math.max(regression.dispersion(), 1);
        if (settings.reweight()) {
            weightByResiduals();
            regression.fit(rows);
            phi = Math.max(regression.dispersion(), 1);
        }
        return true;
    }

    /** Equation (2) of Farrington et al. (1996), with the threshold of Noufaily et al. (2013) in place of 1. */
    private void weightByResiduals() {
        int n = rows.rows();
        if (residuals.length < n) {
            residuals = new double[n];
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            residuals[i] = anscombeResidual(i);
            sum += relativeWeight(residuals[i]);
        }
        double scale = n / sum;
        for (int i = 0; i < n; i++) {
            rows.weight(i, scale * relativeWeight(residuals[i]));
        }
    }

    private double relativeWeight(double residual) {
        return residual > settings.weightsThreshold() ? 1 / (residual * residual) : 1;
    }

    private double anscombeResidual(int row) {
        double mean = regression.mean(row);
        double raw = 1.5 * (Math.pow(rows.countOf(row), 2.0 / 3) * Math.pow(mean, -1.0 / 6) - Math.sqrt(mean));
        return raw / Math.sqrt(phi * (1 - regression.leverage(row)));
    }

    private boolean trendHolds(CountSeries series, int judged) {
        if (settings.years() < FEWEST_YEARS_FOR_TREND) {
            return false;
        }
        double highest = 0;
        for (int row = 0; row < rows.rows(); row++) {
            highest = Math.max(highest, rows.countOf(row));
        }
        return Math.exp(logExpected(series.population(judged))) <= highest && trendIsSignificant();
    }

    /** Where the fit is perfect, such as for counts that are all equal, only a threshold of 1 keeps the trend. */
    private boolean trendIsSignificant() {
        boolean perfect = errorDispersion() < ROUNDING;
        return perfect ? settings.trendPThreshold() == 1 : trendPValue() < settings.trendPThreshold();
    }

    private double trendPValue() {
        double[] terms = new double[judgedTerms.length];
        terms[1] = 1;
        double error = Math.sqrt(regression.unscaledVariance(terms) * errorDispersion());
        double t = Math.abs(regression.coefficient(1) / error);
        return 2 * new TDistribution(null, regression.residualDegrees()).cumulativeProbability(-t);
    }

    private double errorDispersion() {
        boolean asPackage = settings.reweight()
                && settings.dispersion() == FarringtonBaselineSettings.DispersionForErrors.AS_IN_R_PACKAGE;
        return asPackage ? regression.priorWeightDispersion() : regression.dispersion();
    }
}
