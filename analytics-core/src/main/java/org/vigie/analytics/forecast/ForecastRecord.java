package org.vigie.analytics.forecast;

/**
 * Probabilities that were forecast and whether what they spoke of happened, counted in narrow bins of log odds: as long
 * whatever the number of forecasts, and the same whatever their order.
 */
public final class ForecastRecord {

    private static final double MOST_LOG_ODDS = 9;
    private static final double WIDTH = 0.02;
    private static final int BINS = (int) Math.round(2 * MOST_LOG_ODDS / WIDTH);

    private final double[] counts = new double[2 * BINS];

    /** Adds a forecast that can be checked. */
    public void add(double probability, boolean happened) {
        int bin = bin(probability);
        counts[bin]++;
        counts[BINS + bin] += happened ? 1 : 0;
    }

    /** Forecasts in all. */
    public long forecasts() {
        long sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += forecasts(bin);
        }
        return sum;
    }

    /** The counts as one array. */
    public double[] toArray() {
        return counts.clone();
    }

    /** What {@link #toArray} gave; sums of such arrays are records too. */
    public static ForecastRecord of(double[] array) {
        ForecastRecord record = new ForecastRecord();
        if (array.length != record.counts.length) {
            throw new IllegalArgumentException("a record has " + record.counts.length + " numbers: " + array.length);
        }
        System.arraycopy(array, 0, record.counts, 0, array.length);
        return record;
    }

    int bins() {
        return BINS;
    }

    long forecasts(int bin) {
        return (long) counts[bin];
    }

    long happened(int bin) {
        return (long) counts[BINS + bin];
    }

    /** Log odds in the middle of a bin. */
    double logOdds(int bin) {
        return (bin + 0.5) * WIDTH - MOST_LOG_ODDS;
    }

    private static int bin(double probability) {
        double odds = Recalibration.logOdds(probability);
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor((odds + MOST_LOG_ODDS) / WIDTH)));
    }
}
