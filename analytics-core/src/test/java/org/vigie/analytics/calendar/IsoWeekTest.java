package org.vigie.analytics.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoWeekTest {

    /** 1 of the trade's list, asked of Signals for Surveillance: weeks at the turn of years. */
    @ParameterizedTest
    @CsvSource({"2025-08-01, 2025-W31", "2024-12-31, 2025-W01", "2021-01-03, 2020-W53", "2026-01-04, 2026-W01"})
    @Tag("issue-derived")
    void aDayLiesInItsIsoWeek(LocalDate day, String week) {
        assertThat(IsoWeek.of(day)).hasToString(week);
        assertThat(IsoWeek.parse(week)).isEqualTo(IsoWeek.of(day));
    }

    @Test
    void aYearOf52WeeksHasNoWeek53() {
        assertThat(IsoWeek.parse("2020-W53").plusWeeks(1)).hasToString("2021-W01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsoWeek.parse("2021-W53"))
                .withMessageContaining("no week 53");
        assertThatIllegalArgumentException().isThrownBy(() -> IsoWeek.parse("2021-W00"));
        assertThatIllegalArgumentException().isThrownBy(() -> IsoWeek.parse("week 3"));
    }

    @Property
    void writingAndReadingGiveTheSameWeek(@ForAll @IntRange(min = -60_000, max = 60_000) int days) {
        IsoWeek week = IsoWeek.of(LocalDate.of(2000, 1, 1).plusDays(days));
        assertThat(IsoWeek.parse(week.toString())).isEqualTo(week);
        assertThat(week.weeksUntil(week.plusWeeks(days))).isEqualTo(days);
    }
}
