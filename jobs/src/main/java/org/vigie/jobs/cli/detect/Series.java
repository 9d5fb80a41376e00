package org.vigie.jobs.cli.detect;

import org.vigie.analytics.baseline.CountSeries;

/** One series of a file: periods follow each other without gaps, position 0 is the oldest. */
public final class Series {

    private final String id;
    private final String group;
    private final TimeAxis axis;
    private final int firstPeriod;
    private final int periodsPerYear;
    private final SeriesColumns columns;

    Series(SeriesIdentity identity, TimeAxis axis, int firstPeriod, SeriesColumns columns) {
        this.id = identity.id();
        this.group = identity.group();
        this.periodsPerYear = identity.periodsPerYear();
        this.axis = axis;
        this.firstPeriod = firstPeriod;
        this.columns = columns;
    }

    /** What stays the same along a series. */
    record SeriesIdentity(String id, String group, int periodsPerYear) {}

    /** Column {@code series_id}. */
    public String id() {
        return id;
    }

    /** Column {@code group}, such as the agency; empty if absent. */
    public String group() {
        return group;
    }

    /** Column {@code freq}: 52 if absent. */
    public int periodsPerYear() {
        return periodsPerYear;
    }

    /** Number of the period at position 0. */
    public int firstPeriod() {
        return firstPeriod;
    }

    /** Number of periods. */
    public int length() {
        return columns.length();
    }

    /** Number of the period at a position. */
    public int period(int position) {
        return firstPeriod + position;
    }

    /** The period at a position as the file writes it. */
    public String time(int position) {
        return axis.format(period(position));
    }

    /** Column {@code count}. */
    public double count(int position) {
        return columns.value(SeriesColumns.COUNT, position);
    }

    /** Column {@code dwellings}; 1 where absent, empty or 0. */
    public double dwellings(int position) {
        double dwellings = columns.value(SeriesColumns.DWELLINGS, position);
        return dwellings > 0 ? dwellings : 1;
    }

    /** Column {@code works}: more than 0 while building works run; 0 if absent. */
    public double works(int position) {
        return columns.value(SeriesColumns.WORKS, position);
    }

    /** Counts and population for detectors of one series. */
    public CountSeries counts() {
        return CountSeries.of(
                axis.timeline(firstPeriod, periodsPerYear),
                columns.all(SeriesColumns.COUNT),
                columns.all(SeriesColumns.POPULATION));
    }
}
