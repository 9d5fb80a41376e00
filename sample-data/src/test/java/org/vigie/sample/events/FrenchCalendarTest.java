package org.vigie.sample.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.sample.basis.Period;

class FrenchCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2018-04-01", "2019-04-21", "2022-04-17", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"
            })
    void easterFallsOnItsSunday(LocalDate sunday) {
        assertThat(FrenchCalendar.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void coversTheWeeksAndTheThreeMonthsAfter() {
        List<FrenchCalendar.KnownPeriod> known =
                FrenchCalendar.around(Period.endingWith(IsoWeek.parse("2026-W43"), 209));

        assertThat(known)
                .contains(
                        period("2026-05-14", "2026-05-14", "FERIE", "Ascension"),
                        period("2026-07-14", "2026-07-14", "NUIT_14_07", "Nuit du 14 juillet"),
                        period("2026-10-17", "2026-11-02", "VAC_C", "Vacances de la Toussaint"),
                        period("2026-12-31", "2026-12-31", "NUIT_31_12", "Nuit de la Saint-Sylvestre"))
                .allMatch(day -> !day.to().isBefore(day.from()));
        assertThat(known.get(0).from()).isEqualTo("2022-10-22");
        assertThat(known.get(known.size() - 1).from()).isBeforeOrEqualTo("2027-01-25");
    }

    private static FrenchCalendar.KnownPeriod period(String from, String to, String code, String label) {
        return new FrenchCalendar.KnownPeriod(LocalDate.parse(from), LocalDate.parse(to), code, label);
    }
}
