package org.vigie.analytics.baseline;

import org.vigie.analytics.baseline.FarringtonBaselineSettings.DispersionForErrors;
import org.vigie.analytics.numeric.SeasonTrendRegression;
import org.vigie.analytics.numeric.SeasonTrendRows;
import org.vigie.analytics.numeric.StudentTest;

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
        /** The regression did not converge, as for counts all zero, or a year has too few periods for the season. */
        NO_FIT
    }

    private static final double ROUNDING = 1e-20;
    /** Counts that are all equal predict themselves, give or take rounding. */
    private static final double EQUAL = 1e-12;

    private static final int FEWEST_YEARS_FOR_TREND = 3;

    private final FarringtonBaselineSettings settings;
    private final BaselinePeriods periods;
    private final SeasonTrendRows rows = new SeasonTrendRows();
    private final SeasonTrendRegression regression = new SeasonTrendRegression();
    private final StudentTest trendTest;
    private double phi;
    private boolean trendKept;

    /** A baseline with these settings. */
    public FarringtonBaseline(FarringtonBaselineSettings settings) {
        this.settings = settings;
        this.periods = new BaselinePeriods(settings);
        this.trendTest = new StudentTest(settings.trendPThreshold());
    }

    /** Estimates the baseline for one period of a series; reads nothing later than that period. */
    public Outcome estimate(CountSeries series, int judged) {
        Outcome collected = periods.collect(series, judged, rows);
        if (collected != Outcome.FITTED) {
            return collected;
        }
        boolean converged = fitTwice(settings.trend());
        if (settings.trend() && !(converged && trendHolds(series, judged))) {
            converged = fitTwice(false);
        }
        return converged ? Outcome.FITTED : Outcome.NO_FIT;
    }

    /** Logarithm of the expected count. */
    public double logExpected(double population) {
        return regression.predictor(judgedLevel()) + (settings.populationOffset() ? Math.log(population) : 0);
    }

    /** Standard error of the logarithm of the expected count. */
    public double standardError() {
        return Math.sqrt(regression.unscaledVariance(judgedLevel()) * errorDispersion());
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
        return trendKept ? regression.slope() : Double.NaN;
    }

    private int judgedLevel() {
        return settings.seasonLevels() - 1;
    }

    private boolean fitTwice(boolean trend) {
        trendKept = trend;
        rows.weighEqually();
        if (!regression.fit(rows, trend) || regression.residualDegrees() < 1) {
            return false;
        }
        phi = Math.max(regression.dispersion(), 1);
        if (settings.reweight()) {
            weighByResiduals();
            regression.fit(rows, trend);
            phi = Math.max(regression.dispersion(), 1);
        }
        return true;
    }

    /** Equation (2) of Farrington et al. (1996), with the threshold of Noufaily et al. (2013) in place of 1. */
    private void weighByResiduals() {
        double sum = 0;
        int row = 0;
        for (int level = 0; level < rows.levels(); level++) {
            for (; row < rows.levelEnd(level); row++) {
                double weight = relativeWeight(level, row);
                rows.weight(row, weight);
                sum += weight;
            }
        }
        rows.scaleWeights(rows.rows() / sum);
    }

    /** 1, or 1 / s^2 for an Anscombe residual s above the threshold. */
    private double relativeWeight(int level, int row) {
        double mean = regression.mean(row);
        double excess = rows.count(row) - mean;
        if (excess <= 0) {
            return 1;
        }
        double variance = phi * (1 - regression.leverage(level, row));
        double threshold = settings.weightsThreshold();
        // Pearson's residual is never below Anscombe's when positive, and costs no powers
        if (excess * excess <= threshold * threshold * mean * variance) {
            return 1;
        }
        double raw = 1.5 * (Math.pow(rows.count(row), 2.0 / 3) * Math.pow(mean, -1.0 / 6) - Math.sqrt(mean));
        double residual = raw / Math.sqrt(variance);
        return residual > threshold ? 1 / (residual * residual) : 1;
    }

    private boolean trendHolds(CountSeries series, int judged) {
        return settings.years() >= FEWEST_YEARS_FOR_TREND
                && Math.exp(logExpected(series.population(judged))) <= rows.highestCount() * (1 + EQUAL)
                && trendIsSignificant();
    }

    /** Where the fit is perfect, such as for counts that are all equal, only a threshold of 1 keeps the trend. */
    private boolean trendIsSignificant() {
        double dispersion = trendDispersion();
        if (dispersion < ROUNDING) {
            return settings.trendPThreshold() == 1;
        }
        double error = Math.sqrt(regression.unscaledSlopeVariance() * dispersion);
        return trendTest.rejects(regression.slope() / error, regression.residualDegrees());
    }

    private double errorDispersion() {
        return switch (settings.dispersion()) {
            case PEARSON, AS_IN_R_PACKAGE -> trendDispersion();
            case PEARSON_AT_LEAST_POISSON -> phi;
        };
    }

    private double trendDispersion() {
        boolean asPackage = settings.dispersion() == DispersionForErrors.AS_IN_R_PACKAGE && settings.reweight();
        return asPackage ? regression.priorWeightDispersion() : regression.dispersion();
    }
}
