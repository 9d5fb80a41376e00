package org.vigie.jobs.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

class SiteContextTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final TableRows works =
            TableRows.of(SiteWeekTables.WORKS, "site_id", "S1", "status", "ONGOING", "known_on", MONDAY.minusWeeks(20));
    private final TableRows moves = TableRows.of(SiteWeekTables.MOVES, "site_id", "S1", "direction", "OUT", "count", 1);

    @Test
    void aSiteWithNothingAroundItHasZeros() {
        assertThat(context()).isEqualTo("running 0 starting 0 untold 0 ended 0 moves 0 usual 0.0");
    }

    @Test
    void worksAreRunningStartingSoonOrJustEnded() {
        works.row("start", MONDAY.minusWeeks(3), "end", MONDAY.plusWeeks(3), "tenants_told_on", MONDAY.minusWeeks(5))
                .row("start", MONDAY.plusWeeks(2), "end", MONDAY.plusWeeks(9), "status", "PLANNED")
                .row("start", MONDAY.plusWeeks(6), "end", MONDAY.plusWeeks(9), "status", "PLANNED")
                .row("start", MONDAY.minusWeeks(9), "end", MONDAY.minusWeeks(2), "status", "DONE")
                .row("start", MONDAY.minusWeeks(30), "end", MONDAY.minusWeeks(12), "status", "DONE");

        assertThat(context()).startsWith("running 1 starting 1 untold 1 ended 1 ");
    }

    @Test
    void aPlanCountsFromTheWeekInWhichItIsKnownUntilItIsReplacedAndNeverWhenCancelled() {
        works.row("start", MONDAY, "known_on", MONDAY.plusWeeks(1))
                .row("start", MONDAY, "replaced_on", MONDAY)
                .row("start", MONDAY, "status", "CANCELLED");

        assertThat(context()).startsWith("running 0 ");
    }

    @Test
    void movesOfThirteenWeeksStandBesideTheirUsualNumber() {
        moves.row("week", MONDAY, "known_on", MONDAY)
                .row("week", MONDAY.minusWeeks(12), "known_on", MONDAY)
                .row("week", MONDAY.minusWeeks(12), "known_on", MONDAY, "direction", "REQ")
                .row("week", MONDAY.minusWeeks(12), "known_on", MONDAY.plusWeeks(1))
                .row("week", MONDAY.minusWeeks(13), "known_on", MONDAY, "count", 24);

        assertThat(context()).contains("moves 2 usual 2.0");
    }

    private String context() {
        SiteWeeks joined = new SiteWeeks(
                TableRows.of(SiteWeekTables.SITES).row("site_id", "S1").dataset(),
                TableRows.of(SiteWeekTables.FACTS).dataset(),
                TableRows.of(SiteWeekTables.COUNTS).dataset(),
                works.dataset(),
                moves.dataset(),
                TableRows.of(SiteWeekTables.PRESENCE).dataset(),
                TableRows.of(SiteWeekTables.FATES).dataset(),
                TableRows.of(SiteWeekTables.CALENDAR).dataset());
        Row row = SiteContext.of(joined, MONDAY).first();
        return String.format(
                java.util.Locale.ROOT,
                "running %s starting %s untold %s ended %s moves %s usual %.1f",
                row.getAs("works_running"),
                row.getAs("works_starting"),
                row.getAs("works_untold"),
                row.getAs("works_ended"),
                row.getAs("moves"),
                row.<Double>getAs("moves_usual"));
    }
}
