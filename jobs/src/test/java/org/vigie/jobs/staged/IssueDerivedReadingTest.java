package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.feeds.Feed;

/** What users of other tools asked for, about reading exports; the numbers are those of the trade's list. */
@Tag("issue-derived")
class IssueDerivedReadingTest {

    @TempDir
    Path folder;

    /** 1, asked of Signals for Surveillance: a fact counts in the ISO week of its local day, whatever the clocks do. */
    @ParameterizedTest(name = "{0} counts in {1}")
    @CsvSource({
        "01/08/2025, 2025-W31",
        "31/12/2024, 2025-W01",
        "03/01/2021, 2020-W53",
        // ordinary Sunday and Monday in Paris
        "2026-06-07T23:59, 2026-W23",
        "2026-06-08T00:00, 2026-W24",
        "2026-06-07T21:59Z, 2026-W23",
        "2026-06-07T22:00Z, 2026-W24",
        // the clocks go forward in the night before: UTC+2
        "2026-03-29T23:59, 2026-W13",
        "2026-03-30T00:00, 2026-W14",
        "2026-03-29T21:59Z, 2026-W13",
        "2026-03-29T22:00Z, 2026-W14",
        // the clocks go back in the night before: UTC+1
        "2025-10-26T23:59, 2025-W43",
        "2025-10-27T00:00, 2025-W44",
        "2025-10-26T22:59Z, 2025-W43",
        "2025-10-26T23:00Z, 2025-W44"
    })
    void aFactCountsInTheWeekOfItsLocalDayOnClockChangeSundaysToo(String written, String week) {
        TypedForTest file = TypedForTest.text(
                "num_incident;code_site;code_type;date_fait;canal\n1;RES1;TAG;" + written + ";STAFF_LOG\n",
                Feed.INCIDENTS,
                folder);

        assertThat(file.rejects()).isEmpty();
        assertThat(IsoWeek.of((LocalDate) file.value(0, "fact_date"))).hasToString(week);
    }
}
