package org.vigie.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.scoring.ScoringTables;

class WeekChecksTest {

    @Test
    void namesTheSitesWhosePartsAreNotTheirScore() {
        TableRows scores = TableRows.of(ScoringTables.SCORES)
                .row("site_id", "RIGHT", "tension_score", 12.3)
                .row("site_id", "WRONG", "tension_score", 12.3)
                .row("site_id", "CALM", "tension_score", 0.0)
                .row("site_id", "UNEXPLAINED", "tension_score", 0.1);
        TableRows parts = TableRows.of(ScoringTables.PARTS)
                .row("site_id", "RIGHT", "points", 12.2)
                .row("site_id", "RIGHT", "points", 0.1)
                .row("site_id", "WRONG", "points", 12.2);

        List<String> wrong = WeekChecks.sitesWhosePartsDoNotAddUp(scores.dataset(), parts.dataset())
                .orderBy("site_id")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();

        assertThat(wrong).containsExactly("UNEXPLAINED", "WRONG");
    }
}
