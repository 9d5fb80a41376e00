package org.vigie.analytics.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.CalendarWeeks.KnownPeriod;

class CalendarWeeksTest {

    private static final IsoWeek FIRST = IsoWeek.parse("2026-W27");

    @Test
    void aSingleDayMarksItsWholeWeekAndHolidaysTheDaysTheyCover() {
        CalendarWeeks weeks = CalendarWeeks.of(
                FIRST,
                4,
                List.of(
                        day("NUIT_14_07", LocalDate.of(2026, 7, 14)),
                        new KnownPeriod("VAC_A", LocalDate.of(2026, 7, 4), LocalDate.of(2026, 8, 31))));
        assertThat(weeks.kinds()).containsExactly("NUIT_14_07", "VAC_A");
        assertThat(shares(weeks, 0)).containsExactly(0, 0, 1, 0);
        assertThat(weeks.share(1, 0)).as("from Saturday").isCloseTo(2 / 7.0, within(1e-12));
        assertThat(weeks.share(1, 3)).isCloseTo(1, within(1e-12));
    }

    @Test
    void periodsOutsideTheWeeksAndWithoutDaysLeaveNoTrace() {
        CalendarWeeks weeks = CalendarWeeks.of(
                FIRST,
                2,
                List.of(
                        day("FERIE", LocalDate.of(2026, 5, 1)),
                        new KnownPeriod("VAC_B", LocalDate.of(2026, 7, 5), LocalDate.of(2026, 7, 1))));
        assertThat(weeks.kinds()).isEmpty();
        assertThat(CalendarWeeks.none(7).weeks()).isEqualTo(7);
    }

    @Property(tries = 100)
    void noWeekHoldsMoreThanAllOfAKind(@ForAll @IntRange(max = 60) int start, @ForAll @IntRange(max = 60) int days) {
        LocalDate from = FIRST.monday().plusDays(start);
        KnownPeriod period = new KnownPeriod("VAC_C", from, from.plusDays(days));
        CalendarWeeks weeks = CalendarWeeks.of(FIRST, 8, List.of(period, period));
        for (int kind = 0; kind < weeks.kinds().size(); kind++) {
            for (double share : shares(weeks, kind)) {
                assertThat(share).isBetween(0.0, 1.0);
            }
        }
    }

    private static double[] shares(CalendarWeeks weeks, int kind) {
        double[] shares = new double[weeks.weeks()];
        for (int week = 0; week < shares.length; week++) {
            shares[week] = weeks.share(kind, week);
        }
        return shares;
    }

    private static KnownPeriod day(String kind, LocalDate day) {
        return new KnownPeriod(kind, day, day);
    }
}
