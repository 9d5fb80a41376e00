package org.vigie.analytics.prospective;

/** Lines that stand beside the counts of a site in a chart, one value per week of its history. Immutable. */
public final class PooledChart {

    private final double[][] lines;

    PooledChart(double[][] lines) {
        this.lines = lines;
    }

    /** Number of weeks. */
    public int weeks() {
        return lines[0].length;
    }

    /** Facts expected, from what was known before the guard weeks of that week; 0 before the site was followed. */
    public double expected(int week) {
        return lines[0][week];
    }

    /** Lower end of the ordinary range: a lower count comes in one week of twenty at most. */
    public double low(int week) {
        return lines[1][week];
    }

    /** Upper end of the ordinary range: a higher count comes in one week of twenty at most. */
    public double high(int week) {
        return lines[2][week];
    }

    /** Highest count that a single week reaches without being called a jump. */
    public double threshold(int week) {
        return lines[3][week];
    }
}
