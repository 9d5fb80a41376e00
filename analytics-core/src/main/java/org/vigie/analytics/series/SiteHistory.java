package org.vigie.analytics.series;

import java.util.Arrays;

/**
 * Counts of one site, week by week, with what they must be measured against. Immutable; all arrays are copied.
 *
 * <p>Position 0 is the same calendar week for every site of a portfolio, and the last position is the week judged. A
 * site followed later than the first week says so by {@link #followedFrom}; what lies before it is ignored.
 */
public final class SiteHistory {

    private static final double[] NONE = {};

    private final Columns columns;
    private final int firstWeek;
    private final int weeks;

    private SiteHistory(Columns columns, int firstWeek, int weeks) {
        this.columns = columns;
        this.firstWeek = firstWeek;
        this.weeks = weeks;
    }

    /** Shared between the histories that differ only in the weeks looked at; never changed once it is handed out. */
    private static final class Columns {
        private String group = "";
        private double dwellings;
        private double[] reported = NONE;
        private double[] discovered = NONE;
        private boolean[] works = {};
        private double[] presenceHours = NONE;

        private Columns copy() {
            Columns copy = new Columns();
            copy.group = group;
            copy.dwellings = dwellings;
            copy.reported = reported;
            copy.discovered = discovered;
            copy.works = works;
            copy.presenceHours = presenceHours;
            return copy;
        }
    }

    /**
     * A site of which only counts are known: all of them count as reported, no works, no presence.
     *
     * @param group agency, or whatever shares season and habits of reporting
     * @param dwellings size of the site; 0 or less where unknown
     * @param counts facts per week, oldest first
     */
    public static SiteHistory ofCounts(String group, double dwellings, double[] counts) {
        requireCounts("counts", counts);
        if (Double.isNaN(dwellings) || Double.isInfinite(dwellings)) {
            throw new IllegalArgumentException("dwellings must be a finite number: " + dwellings);
        }
        Columns columns = new Columns();
        columns.group = group;
        columns.dwellings = dwellings;
        columns.reported = counts.clone();
        columns.discovered = new double[counts.length];
        columns.works = new boolean[counts.length];
        return new SiteHistory(columns, 0, counts.length);
    }

    /** The same site with the facts that staff discovered on the spot, beside the reported ones. */
    public SiteHistory withDiscovered(double[] counts) {
        requireCounts("discovered counts", counts);
        requireLength("discovered counts", counts.length);
        Columns changed = columns.copy();
        changed.discovered = counts.clone();
        return new SiteHistory(changed, firstWeek, weeks);
    }

    /** The same site with the hours that staff spent there each week, the exposure of discovered facts. */
    public SiteHistory withPresenceHours(double[] hours) {
        requireCounts("presence hours", hours);
        requireLength("presence hours", hours.length);
        Columns changed = columns.copy();
        changed.presenceHours = hours.clone();
        return new SiteHistory(changed, firstWeek, weeks);
    }

    /** The same site with a mark on each week in which building works were running. */
    public SiteHistory withWorks(boolean[] running) {
        requireLength("works", running.length);
        Columns changed = columns.copy();
        changed.works = running.clone();
        return new SiteHistory(changed, firstWeek, weeks);
    }

    /** The same site, followed only from a week on. */
    public SiteHistory followedFrom(int week) {
        if (week < 0 || week > weeks) {
            throw new IllegalArgumentException("the first week followed lies outside 0.." + weeks + ": " + week);
        }
        return new SiteHistory(columns, week, weeks);
    }

    /** The same site as known when only so many weeks had passed; shares the arrays, so it costs nothing. */
    public SiteHistory firstWeeks(int count) {
        if (count < 0 || count > weeks) {
            throw new IllegalArgumentException("a history of " + weeks + " weeks has no first " + count);
        }
        return new SiteHistory(columns, Math.min(firstWeek, count), count);
    }

    /** Agency, or whatever shares season and habits of reporting. */
    public String group() {
        return columns.group;
    }

    /** Number of weeks on the axis, those before the site was followed included. */
    public int weeks() {
        return weeks;
    }

    /** First week in which the site was followed. */
    public int firstWeek() {
        return firstWeek;
    }

    /** Exposure of reported facts: dwellings, 1 where unknown. */
    public double size() {
        return columns.dwellings > 0 ? columns.dwellings : 1;
    }

    /** Facts that somebody reported. */
    public double reported(int week) {
        return columns.reported[week];
    }

    /** Facts that staff discovered. */
    public double discovered(int week) {
        return columns.discovered[week];
    }

    /** All facts of a week. */
    public double observed(int week) {
        return columns.reported[week] + columns.discovered[week];
    }

    /** Whether building works were running. */
    public boolean worksRunning(int week) {
        return columns.works[week];
    }

    /** Whether hours of presence are known at all. */
    public boolean hasPresence() {
        return columns.presenceHours.length > 0;
    }

    /** Hours that staff spent on the site; 0 where presence is unknown. */
    public double presenceHours(int week) {
        return hasPresence() ? columns.presenceHours[week] : 0;
    }

    private void requireLength(String what, int length) {
        if (length != columns.reported.length) {
            throw new IllegalArgumentException(
                    what + ": " + length + " weeks beside " + columns.reported.length + " of counts");
        }
    }

    private static void requireCounts(String what, double[] values) {
        if (Arrays.stream(values).anyMatch(value -> !(value >= 0) || Double.isInfinite(value))) {
            throw new IllegalArgumentException(what + " must be finite and not negative");
        }
    }
}
