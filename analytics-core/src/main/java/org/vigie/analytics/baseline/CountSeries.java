package org.vigie.analytics.baseline;

import java.util.Arrays;

/** Counts of one series, oldest first and without gaps, with the population behind them. Immutable. */
public final class CountSeries {

    private final Timeline timeline;
    private final double[] counts;
    private final double[] populations;

    private CountSeries(Timeline timeline, double[] counts, double[] populations) {
        this.timeline = timeline;
        this.counts = counts;
        this.populations = populations;
    }

    /** A series whose population is 1 throughout. */
    public static CountSeries of(Timeline timeline, double[] counts) {
        double[] ones = new double[counts.length];
        Arrays.fill(ones, 1);
        return of(timeline, counts, ones);
    }

    /**
     * A series with the population behind each count.
     *
     * @param counts whole numbers, not negative
     * @param populations above 0, as many as counts
     */
    public static CountSeries of(Timeline timeline, double[] counts, double[] populations) {
        require(counts.length == populations.length, "as many populations as counts");
        for (int i = 0; i < counts.length; i++) {
            require(counts[i] >= 0 && counts[i] == Math.rint(counts[i]), "counts must be whole and not negative");
            require(populations[i] > 0 && !Double.isInfinite(populations[i]), "populations must be above 0");
        }
        return new CountSeries(timeline, counts.clone(), populations.clone());
    }

    /** When the periods lie. */
    public Timeline timeline() {
        return timeline;
    }

    /** Number of periods. */
    public int length() {
        return counts.length;
    }

    /** Count of a period. */
    public double count(int position) {
        return counts[position];
    }

    /** Population behind a period's count. */
    public double population(int position) {
        return populations[position];
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
