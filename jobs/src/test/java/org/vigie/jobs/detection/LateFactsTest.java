package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest weeks are compared with what can be known of them by now, agency by agency. */
class LateFactsTest {

    private static final int LAST = 80;

    private final StagedWeeks weeks = new StagedWeeks();

    @TempDir
    private Path folder;

    /** Every site has four facts a week; where facts come late, two of them in the next week and one in the second. */
    LateFactsTest() {
        for (int site = 0; site < 4; site++) {
            weeks.site("LATE" + site, "AG1");
            weeks.site("SOON" + site, "AG2");
            for (int week = 0; week <= LAST; week++) {
                weeks.facts("SOON" + site, week, 0, "REPORTED", 4);
                weeks.facts("LATE" + site, week, 0, "REPORTED", 1);
                weeks.facts("LATE" + site, week, 1, "REPORTED", 2);
                weeks.facts("LATE" + site, week, 2, "REPORTED", 1);
            }
        }
    }

    @Test
    void theNewestWeeksAreExpectedAsIncompleteAsTheAgencyMakesThem() {
        List<Row> fitted = StagedWeeks.of(weeks.judge(LAST, folder).fitted(), "LATE1");
        assertThat(expected(fitted, 0)).isCloseTo(1, within(.25));
        assertThat(expected(fitted, 1)).isCloseTo(3, within(.25));
        assertThat(expected(fitted, 2)).isCloseTo(4, within(.25));
        List<Row> prompt = StagedWeeks.of(weeks.judge(LAST, folder).fitted(), "SOON1");
        assertThat(expected(prompt, 0)).isCloseTo(4, within(.25));
    }

    @Test
    void onlyDelaysKnownThenAreLearned() {
        List<String> before = text(folder.resolve("before"));
        for (int week = 10; week <= LAST; week++) {
            weeks.facts("LATE1", week, LAST + 1 - week, "REPORTED", 5);
        }
        assertThat(text(folder.resolve("after"))).isEqualTo(before);
    }

    private List<String> text(Path lake) {
        return StagedWeeks.of(weeks.judge(LAST, lake).fitted(), "LATE1").stream()
                .map(Row::toString)
                .toList();
    }

    private static double expected(List<Row> fitted, int weeksAgo) {
        return fitted.get(fitted.size() - 1 - weeksAgo).getAs("expected");
    }
}
