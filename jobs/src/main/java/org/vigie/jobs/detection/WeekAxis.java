package org.vigie.jobs.detection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Weeks as whole numbers, so that a history is an array: week 0 starts on Monday 5 January 1970. */
public final class WeekAxis {

    private static final LocalDate ORIGIN = LocalDate.of(1970, 1, 5);

    private WeekAxis() {}

    /** Number of the week of a day. */
    public static int weekOf(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(ORIGIN, day), 7L));
    }

    /** Monday of a week. */
    public static LocalDate mondayOf(int week) {
        return ORIGIN.plusWeeks(week);
    }
}
