package org.vigie.sample.basis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * The simulated weeks, numbered from 0.
 *
 * @param first first week
 * @param weeks how many
 */
public record Period(IsoWeek first, int weeks) {

    /** The period of so many weeks that ends with this one. */
    public static Period endingWith(IsoWeek last, int weeks) {
        return new Period(last.plusWeeks(1L - weeks), weeks);
    }

    /** The week of this number. */
    public IsoWeek week(int index) {
        return first.plusWeeks(index);
    }

    /** Monday of the week of this number. */
    public LocalDate monday(int index) {
        return week(index).monday();
    }

    /** Number of the week of a day; negative or too large outside the period. */
    public int indexOf(LocalDate day) {
        return first.weeksUntil(IsoWeek.of(day));
    }

    /** Number of the week so many weeks before the last one. */
    public int beforeLast(int weeksBefore) {
        return weeks - 1 - weeksBefore;
    }

    /** Monday of the first week. */
    public LocalDate firstDay() {
        return first.monday();
    }

    /** Sunday of the last week. */
    public LocalDate lastDay() {
        return week(weeks - 1).sunday();
    }

    /** How long it is, in years. */
    public double years() {
        return (ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1) / 365.25;
    }
}
