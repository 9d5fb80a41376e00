package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.detection.SilentWeek;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

class AreaTableTest {

    private static final int MIN_COUNT = 5;

    /** The quarter of this Monday has thirteen weeks up to it. */
    private static final LocalDate LAST_WEEK = LocalDate.of(2026, 9, 28);

    @Test
    void aSmallCountIsHiddenTogetherWithTheNextSmallest() {
        List<Row> shown = AreaTable.suppressed(period("2026-Q4", 3, 40, 12), MIN_COUNT);

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
        AreaTable.suppressed(exact, MIN_COUNT).stream()
                .filter(row -> row.getBoolean(12))
                .forEach(row -> hidden.merge(row.getString(0), 1, Integer::sum));
        assertThat(hidden).isEqualTo(Map.of("2026-Q4", 2));
    }

    @Test
    void weeksOfSilenceCountNeitherAsFactsNorAsTime() {
        // both neighbourhoods: a fact a week; the feed of AG2 stops after five of the thirteen weeks of the quarter
        List<Row> rows = AreaTable.exact(estate(5), silence(8), LAST_WEEK);

        assertThat(areaOf(rows, "2026-Q3", "QP2"))
                .as("five of thirteen weeks say nothing of a quarter")
                .satisfies(row -> {
                    assertThat(row.getString(9)).isEqualTo("GRIS");
                    assertThat(row.isNullAt(4)).isTrue();
                    assertThat(row.isNullAt(5)).isTrue();
                    assertThat(row.isNullAt(10)).isTrue();
                    assertThat(row.isNullAt(11)).isTrue();
                });
        assertThat(areaOf(rows, "2026-Q3", "QP1").getInt(4)).isEqualTo(13);
    }

    @Test
    void aShortSilenceIsNoImprovement() {
        List<Row> rows = AreaTable.exact(estate(8), silence(5), LAST_WEEK);

        Row row = areaOf(rows, "2026-Q3", "QP2");
        assertThat(row.getInt(4)).isEqualTo(8);
        assertThat(row.getDouble(8)).as("change on a year").isZero();
        assertThat(row.getString(10)).isEqualTo("STABLE");
        assertThat(row.getDouble(5)).isEqualTo(areaOf(rows, "2026-Q3", "QP1").getDouble(5), Assertions.within(0.5));
        assertThat(AreaTable.suppressed(rows, MIN_COUNT)).hasSameSizeAs(rows);
    }

    /** Two neighbourhoods of 100 dwellings with a fact in every week of two years; QP2 only up to a week of 2026-Q3. */
    private static SiteWeeks estate(int weeksHeard) {
        TableRows counts = TableRows.of(SiteWeekTables.COUNTS, "count", 1);
        for (LocalDate week = LAST_WEEK.minusWeeks(104); !week.isAfter(LAST_WEEK); week = week.plusWeeks(1)) {
            counts.row("site_id", "RES1", "week", week, "known_on", week);
            if (week.isBefore(LAST_WEEK.minusWeeks(12 - weeksHeard))) {
                counts.row("site_id", "RES2", "week", week, "known_on", week);
            }
        }
        Dataset<Row> sites = TableRows.of(
                        SiteWeekTables.SITES, "dwellings", 100, "followed_from", LocalDate.of(1900, 1, 1))
                .row("site_id", "RES1", "agency", "AG1", "area_id", "QP1", "area_generation", "2024")
                .row("site_id", "RES2", "agency", "AG2", "area_id", "QP2", "area_generation", "2024")
                .dataset();
        Dataset<Row> none = SharedSpark.session().emptyDataFrame();
        return new SiteWeeks(sites, none, counts.dataset(), none, none, none, none, none);
    }

    private static List<SilentWeek> silence(int weeks) {
        return IntStream.range(0, weeks)
                .mapToObj(back -> new SilentWeek("AG2", LAST_WEEK.minusWeeks(back)))
                .toList();
    }

    private static Row areaOf(List<Row> rows, String period, String area) {
        return rows.stream()
                .filter(row ->
                        row.getString(0).equals(period) && row.getString(1).equals(area))
                .findFirst()
                .orElseThrow();
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
