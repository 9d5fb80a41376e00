package org.vigie.analytics.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weeks that the calendar makes special, by kind: a public holiday, school holidays, the night of 14 July. Known
 * beforehand, so that past and coming weeks of a kind are alike. Immutable.
 */
public final class CalendarWeeks {

    private static final int DAYS = 7;

    private final int weeks;
    private final List<String> kinds;
    private final List<double[]> shares;

    private CalendarWeeks(int weeks, SortedMap<String, double[]> byKind) {
        this.weeks = weeks;
        this.kinds = List.copyOf(byKind.keySet());
        this.shares = List.copyOf(byKind.values());
    }

    /**
     * A period of the calendar.
     *
     * @param kind what is alike from one such period to the next
     * @param first first day
     * @param last last day
     */
    public record KnownPeriod(String kind, LocalDate first, LocalDate last) {}

    /** A calendar without anything in it. */
    public static CalendarWeeks none(int weeks) {
        return new CalendarWeeks(weeks, new TreeMap<>());
    }

    /**
     * The weeks that some periods touch.
     *
     * @param first week at position 0
     * @param weeks number of weeks
     * @param periods in any order; those that touch no such week, or end before they begin, are left out
     */
    public static CalendarWeeks of(IsoWeek first, int weeks, List<KnownPeriod> periods) {
        TreeMap<String, double[]> byKind = new TreeMap<>();
        LocalDate start = first.monday();
        for (KnownPeriod period : periods) {
            long from = Math.max(0, ChronoUnit.DAYS.between(start, period.first()));
            long to = Math.min((long) DAYS * weeks - 1, ChronoUnit.DAYS.between(start, period.last()));
            double whole = Math.min(DAYS, ChronoUnit.DAYS.between(period.first(), period.last()) + 1);
            for (long day = from; day <= to; day++) {
                double[] shares = byKind.computeIfAbsent(period.kind(), kind -> new double[weeks]);
                int week = (int) (day / DAYS);
                shares[week] = Math.min(1, shares[week] + 1 / whole);
            }
        }
        return new CalendarWeeks(weeks, byKind);
    }

    /** The same calendar on an axis that ends earlier; its kinds stay, even those that touch no week any more. */
    public CalendarWeeks firstWeeks(int count) {
        TreeMap<String, double[]> cut = new TreeMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            cut.put(kinds.get(kind), Arrays.copyOf(shares.get(kind), count));
        }
        return new CalendarWeeks(count, cut);
    }

    /** Number of weeks. */
    public int weeks() {
        return weeks;
    }

    /** Kinds, sorted. */
    public List<String> kinds() {
        return new ArrayList<>(kinds);
    }

    /**
     * How much of a period of a kind lies in a week: 0 for none, 1 for all of a short one or for all days of the week.
     *
     * @param kind position in {@link #kinds}
     */
    public double share(int kind, int week) {
        return shares.get(kind)[week];
    }
}
