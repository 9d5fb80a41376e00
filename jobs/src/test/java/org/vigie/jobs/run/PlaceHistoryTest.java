package org.vigie.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.IsoWeek;

class PlaceHistoryTest {

    private static IsoWeek week(int number) {
        return IsoWeek.of(2025, number);
    }

    @Test
    void placesToldBeforeAndAfterMakeOneRun() {
        List<IsoWeek> changes = List.of(IsoWeek.of(LocalDate.of(1900, 1, 1)), week(3), week(40));

        assertThat(PlaceHistory.of(changes, week(10), week(20))).containsExactly(new PlaceHistory(week(10), week(20)));
    }

    @Test
    void aChangeCountsFromTheWeekInWhichItBecameKnown() {
        List<PlaceHistory> runs = PlaceHistory.of(List.of(week(20), week(12)), week(10), week(20));

        assertThat(runs)
                .containsExactly(
                        new PlaceHistory(week(10), week(11)),
                        new PlaceHistory(week(12), week(19)),
                        new PlaceHistory(week(20), week(20)));
        assertThat(runs.stream().mapToInt(PlaceHistory::weeks).sum()).isEqualTo(11);
    }
}
