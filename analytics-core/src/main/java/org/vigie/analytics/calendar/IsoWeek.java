package org.vigie.analytics.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601: it starts on a Monday and belongs to the year that holds its Thursday.
 *
 * <p>Stands for the Monday, so that weeks of years with 52 and 53 weeks follow each other without a special case.
 *
 * @param monday first day of the week
 */
public record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** Checks that the day is a Monday. */
    public IsoWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week starts on a Monday, not on " + monday);
        }
    }

    /** The week that a day lies in. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The week of a week-based year; throws {@link IllegalArgumentException} when the year has no such week. */
    public static IsoWeek of(int weekBasedYear, int week) {
        LocalDate monday = LocalDate.of(weekBasedYear, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week - 1L);
        IsoWeek found = new IsoWeek(monday);
        if (week < 1 || found.year() != weekBasedYear) {
            throw new IllegalArgumentException("the year " + weekBasedYear + " has no week " + week);
        }
        return found;
    }

    /** Reads the form {@code 2026-W43}; throws {@link IllegalArgumentException} on anything else. */
    public static IsoWeek parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("not an ISO week, such as 2026-W43: " + text);
        }
        return of(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
    }

    /** Week-based year, which differs from the calendar year around the first of January. */
    public int year() {
        return monday.get(IsoFields.WEEK_BASED_YEAR);
    }

    /** Number within the year, 1 to 53. */
    public int week() {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** Last day of the week. */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** The week so many weeks later, or earlier if negative. */
    public IsoWeek plusWeeks(long weeks) {
        return new IsoWeek(monday.plusWeeks(weeks));
    }

    /** Number of weeks from this one to another: 0 for the same week, negative if the other is earlier. */
    public int weeksUntil(IsoWeek other) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(monday, other.monday));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday.compareTo(other.monday);
    }

    /** The form {@code 2026-W43}. */
    @Override
    public String toString() {
        return String.format("%04d-W%02d", year(), week());
    }
}
