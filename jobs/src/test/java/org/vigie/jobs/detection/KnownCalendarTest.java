package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agencies of one site whose nights of 14 July bring three times the facts of other weeks. */
class KnownCalendarTest {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    /** The week of 14 July 2026. */
    private static final int NEWEST_NIGHT = 132;

    private final StagedWeeks weeks = new StagedWeeks();

    @TempDir
    private Path folder;

    KnownCalendarTest() {
        for (int site = 0; site < 8; site++) {
            weeks.site("RES" + site, "AG" + site);
            for (int week = 0; week < NEWEST_NIGHT; week++) {
                weeks.facts("RES" + site, week, 0, "REPORTED", night(week) ? 12 : 4);
            }
            weeks.facts("RES" + site, NEWEST_NIGHT, 0, "REPORTED", 12);
        }
    }

    private static boolean night(int week) {
        LocalDate monday = StagedWeeks.monday(week);
        LocalDate night = LocalDate.of(monday.getYear(), 7, 14);
        return !night.isBefore(monday) && night.isBefore(monday.plusWeeks(1));
    }

    private void nights(String code, LocalDate known) {
        for (int year = 2024; year <= 2026; year++) {
            weeks.day(code, LocalDate.of(year, 7, 14), known);
        }
    }

    @Test
    void aNightLikeThoseOfEarlierYearsIsExpected() {
        assertThat(expected("none")).isCloseTo(4, within(1.0));
        nights("NUIT_14_07", ALWAYS);
        assertThat(expected("known")).isBetween(8.0, 12.5);
    }

    @Test
    void aCalendarDeliveredLaterWasNotKnownThen() {
        double before = expected("before");
        nights("NUIT_14_07", StagedWeeks.monday(NEWEST_NIGHT + 1));
        assertThat(expected("later")).isEqualTo(before);
    }

    @Test
    void whatNobodyKnowsBeforehandExplainsNothing() {
        double before = expected("before");
        nights("CANICULE", ALWAYS);
        assertThat(expected("hot")).isEqualTo(before);
    }

    private double expected(String lake) {
        List<Row> fitted =
                StagedWeeks.of(weeks.judge(NEWEST_NIGHT, folder.resolve(lake)).fitted(), "RES3");
        return fitted.get(fitted.size() - 1).getAs("expected");
    }
}
