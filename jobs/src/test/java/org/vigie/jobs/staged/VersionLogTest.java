package org.vigie.jobs.staged;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;

/** Weeks are told by their Monday: 5, 12, 19 and 26 January 2026. */
class VersionLogTest {

    private final TableRows log = TableRows.of(StagedTables.FACTS, "feed", "INCIDENTS", "fact_id", "F1", "version", 1);

    @Test
    void aThingToldOnceIsUsedFromTheWeekInWhichItBecameKnown() {
        log.row("known_at", on(7));

        assertThat(lifetimes()).containsExactly("line 2 used 2026-01-05 to -");
    }

    @Test
    void aHigherVersionSupersedesALowerOneFromTheWeekInWhichItBecameKnown() {
        log.row("known_at", on(7), "version", 1, "status", "OUVERT").row("known_at", on(20), "version", 2);

        assertThat(lifetimes())
                .containsExactly("line 2 superseded 2026-01-05 to 2026-01-19", "line 3 used 2026-01-19 to -");
    }

    @Test
    void theSameContentToldAgainIsADuplicateAndChangesNothing() {
        log.row("known_at", on(7)).row("known_at", on(14)).row("known_at", on(21));

        List<String> lifetimes = lifetimes();
        assertThat(lifetimes.get(0)).isEqualTo("line 2 used 2026-01-05 to -");
        assertThat(lifetimes.subList(1, 3)).allMatch(life -> life.contains(" duplicate "));
    }

    @Test
    void contentThatComesBackAfterAnotherIsAVersionOfItsOwn() {
        log.row("known_at", on(7), "status", "OUVERT")
                .row("known_at", on(14), "status", "CLOS")
                .row("known_at", on(21), "status", "OUVERT");

        assertThat(lifetimes())
                .containsExactly(
                        "line 2 superseded 2026-01-05 to 2026-01-12",
                        "line 3 superseded 2026-01-12 to 2026-01-19",
                        "line 4 used 2026-01-19 to -");
    }

    @Test
    void aRepeatDoesNotCutTheLifeOfTheVersionThatItRepeats() {
        log.row("known_at", on(7), "status", "OUVERT")
                .row("known_at", on(14), "status", "OUVERT")
                .row("known_at", on(21), "status", "CLOS");

        assertThat(lifetimes()).contains("line 2 superseded 2026-01-05 to 2026-01-19", "line 4 used 2026-01-19 to -");
    }

    @Test
    void aVersionThatArrivesAfterAHigherOneWasNeverBelieved() {
        log.row("known_at", on(21), "version", 1, "status", "OUVERT")
                .row("known_at", on(7), "version", 2, "status", "CLOS");

        assertThat(lifetimes())
                .as("version 1 ends before it begins; version 2 is believed as soon as it is known")
                .containsExactly("line 2 superseded 2026-01-19 to 2026-01-05", "line 3 used 2026-01-05 to -");
    }

    @Test
    void thingsOfDifferentKeysDoNotTouchEachOther() {
        log.row("known_at", on(7))
                .row("known_at", on(7), "fact_id", "F2")
                .row("known_at", on(7), "feed", "INCIVILITIES");

        assertThat(lifetimes()).hasSize(3).allMatch(life -> life.contains(" used "));
    }

    @Test
    void sundayNightAndMondayMorningAreDifferentWeeksOnClockChangeSundaysToo() {
        for (LocalDate sunday : List.of(
                LocalDate.of(2026, 3, 29), // 2:00 becomes 3:00
                LocalDate.of(2026, 10, 25), // 3:00 becomes 2:00
                LocalDate.of(2021, 1, 3))) {
            assertThat(mondayOf(sunday.atTime(23, 59))).isEqualTo(sunday.minusDays(6));
            assertThat(mondayOf(sunday.atTime(2, 30))).isEqualTo(sunday.minusDays(6));
            assertThat(mondayOf(sunday.plusDays(1).atStartOfDay())).isEqualTo(sunday.plusDays(1));
        }
    }

    @Test
    void weeksAtTheTurnOfTheYearAreThoseOfTheIsoCalendar() {
        assertThat(mondayOf(LocalDate.of(2025, 8, 1).atTime(9, 0))).isEqualTo(LocalDate.of(2025, 7, 28));
        assertThat(mondayOf(LocalDate.of(2024, 12, 31).atTime(9, 0))).isEqualTo(LocalDate.of(2024, 12, 30));
        assertThat(mondayOf(LocalDate.of(2021, 1, 3).atTime(9, 0))).isEqualTo(LocalDate.of(2020, 12, 28));
    }

    private static LocalDate mondayOf(LocalDateTime time) {
        return SharedSpark.session()
                .range(1)
                .select(VersionLog.monday(lit(time)).as("monday"))
                .first()
                .getAs(0);
    }

    private static LocalDateTime on(int dayOfJanuary) {
        return LocalDate.of(2026, 1, dayOfJanuary).atTime(10, 0);
    }

    private List<String> lifetimes() {
        return VersionLog.withLifetimes(log.dataset(), List.of("feed", "fact_id"), List.of("version"))
                .orderBy("line")
                .select(concat_ws(
                        " ",
                        lit("line"),
                        col("line"),
                        col("fate"),
                        col("known_on"),
                        lit("to"),
                        coalesce(col("replaced_on").cast("string"), lit("-"))))
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
