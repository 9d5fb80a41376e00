package org.vigie.jobs.siteweeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.spark.sql.Row;

/** Periods are sets of days: what holds for sets of small numbers holds for them. */
class PeriodsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 40;

    @Property(tries = 500)
    void unionAndDifferenceAreThoseOfSetsOfDays(@ForAll("ends") List<int[]> one, @ForAll("ends") List<int[]> other) {
        BitSet union = days(one);
        union.or(days(other));
        assertThat(days(periods(one).plus(periods(other)))).isEqualTo(union);

        BitSet difference = days(one);
        difference.andNot(days(other));
        assertThat(days(periods(one).minus(periods(other)))).isEqualTo(difference);
        assertThat(periods(one).minus(periods(other)).isOpen()).isEqualTo(difference.get(DAYS));
    }

    @Provide
    Arbitrary<List<int[]>> ends() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, DAYS + 5))
                .as((from, to) -> new int[] {from, to})
                .list()
                .ofMaxSize(5);
    }

    private static Periods periods(List<int[]> ends) {
        Periods all = Periods.NONE;
        for (int[] period : ends) {
            all = all.plus(Periods.of(START.plusDays(period[0]), period[1] >= DAYS ? null : START.plusDays(period[1])));
        }
        return all;
    }

    /** The days; the last bit stands for all days to come. */
    private static BitSet days(List<int[]> ends) {
        BitSet days = new BitSet();
        ends.forEach(period -> {
            if (period[1] > period[0]) {
                days.set(period[0], period[1] >= DAYS ? DAYS + 1 : period[1]);
            }
        });
        return days;
    }

    private static BitSet days(Periods periods) {
        BitSet days = new BitSet();
        for (Row period : periods.toArray()) {
            LocalDate from = period.getAs(0);
            LocalDate to = period.getAs(1);
            int first = (int) (from.toEpochDay() - START.toEpochDay());
            days.set(first, to == null ? DAYS + 1 : (int) (to.toEpochDay() - START.toEpochDay()));
        }
        return days;
    }
}
