package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What neighbourhoods give away outside the mediation team; some tests play somebody who wants to know more. */
class SharedAreasTest {

    private static final int MIN_COUNT = 5;

    @Test
    void aSmallCountIsHiddenTogetherWithTheNextSmallest() {
        List<Row> shown = SharedAreas.of(period("2026-Q4", 3, 40, 12), List.of(), MIN_COUNT);

        assertThat(facts(shown)).containsExactly(null, null, 40);
        assertThat(shown).filteredOn(row -> row.getBoolean(12)).hasSize(2).allSatisfy(row -> {
            for (int column = 4; column <= 11; column++) {
                assertThat(row.isNullAt(column)).as("column %d", column).isTrue();
            }
        });
    }

    @Test
    void nothingIsHiddenWhereEveryCountIsLargeEnough() {
        List<Row> exact = period("2026-Q4", 5, 40, 12);

        assertThat(SharedAreas.of(exact, List.of(), MIN_COUNT)).containsExactlyInAnyOrderElementsOf(exact);
    }

    @Property
    void noSmallCountCanBeReadOffOrWorkedOutFromTheTotalOfAPeriod(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 30) Integer> counts) {
        List<Row> exact =
                period("2026-Q4", counts.stream().mapToInt(Integer::intValue).toArray());
        List<Row> shown = SharedAreas.of(exact, List.of(), MIN_COUNT);

        assertThat(shown).hasSameSizeAs(exact);
        assertThat(shown)
                .filteredOn(row -> !row.getBoolean(12))
                .allSatisfy(row -> assertThat(row.getInt(4)).isGreaterThanOrEqualTo(MIN_COUNT));
        long hidden = shown.stream().filter(row -> row.getBoolean(12)).count();
        if (hidden > 0 && counts.size() > 1) {
            assertThat(hidden)
                    .as("one hidden row alone is the total less the others")
                    .isGreaterThan(1);
            int total = counts.stream().mapToInt(Integer::intValue).sum();
            int told = shown.stream()
                    .filter(row -> !row.getBoolean(12))
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
        SharedAreas.of(exact, List.of(), MIN_COUNT).stream()
                .filter(row -> row.getBoolean(12))
                .forEach(row -> hidden.merge(row.getString(0), 1, Integer::sum));
        assertThat(hidden).isEqualTo(Map.of("2026-Q4", 2));
    }

    @Test
    void twoFactsMoreThanLastWeekAreNotTold() {
        List<Row> lastWeek = SharedAreas.of(period("2026-Q4", 40, 12), List.of(), MIN_COUNT);

        List<Row> shown = SharedAreas.of(period("2026-Q4", 42, 17), lastWeek, MIN_COUNT);

        assertThat(facts(shown)).as("40 stays, 5 more may be told").containsExactly(17, 40);
        assertThat(facts(SharedAreas.of(period("2026-Q4", 45, 19), shown, MIN_COUNT)))
                .as("5 more since 40 was told, 2 more since 17 was")
                .containsExactly(17, 45);
    }

    @Test
    void aRowThatIsHiddenForAWhileComesBackWithFiguresToldBeforeOrFarFromThem() {
        List<Row> told = SharedAreas.of(period("2026-Q4", 9, 30, 40), List.of(), MIN_COUNT);

        List<Row> shown = SharedAreas.of(period("2026-Q4", 12, 30, 40), told, MIN_COUNT);

        assertThat(facts(shown)).containsExactly(9, 30, 40);
    }

    /** 4 facts of a year before, hidden there, would be 40 facts less 900 %. */
    @Test
    void aChangeDoesNotTellTheHiddenCountOfTheYearBefore() {
        List<Row> exact = new ArrayList<>(period("2025-Q4", 4, 50, 30));
        exact.addAll(period("2026-Q4", 40, 60, 70));

        List<Row> shown = SharedAreas.of(exact, List.of(), MIN_COUNT);

        Map<String, Object> changes = new TreeMap<>();
        shown.stream()
                .filter(row -> row.getString(0).equals("2026-Q4"))
                .forEach(row -> changes.put(row.getString(1), String.valueOf(row.get(8)) + row.get(10)));
        assertThat(changes)
                .containsEntry("QP00", "nullnull")
                .containsEntry("QP01", "0.1STABLE")
                .containsEntry("QP02", "nullnull");
    }

    /**
     * The attacker keeps the pages of two consecutive weeks of a running quarter, and all pages before, and knows the total of
     * the quarter in each week from elsewhere.
     */
    @Property(tries = 300)
    void theDifferenceOfTwoWeeksGivesNoSmallCountAway(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int areas, @ForAll @IntRange(max = 8) int most) {
        Random random = new Random(seed);
        int[] counts = new int[areas];
        List<Row> earlier = new ArrayList<>();
        Map<String, List<Integer>> told = new HashMap<>();
        for (int week = 0; week < 13; week++) {
            for (int area = 0; area < areas; area++) {
                int correction = random.nextInt(12) == 0 && counts[area] > 0 ? -1 : 0;
                int late = random.nextInt(20) == 0 ? -Math.min(counts[area], 7) : 0;
                counts[area] += late == 0 ? correction + random.nextInt(1 + random.nextInt(1 + most)) : late;
            }
            List<Row> shown = SharedAreas.of(period("2026-Q4", counts), earlier, MIN_COUNT);
            attack(shown, counts, told);
            shown.stream()
                    .filter(row -> !row.getBoolean(12))
                    .forEach(row -> told.computeIfAbsent(row.getString(1), area -> new ArrayList<>())
                            .add(0, row.getInt(4)));
            earlier.addAll(0, shown.stream().filter(row -> !row.getBoolean(12)).toList());
        }
    }

    private static void attack(List<Row> shown, int[] counts, Map<String, List<Integer>> told) {
        int unseen = 0;
        int hidden = 0;
        for (Row row : shown) {
            List<Integer> pages = told.getOrDefault(row.getString(1), List.of());
            if (row.getBoolean(12)) {
                int now = counts[Integer.parseInt(row.getString(1).substring(2))];
                hidden++;
                unseen += Math.max(0, now - pages.stream().findFirst().orElse(0));
            } else {
                assertThat(row.getInt(4)).isGreaterThanOrEqualTo(MIN_COUNT);
                pages.forEach(then -> assertThat(Math.abs(row.getInt(4) - then))
                        .as("what a week added to %s: %d after %d", row.getString(1), row.getInt(4), then)
                        .satisfiesAnyOf(
                                moved -> assertThat(moved).isZero(),
                                moved -> assertThat(moved).isGreaterThanOrEqualTo(MIN_COUNT)));
            }
        }
        boolean allHidden = hidden == shown.size();
        assertThat(hidden == 0 || allHidden || (hidden > 1 && unseen >= MIN_COUNT))
                .as("the total less what pages ever told: %d facts in %d rows of %s", unseen, hidden, shown)
                .isTrue();
    }

    /** The attack finds what it looks for where nothing is held back between weeks. */
    @Test
    void theAttackSucceedsOnTablesThatForgetWhatTheyTold() {
        List<Row> lastWeek = SharedAreas.of(period("2026-Q4", 40, 12), List.of(), MIN_COUNT);
        List<Row> forgetful = SharedAreas.of(period("2026-Q4", 42, 12), List.of(), MIN_COUNT);
        Map<String, List<Integer>> told = new HashMap<>();
        lastWeek.forEach(row -> told.put(row.getString(1), List.of(row.getInt(4))));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> attack(forgetful, new int[] {42, 12}, told))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what a week added to QP00: 42 after 40");
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
                    "NONE",
                    false));
        }
        return rows;
    }
}
