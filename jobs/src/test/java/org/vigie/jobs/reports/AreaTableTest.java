package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
        assertThat(SharedAreas.of(rows, List.of(), MIN_COUNT)).hasSameSizeAs(rows);
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
}
