package org.vigie.jobs.scoring;

import java.util.Arrays;
import org.vigie.analytics.forecast.KnownCounts;
import org.vigie.analytics.forecast.RidgePrior;

/**
 * The terms of the forecast's regression. Rates are logarithms of facts per week whose weights halve with age, shrunken by
 * one fact in ten weeks, so that a site without facts has one too:
 *
 * <pre>
 *   log((facts + 1) / (weeks + 10))
 * </pre>
 *
 * <p>Without data the forecast is the site's own rate of two years; every other coefficient starts at 0.
 */
final class ForecastTerms {

    static final int INTERCEPT = 0;
    static final int OWN_TWO_YEARS = 1;
    static final int OWN_HALF_YEAR = 2;
    static final int OWN_TWO_MONTHS = 3;
    static final int ALL_YEAR = 4;
    static final int ALL_TWO_MONTHS = 5;
    static final int NEAR_TWO_YEARS = 6;
    static final int WORKS_RUNNING = 7;
    static final int WORKS_STARTING = 8;
    static final int TURNOVER = 9;
    static final int EVIDENCE = 10;
    static final int DWELLINGS = 11;
    static final int SEASON_SINE = 12;
    static final int SEASON_COSINE = 13;
    static final int COUNT = 14;

    static final double TWO_YEARS = 104;
    static final double YEAR = 52;
    static final double HALF_YEAR = 26;
    static final double TWO_MONTHS = 8;

    private static final double PRIOR_FACTS = 1;
    private static final double PRIOR_WEEKS = 10;
    private static final double PRECISION = 20;
    private static final double FREE = 0.01;
    private static final double YEAR_WEEKS = 365.2425 / 7;
    private static final double USUAL_DWELLINGS = 50;
    private static final double ORDINARY_P = 0.1;
    private static final double LEAST_P = 1e-4;

    private ForecastTerms() {}

    static RidgePrior prior() {
        double[] centre = new double[COUNT];
        double[] precision = new double[COUNT];
        Arrays.fill(precision, PRECISION);
        centre[INTERCEPT] = Math.log(ForecastPlan.AHEAD);
        precision[INTERCEPT] = FREE;
        centre[OWN_TWO_YEARS] = 1;
        return new RidgePrior(centre, precision);
    }

    static double rate(double facts, double weeks) {
        return Math.log((Math.max(0, facts) + PRIOR_FACTS) / (weeks + PRIOR_WEEKS));
    }

    /** Rates of some facts of a site at all weeks of a plan, as known then. */
    static double[] rates(KnownCounts facts, int followedFrom, ForecastPlan plan, double halfLife) {
        double[] rates = facts.recent(plan.first(), plan.length(), halfLife);
        for (int i = 0; i < rates.length; i++) {
            rates[i] = rate(rates[i], weeks(plan, plan.first() + i, followedFrom, halfLife));
        }
        return rates;
    }

    /** Weeks of facts behind a week at a site, with weights that halve with age. */
    static double weeks(ForecastPlan plan, int week, int followedFrom, double halfLife) {
        long followed = (long) week - followedFrom + 1;
        return KnownCounts.recentWeeks((int) Math.min(plan.weeksBehind(week), followed), halfLife);
    }

    /** Evidence of the detector beyond what one week in ten has, in powers of ten. */
    static double evidence(double pValue) {
        return Math.max(0, Math.log10(ORDINARY_P) - Math.log10(Math.max(LEAST_P, pValue)));
    }

    static double dwellings(double dwellings) {
        return Math.log(Math.max(1, dwellings) / USUAL_DWELLINGS);
    }

    /** Puts the season of four weeks into a row, which begin so many weeks after the end of a week. */
    static void season(double[] row, int week, int weeksAfter) {
        double angle = 2 * Math.PI * (week + 1 + weeksAfter + ForecastPlan.AHEAD / 2.0) / YEAR_WEEKS;
        row[SEASON_SINE] = Math.sin(angle);
        row[SEASON_COSINE] = Math.cos(angle);
    }
}
