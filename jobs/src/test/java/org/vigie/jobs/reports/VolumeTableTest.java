package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

class VolumeTableTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 10, 19);

    @Test
    void aLotThatIsStillToComeIsNoLackOfRows() {
        // some 80 moves a week, delivered three weeks ago in the middle of a week
        Row moves = moves(PUBLISHED.minusWeeks(3), 29, 80);

        assertThat(moves.<Integer>getAs(3)).as("thirteen whole weeks").isEqualTo(13 * 80);
        assertThat(moves.getString(7)).isEqualTo("HABITUEL");
    }

    @Test
    void aLotOfHalfTheUsualRowsIsTold() {
        Row moves = moves(PUBLISHED, 40, 40);

        assertThat(moves.<Integer>getAs(3)).isEqualTo(13 * 40);
        assertThat(moves.getString(7)).isEqualTo("EN_DESSOUS");
    }

    /** The row of a feed of some 80 moves a week, which last brought so many, and in the twelve weeks before other many each. */
    private static Row moves(LocalDate newest, int inNewest, int inTwelveBefore) {
        TableRows moves = TableRows.of(SiteWeekTables.MOVES, "site_id", "RES1", "direction", "IN");
        for (int back = 0; back <= 100; back++) {
            int usual = 80 + (back * 7) % 3 - 1;
            int count = back == 0 ? inNewest : back <= 12 && inTwelveBefore != 80 ? inTwelveBefore : usual;
            LocalDate week = newest.minusWeeks(back);
            moves.row("week", week, "known_on", week, "count", count);
        }
        Dataset<Row> works = TableRows.of(SiteWeekTables.WORKS).dataset();
        Dataset<Row> presence = TableRows.of(SiteWeekTables.PRESENCE).dataset();
        Dataset<Row> facts = TableRows.of(SiteWeekTables.FACTS).dataset();
        List<Row> rows = VolumeTable.of(
                new SiteWeeks(facts, facts, facts, works, moves.dataset(), presence, facts, facts), PUBLISHED);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
