package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.CalendarWeeks;
import org.vigie.analytics.calendar.CalendarWeeks.KnownPeriod;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * The calendar as it was known in any week: a few hundred periods. Heat waves and single events are left out: nobody knows
 * them beforehand, and one is not like the next.
 */
final class KnownCalendar {

    private static final List<String> KINDS =
            List.of("FERIE", "VAC_A", "VAC_B", "VAC_C", "NUIT_31_12", "NUIT_14_07", "HALLOWEEN", "ELECTION");

    private final List<Entry> entries;

    private KnownCalendar(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A period, believed from one week to the one before another. */
    private record Entry(KnownPeriod period, int knownFrom, int knownUntil) {

        boolean believedAt(int week) {
            return knownFrom <= week && week < knownUntil;
        }
    }

    static KnownCalendar of(SiteWeeks joined) {
        List<Entry> entries = new ArrayList<>();
        joined.calendar()
                .where(col("code").isin(KINDS.toArray()))
                .select("code", "starts_on", "ends_on", "known_on", "replaced_on")
                .orderBy("starts_on", "code", "ends_on", "known_on", "replaced_on")
                .collectAsList()
                .forEach(row -> entries.add(entry(row)));
        return new KnownCalendar(entries);
    }

    private static Entry entry(Row row) {
        int until = row.isNullAt(4) ? SiteEvents.OPEN : WeekAxis.weekOf(row.<LocalDate>getAs(4));
        return new Entry(
                new KnownPeriod(row.getString(0), row.getAs(1), row.getAs(2)),
                WeekAxis.weekOf(row.<LocalDate>getAs(3)),
                until);
    }

    /** The calendar of some weeks as known at the end of one. */
    CalendarWeeks at(int asOf, int firstWeek, int weeks) {
        return CalendarWeeks.of(
                IsoWeek.of(WeekAxis.mondayOf(firstWeek)),
                weeks,
                entries.stream()
                        .filter(entry -> entry.believedAt(asOf))
                        .map(Entry::period)
                        .toList());
    }

    /** What became known, or ceased to hold, in each week, in words: equal words, equal calendar. */
    Map<Integer, String> wordsByWeekOfKnowledge() {
        TreeMap<Integer, String> words = new TreeMap<>();
        for (Entry entry : entries) {
            words.merge(entry.knownFrom(), entry.period() + "\n", String::concat);
            if (entry.knownUntil() != SiteEvents.OPEN) {
                words.merge(entry.knownUntil(), "not " + entry.period() + "\n", String::concat);
            }
        }
        return words;
    }
}
