package org.vigie.jobs.cli.detect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.vigie.analytics.baseline.Timeline;
import org.vigie.analytics.calendar.IsoWeek;

/** How a file writes its periods, and the whole number that stands for each. */
public enum TimeAxis {
    /** Whole numbers from 1. */
    NUMBERED("a whole number from 1", "[1-9]\\d{0,8}"),
    /** Weeks as in 2026-W43. */
    ISO_WEEKS("an ISO week such as 2026-W43", "\\d{4}-W\\d{2}"),
    /** Days that are Mondays. */
    MONDAYS("the date of a Monday such as 2026-10-19", "\\d{4}-\\d{2}-\\d{2}");

    private static final IsoWeek WEEK_ZERO = new IsoWeek(LocalDate.of(1970, 1, 5));

    private final String form;
    private final Pattern pattern;

    TimeAxis(String form, String pattern) {
        this.form = form;
        this.pattern = Pattern.compile(pattern);
    }

    /** What a period looks like, for messages. */
    public String form() {
        return form;
    }

    /** The notation of a text; throws {@link IllegalArgumentException} when it is none. */
    public static TimeAxis of(String text) {
        for (TimeAxis axis : values()) {
            if (axis.pattern.matcher(text).matches()) {
                return axis;
            }
        }
        throw new IllegalArgumentException("neither a whole number from 1, an ISO week nor the date of a Monday");
    }

    /** Whether periods are weeks of the calendar. */
    public boolean dated() {
        return this != NUMBERED;
    }

    /** Number of the period; throws {@link IllegalArgumentException} when the text is not in this notation. */
    public int parse(String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not " + form);
        }
        try {
            return switch (this) {
                case NUMBERED -> Integer.parseInt(text);
                case ISO_WEEKS -> WEEK_ZERO.weeksUntil(IsoWeek.parse(text));
                case MONDAYS -> WEEK_ZERO.weeksUntil(new IsoWeek(LocalDate.parse(text)));
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day", e);
        }
    }

    /** The period in this notation. */
    public String format(int period) {
        return switch (this) {
            case NUMBERED -> Integer.toString(period);
            case ISO_WEEKS -> WEEK_ZERO.plusWeeks(period).toString();
            case MONDAYS -> WEEK_ZERO.plusWeeks(period).monday().toString();
        };
    }

    /** The timeline of a series that starts at a period. */
    Timeline timeline(int firstPeriod, int periodsPerYear) {
        return dated() ? new Timeline.Dated(WEEK_ZERO.plusWeeks(firstPeriod)) : new Timeline.Ordinal(periodsPerYear);
    }
}
