package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class AreaTableTest {

    private static final int MIN_COUNT = 5;

    @Test
    void aSmallCountIsHiddenTogetherWithTheNextSmallest() {
        List<Row> shown = AreaTable.suppressed(period("2026-Q4", 3, 40, 12), MIN_COUNT);

        assertThat(facts(shown)).containsExactly(null, null, 40);
        assertThat(shown).filteredOn(row -> row.getBoolean(11)).hasSize(2).allSatisfy(row -> {
            for (int column = 4; column <= 10; column++) {
                assertThat(row.isNullAt(column)).as("column %d", column).isTrue();
            }
        });
    }

    @Test
    void nothingIsHiddenWhereEveryCountIsLargeEnough() {
        List<Row> exact = period("2026-Q4", 5, 40, 12);

        assertThat(AreaTable.suppressed(exact, MIN_COUNT)).containsExactlyInAnyOrderElementsOf(exact);
    }

    @Property
    void noSmallCountCanBeReadOffOrWorkedOutFromTheTotalOfAPeriod(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 30) Integer> counts) {
        List<Row> exact =
                period("2026-Q4", counts.stream().mapToInt(Integer::intValue).toArray());
        List<Row> shown = AreaTable.suppressed(exact, MIN_COUNT);

        assertThat(shown).hasSameSizeAs(exact);
        assertThat(shown)
                .filteredOn(row -> !row.getBoolean(11))
                .allSatisfy(row -> assertThat(row.getInt(4)).isGreaterThanOrEqualTo(MIN_COUNT));
        long hidden = shown.stream().filter(row -> row.getBoolean(11)).count();
        if (hidden > 0 && counts.size() > 1) {
            assertThat(hidden)
                    .as("one hidden row alone is the total less the others")
                    .isGreaterThan(1);
            int total = counts.stream().mapToInt(Integer::intValue).sum();
            int told = shown.stream()
                    .filter(row -> !row.getBoolean(11))
                    .mapToInt(row -> row.getInt(4))
                    .sum();
            boolean allHidden = hidden == shown.size();
            assertThat(total - told >= MIN_COUNT || allHidden)
                    .as("what all hidden rows hold together is not small either: %s", counts)
                    .isTrue();
        }
    }

    @Test
    void periodsAreHiddenOnTheirOwn() {
        List<Row> exact = new ArrayList<>(period("2026-Q3", 10, 20));
        exact.addAll(period("2026-Q4", 1, 20, 30));

        Map<String, Integer> hidden = new TreeMap<>();
        AreaTable.suppressed(exact, MIN_COUNT).stream()
                .filter(row -> row.getBoolean(11))
                .forEach(row -> hidden.merge(row.getString(0), 1, Integer::sum));
        assertThat(hidden).isEqualTo(Map.of("2026-Q4", 2));
    }

    private static List<Integer> facts(List<Row> rows) {
        return rows.stream()
                .map(row -> row.isNullAt(4) ? null : (Integer) row.getInt(4))
                .toList();
    }

    private static List<Row> period(String period, int... facts) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < facts.length; i++) {
            rows.add(RowFactory.create(
                    period,
                    "QP%02d".formatted(i),
                    "2024",
                    300,
                    facts[i],
                    1.0,
                    0.5,
                    1.5,
                    0.1,
                    "DANS_LA_MOYENNE",
                    "STABLE",
                    false));
        }
        return rows;
    }
}
