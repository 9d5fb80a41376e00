package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.baseline.CalendarEffects;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledOffsets;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;
import org.vigie.analytics.calendar.CalendarWeeks;
import org.vigie.analytics.calendar.CalendarWeeks.KnownPeriod;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.series.SiteHistory;

/** Quiet sites in the special weeks of a calendar: a false alarm there is one that the calendar could have spared. */
class PooledCalendarTest {

    private static final boolean FULL = "full".equals(System.getProperty("vigie.suite"));
    private static final int WEEKS = 260;
    private static final IsoWeek FIRST = IsoWeek.parse("2021-W40");
    private static final CalendarWeeks CALENDAR = calendar();
    private static final long FIRST_SEED = 660_301;

    private static CalendarWeeks calendar() {
        List<KnownPeriod> periods = new ArrayList<>();
        for (int year = 2021; year <= 2027; year++) {
            for (LocalDate night : List.of(LocalDate.of(year, 7, 14), LocalDate.of(year, 12, 31))) {
                periods.add(new KnownPeriod("NIGHT", night, night));
            }
            for (LocalDate from : List.of(LocalDate.of(year, 2, 7), LocalDate.of(year, 10, 20))) {
                periods.add(new KnownPeriod("SCHOOL", from, from.plusDays(15)));
            }
        }
        return CalendarWeeks.of(FIRST, WEEKS, periods);
    }

    /** What is measured of the year judged. */
    private static final class Figures {
        private int special;
        private int falseInSpecial;
        private int other;
        private int falseInOther;
        private double observed;
        private double expected;

        private double specialRate() {
            return falseInSpecial / (double) special;
        }

        private double otherRate() {
            return falseInOther / (double) other;
        }

        private double bias() {
            return observed / expected;
        }
    }

    @Test
    void aSiteOnItsOwnIsNotAlarmedByTheFourteenthOfJuly() {
        Figures without = figures("agencies of one site", 40, 1, 2.5, false);
        Figures with = figures("agencies of one site", 40, 1, 2.5, true);
        assertThat(without.bias()).isGreaterThan(1.35);
        assertThat(with.bias()).isBetween(.9, 1.2);
        assertThat(with.specialRate()).isLessThan(.6 * without.specialRate()).isLessThan(.02);
        assertThat(with.otherRate()).isLessThan(.012);
    }

    @Test
    void aLargeAgencyLosesNothing() {
        Figures without = figures("agency of 40 sites", 1, 40, 2.5, false);
        Figures with = figures("agency of 40 sites", 1, 40, 2.5, true);
        assertThat(with.specialRate()).isLessThan(without.specialRate() + .005);
        assertThat(with.otherRate()).isLessThan(.012);
    }

    @Test
    void aCalendarWithoutEffectCostsNothing() {
        Figures without = figures("agencies of one site, no effect", 40, 1, 1, false);
        Figures with = figures("agencies of one site, no effect", 40, 1, 1, true);
        assertThat(with.specialRate()).isLessThan(without.specialRate() + .005);
        assertThat(with.bias()).isBetween(.9, 1.1);
    }

    private static Figures figures(String what, int agencies, int sites, double night, boolean learned) {
        Figures figures = new Figures();
        for (int seed = 0; seed < (FULL ? 40 : 8); seed++) {
            judge(sites(FIRST_SEED + seed, agencies, sites, night), learned, figures);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, calendar %s: FPR in special weeks %.4f of %d, in others %.4f of %d, observed/expected in special %.3f%n",
                what,
                learned ? "learned" : "ignored",
                figures.specialRate(),
                figures.special,
                figures.otherRate(),
                figures.other,
                figures.bias());
        return figures;
    }

    private static void judge(List<SiteHistory> sites, boolean learned, Figures figures) {
        for (int week = 208; week < WEEKS; week++) {
            if (special(week) || week % 13 == 0) {
                judge(sites, week, learned, figures);
            }
        }
    }

    private static void judge(List<SiteHistory> sites, int week, boolean learned, Figures figures) {
        List<SiteHistory> known =
                sites.stream().map(site -> site.firstWeeks(week + 1)).toList();
        PooledBaseline baseline = baseline(known, week + 1, learned);
        for (SiteHistory site : known) {
            boolean signal = PooledDetector.judge(site, baseline).verdict() instanceof Verdict.Signal;
            if (special(week)) {
                figures.special++;
                figures.falseInSpecial += signal ? 1 : 0;
                figures.observed += site.observed(week);
                figures.expected += baseline.expect(site).expected(week);
            } else {
                figures.other++;
                figures.falseInOther += signal ? 1 : 0;
            }
        }
    }

    private static PooledBaseline baseline(List<SiteHistory> known, int weeks, boolean learned) {
        PooledLayout layout =
                PooledLayout.of(known.stream().map(SiteHistory::group).toList(), weeks, false);
        PooledTotals totals = new PooledTotals(layout);
        known.forEach(totals::add);
        PooledSettings settings = PooledSettings.STANDARD;
        PooledOffsets offsets = PooledOffsets.none(layout);
        if (learned) {
            offsets = offsets.with(CalendarEffects.learn(totals, CALENDAR.firstWeeks(weeks), settings));
        }
        return PooledBaseline.learn(totals.measuredAgainst(offsets), known, settings);
    }

    private static boolean special(int week) {
        return CALENDAR.share(0, week) > 0;
    }

    private static List<SiteHistory> sites(long seed, int agencies, int perAgency, double night) {
        Well19937c random = new Well19937c(seed);
        List<SiteHistory> sites = new ArrayList<>();
        for (int site = 0; site < agencies * perAgency; site++) {
            double rate = .1 * Math.exp(random.nextDouble() * Math.log(15));
            double dispersion = .02 + .3 * random.nextDouble();
            double[] counts = new double[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                double course = Math.exp(.3 * Math.cos(2 * Math.PI * (week - 40) / 52.18))
                        * Math.pow(night, CALENDAR.share(0, week))
                        * Math.pow(night > 1 ? 1.25 : 1, CALENDAR.share(1, week));
                counts[week] = QuietPortfolio.count(random, rate * course, dispersion);
            }
            double dwellings = Math.max(12, Math.rint(100 * rate * Math.exp(.4 * random.nextGaussian())));
            sites.add(SiteHistory.ofCounts("agency " + site / perAgency, dwellings, counts));
        }
        return sites;
    }
}
