package org.vigie.analytics.baseline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.vigie.analytics.calendar.IsoWeek;

/** When the periods of a series lie: positions from 0, without gaps. */
public sealed interface Timeline {

    /** Position of the period so many years before another; negative if the series starts later. */
    int yearsBefore(int position, int years);

    /** Periods counted by whole numbers, every year having the same number of them. */
    record Ordinal(int periodsPerYear) implements Timeline {

        /** Checks that a year has periods. */
        public Ordinal {
            if (periodsPerYear < 1) {
                throw new IllegalArgumentException("periodsPerYear must be >= 1: " + periodsPerYear);
            }
        }

        @Override
        public int yearsBefore(int position, int years) {
            return position - years * periodsPerYear;
        }
    }

    /**
     * Calendar weeks. A year earlier is the week whose Monday is nearest to the same day of that year, so that years of
     * 52 and 53 weeks need no special case; 29 February becomes 1 March.
     */
    record Dated(IsoWeek first) implements Timeline {

        @Override
        public int yearsBefore(int position, int years) {
            LocalDate monday = first.plusWeeks(position).monday();
            LocalDate day =
                    LocalDate.of(monday.getYear() - years, monday.getMonth(), 1).plusDays(monday.getDayOfMonth() - 1L);
            LocalDate nearest = day.minusDays(3).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            return first.weeksUntil(new IsoWeek(nearest));
        }
    }
}
