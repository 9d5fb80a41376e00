package org.vigie.dashboards.tables;

/**
 * One figure of a back-test.
 *
 * @param scope what it is about: run, detection, list, ranking or forecast
 * @param method who is measured, such as vigie, farrington-flexible or moving-mean
 * @param measure what is measured, such as brier
 * @param at where on its scale, such as .05 for a hit rate at 5 % of sites; NaN where there is no such thing
 * @param value the figure; NaN where it cannot be told
 * @param low lower end of its 95 % interval; NaN without one
 * @param high upper end
 * @param cases number of cases behind it
 */
public record BacktestMeasure(
        String scope, String method, String measure, double at, double value, double low, double high, long cases) {

    /** A figure without interval and without a place on a scale. */
    public static BacktestMeasure of(String scope, String method, String measure, double value, long cases) {
        return new BacktestMeasure(scope, method, measure, Double.NaN, value, Double.NaN, Double.NaN, cases);
    }

    /** The same figure at a place on its scale. */
    public BacktestMeasure at(double place) {
        return new BacktestMeasure(scope, method, measure, place, value, low, high, cases);
    }

    /** The same figure with an interval. */
    public BacktestMeasure within(double from, double to) {
        return new BacktestMeasure(scope, method, measure, at, value, from, to, cases);
    }
}
