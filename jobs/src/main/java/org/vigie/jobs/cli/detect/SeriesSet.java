package org.vigie.jobs.cli.detect;

import java.util.List;

/**
 * All series of a file.
 *
 * @param axis how the file writes its periods
 * @param series in the order in which the file first names them
 */
public record SeriesSet(TimeAxis axis, List<Series> series) {

    /** Copies the list. */
    public SeriesSet {
        series = List.copyOf(series);
    }

    /** Number of rows within some periods. */
    public long rowsWithin(Periods periods) {
        return series.stream().mapToLong(one -> rowsWithin(one, periods)).sum();
    }

    private static long rowsWithin(Series one, Periods periods) {
        long first = Math.max(one.firstPeriod(), periods.first());
        long last = Math.min(one.firstPeriod() + one.length() - 1, periods.last());
        return Math.max(0, last - first + 1);
    }
}
