package org.vigie.analytics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.CalendarWeeks;
import org.vigie.analytics.calendar.CalendarWeeks.KnownPeriod;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.series.SiteHistory;

class CalendarEffectsTest {

    private static final int WEEKS = 216;
    private static final IsoWeek FIRST = IsoWeek.parse("2022-W30");
    private static final PooledSettings SETTINGS = PooledSettings.STANDARD;
    private static final CalendarWeeks CALENDAR = calendar();
    private static final int NIGHT = CALENDAR.kinds().indexOf("NIGHT");
    private static final int SCHOOL = CALENDAR.kinds().indexOf("SCHOOL");
    /** The newest week of the axis that holds the night: within the guard weeks. */
    private static final int NEWEST_NIGHT = last(NIGHT);

    /** A night in September and two weeks off around Christmas, in February and in April. */
    private static CalendarWeeks calendar() {
        List<KnownPeriod> periods = new ArrayList<>();
        for (int year = 2022; year <= 2026; year++) {
            LocalDate night = LocalDate.of(year, Month.SEPTEMBER, 1);
            periods.add(new KnownPeriod("NIGHT", night, night));
            for (LocalDate start :
                    List.of(LocalDate.of(year, 12, 20), LocalDate.of(year, 2, 10), LocalDate.of(year, 4, 12))) {
                periods.add(new KnownPeriod("SCHOOL", start, start.plusDays(15)));
            }
        }
        return CalendarWeeks.of(FIRST, WEEKS, periods);
    }

    private static int last(int kind) {
        int week = WEEKS - 1;
        while (CALENDAR.share(kind, week) == 0) {
            week--;
        }
        return week;
    }

    @Test
    void learnsEachKindOfWeekBesideSeasonAndDrift() {
        CalendarEffects effects = learn(totals(1, 200, 2, 1.3, 1));
        int holidays = last(SCHOOL) - 1;
        assertThat(effects.factor(0, NEWEST_NIGHT)).isCloseTo(2, within(.15));
        assertThat(effects.factor(0, holidays)).isCloseTo(1.3, within(.08));
        assertThat(effects.factor(0, 10)).isEqualTo(1);
    }

    @Test
    void aPortfolioOfFewFactsLearnsLittle() {
        double learned = learn(totals(2, .4, 2, 1, 1)).factor(0, NEWEST_NIGHT);
        assertThat(learned).isBetween(.75, 1.4);
        assertThat(learn(totals(2, .4, 2, 1, 1)).variance(0, NEWEST_NIGHT)).isGreaterThan(.02);
    }

    @Test
    void whereTheCalendarDoesNothingNothingMuchIsLearned() {
        CalendarEffects effects = learn(totals(3, 60, 1, 1, 1));
        assertThat(effects.factor(0, NEWEST_NIGHT)).isCloseTo(1, within(.12));
        assertThat(effects.factor(0, last(SCHOOL) - 1)).isCloseTo(1, within(.06));
    }

    @Test
    void theNewestWeeksDoNotChooseTheirOwnYardstick() {
        double before = learn(totals(4, 60, 2, 1, 1)).factor(0, NEWEST_NIGHT);
        assertThat(learn(totals(4, 60, 2, 1, 7)).factor(0, NEWEST_NIGHT)).isEqualTo(before);
    }

    @Test
    void withoutACalendarNothingIsLearned() {
        CalendarEffects none = CalendarEffects.learn(totals(5, 60, 2, 1, 1), CalendarWeeks.none(WEEKS), SETTINGS);
        for (int week = 0; week < WEEKS; week++) {
            assertThat(none.factor(0, week)).isEqualTo(1);
            assertThat(none.variance(0, week)).isZero();
        }
    }

    private static CalendarEffects learn(PooledTotals totals) {
        return CalendarEffects.learn(totals, CALENDAR, SETTINGS);
    }

    /** Two groups of two sites; facts a week, factors of the night and of school holidays, and of the guard weeks. */
    private static PooledTotals totals(long seed, double weekly, double night, double school, double newest) {
        Well19937c random = new Well19937c(seed);
        PooledTotals totals = new PooledTotals(PooledLayout.of(List.of("a", "b"), WEEKS, false));
        for (int site = 0; site < 4; site++) {
            double[] counts = new double[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                double course = Math.exp(.3 * Math.sin(2 * Math.PI * week / 52.18) + .002 * week);
                double calendar =
                        Math.pow(night, CALENDAR.share(NIGHT, week)) * Math.pow(school, CALENDAR.share(SCHOOL, week));
                double mean = weekly / 4 * course * calendar;
                // the same draws whatever the newest weeks are multiplied by
                double drawn = new PoissonDistribution(random, mean, 1e-12, 1000).sample();
                counts[week] = drawn * (week >= WEEKS - SETTINGS.guardWeeks() ? newest : 1);
            }
            totals.add(SiteHistory.ofCounts(site % 2 == 0 ? "a" : "b", 50, counts));
        }
        return totals;
    }
}
