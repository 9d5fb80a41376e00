package org.vigie.analytics.prospective;

import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.FarringtonBaseline;
import org.vigie.analytics.numeric.CountDistribution;
import org.vigie.analytics.numeric.Normal;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings.ThresholdMethod;

/**
 * The Farrington-flexible detector of Noufaily et al. (2013), "An improved algorithm for outbreak detection in multiple
 * surveillance systems", Statistics in Medicine 32(7), 1206-1222; thresholds also as in Farrington et al. (1996) and
 * Salmon, Schumacher and Höhle (2016), Journal of Statistical Software 70(10), section 3.
 *
 * <p>One object serves many periods and series, one after the other; it is not for several threads. Golden files:
 * {@code golden/farrington-flexible.csv.gz}, {@code golden/farrington-flexible-dates.csv.gz}.
 */
public final class FarringtonFlexible {

    private final FarringtonFlexibleSettings settings;
    private final FarringtonBaseline baseline;
    private final double normalQuantile;

    /** A detector with these settings. */
    public FarringtonFlexible(FarringtonFlexibleSettings settings) {
        this.settings = settings;
        this.baseline = new FarringtonBaseline(settings.baseline());
        this.normalQuantile = Normal.quantile(1 - settings.alpha());
    }

    /** Judges the period at a position, counted from 0; reads nothing later than that period. */
    public FarringtonResult judge(CountSeries series, int position) {
        double observed = series.count(position);
        return switch (baseline.estimate(series, position)) {
            case HISTORY_TOO_SHORT -> FarringtonResult.notAssessed(observed, Reason.HISTORY_TOO_SHORT);
            case NO_FIT -> FarringtonResult.notAssessed(observed, Reason.NO_FIT);
            case FITTED -> compare(series, position);
        };
    }

    private FarringtonResult compare(CountSeries series, int position) {
        double observed = series.count(position);
        double logExpected = baseline.logExpected(series.population(position));
        FarringtonResult.Fit fit = new FarringtonResult.Fit(
                Math.exp(logExpected), baseline.phi(), baseline.trendKept(), baseline.trendPerPeriod());
        FarringtonResult result = settings.thresholdMethod() == ThresholdMethod.DELTA
                ? byTransformation(observed, fit)
                : byDistribution(observed, fit, logExpected);
        return enoughRecent(series, position) ? result : result.withoutThreshold();
    }

    /** Farrington et al. (1996), section 3.5: y^power normal around mu^power, its variance by the delta method. */
    private FarringtonResult byTransformation(double observed, FarringtonResult.Fit fit) {
        double power = settings.power().exponent();
        double mean = fit.expected();
        double meanError = mean * baseline.standardError();
        double tau = fit.phi() + meanError * meanError / mean;
        double deviation = power * Math.sqrt(Math.pow(mean, 2 * power - 1) * tau);
        double centre = Math.pow(mean, power);
        double upper = Math.pow(centre + normalQuantile * deviation, 1 / power);
        double pValue = Normal.upperTail((Math.pow(observed, power) - centre) / deviation);
        double plugIn = Math.exp(mean + normalQuantile * meanError);
        return FarringtonResult.of(observed, upper, pValue, fit, plugIn);
    }

    private FarringtonResult byDistribution(double observed, FarringtonResult.Fit fit, double logExpected) {
        double mean = settings.thresholdMethod() == ThresholdMethod.MUAN
                ? Math.exp(logExpected + normalQuantile * baseline.standardError())
                : fit.expected();
        if (!(mean > 0) || Double.isInfinite(mean)) {
            return FarringtonResult.of(observed, Double.NaN, Double.NaN, fit, mean);
        }
        CountDistribution counts = new CountDistribution(mean, fit.phi());
        double upper = counts.quantile(1 - settings.alpha());
        return FarringtonResult.of(observed, upper, counts.upperTail(observed), fit, mean);
    }

    private boolean enoughRecent(CountSeries series, int position) {
        double recent = 0;
        for (int i = Math.max(0, position - settings.recentPeriods() + 1); i <= position; i++) {
            recent += series.count(i);
        }
        return recent >= settings.fewestRecent();
    }
}
