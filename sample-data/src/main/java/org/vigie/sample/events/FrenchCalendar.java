package org.vigie.sample.events;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.sample.basis.Listing;
import org.vigie.sample.basis.Period;

/** Public holidays, school holidays of the three zones, and the two nights on which things burn. */
public final class FrenchCalendar {

    /**
     * A known period.
     *
     * @param from first day
     * @param to last day; for school holidays the day on which school starts again, as they are announced
     * @param code code of the calendar feed
     * @param label name
     */
    public record KnownPeriod(LocalDate from, LocalDate to, String code, String label) {}

    private FrenchCalendar() {}

    /** Every known period that touches the simulated weeks or the three months after them. */
    public static List<KnownPeriod> around(Period period) {
        LocalDate last = period.lastDay().plusMonths(3);
        List<KnownPeriod> known = new ArrayList<>();
        for (int year = period.firstDay().getYear(); year <= last.getYear(); year++) {
            known.addAll(publicHolidays(year));
            known.add(oneDay(LocalDate.of(year, Month.JULY, 14), "NUIT_14_07", "Nuit du 14 juillet"));
            known.add(oneDay(LocalDate.of(year, Month.DECEMBER, 31), "NUIT_31_12", "Nuit de la Saint-Sylvestre"));
        }
        known.addAll(schoolHolidays());
        return known.stream()
                .filter(day ->
                        !day.to().isBefore(period.firstDay()) && !day.from().isAfter(last))
                .sorted(Comparator.comparing(KnownPeriod::from).thenComparing(KnownPeriod::code))
                .toList();
    }

    private static List<KnownPeriod> schoolHolidays() {
        List<KnownPeriod> holidays = new ArrayList<>();
        for (Map<String, String> row : Listing.beside(FrenchCalendar.class, "school-holidays.csv")) {
            for (String zone : row.getOrDefault("code", "").split(" ", -1)) {
                holidays.add(new KnownPeriod(
                        LocalDate.parse(row.getOrDefault("from", "")),
                        LocalDate.parse(row.getOrDefault("to", "")),
                        zone,
                        row.getOrDefault("label", "")));
            }
        }
        return holidays;
    }

    private static List<KnownPeriod> publicHolidays(int year) {
        LocalDate easter = easter(year);
        return List.of(
                holiday(LocalDate.of(year, 1, 1), "Jour de l’an"),
                holiday(easter.plusDays(1), "Lundi de Pâques"),
                holiday(LocalDate.of(year, 5, 1), "Fête du travail"),
                holiday(LocalDate.of(year, 5, 8), "Victoire 1945"),
                holiday(easter.plusDays(39), "Ascension"),
                holiday(easter.plusDays(50), "Lundi de Pentecôte"),
                holiday(LocalDate.of(year, 7, 14), "Fête nationale"),
                holiday(LocalDate.of(year, 8, 15), "Assomption"),
                holiday(LocalDate.of(year, 11, 1), "Toussaint"),
                holiday(LocalDate.of(year, 11, 11), "Armistice 1918"),
                holiday(LocalDate.of(year, 12, 25), "Noël"));
    }

    private static KnownPeriod holiday(LocalDate day, String label) {
        return oneDay(day, "FERIE", label);
    }

    private static KnownPeriod oneDay(LocalDate day, String code, String label) {
        return new KnownPeriod(day, day, code, label);
    }

    /** Easter Sunday of the Gregorian calendar (Oudin's rule: golden number, epact, next Sunday). */
    static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        return LocalDate.of(year, 3, 28).plusDays(moon - weekday);
    }
}
