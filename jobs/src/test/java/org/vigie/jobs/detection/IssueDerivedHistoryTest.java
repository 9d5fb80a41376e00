package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.detection.StagedWeeks.monday;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.texts.Sentences;

/** What users of other tools asked for, about the history of a site; the numbers are those of the trade's list. */
@Tag("issue-derived")
class IssueDerivedHistoryTest {

    /** 2027-W02: the year before it has a week 53. */
    private static final int LAST = 158;

    private static final int SILENT_SINCE = 120;

    @TempDir
    Path lake;

    /** 2, asked of baselinenowcast and of Signals for Surveillance: no fact is a zero, up to the week of the run. */
    @Test
    void aSiteWithNoFactSinceAWeekStillGetsZerosUpToTheRunWeekWeek53Included() {
        StagedWeeks weeks = new StagedWeeks();
        weeks.site("RES1", "AG1");
        weeks.site("RES2", "AG1");
        for (int week = 0; week <= LAST; week++) {
            weeks.facts("RES2", week, 0, "REPORTED", 1);
            if (week < SILENT_SINCE) {
                weeks.facts("RES1", week, 0, "REPORTED", 1);
            }
        }

        List<Row> shown = StagedWeeks.of(weeks.judge(LAST, lake).fitted(), "RES1").stream()
                .sorted(Comparator.comparing((Row row) -> row.<LocalDate>getAs("week")))
                .toList();

        assertThat(shown).hasSizeGreaterThan(100);
        assertThat(shown)
                .extracting(row -> row.<LocalDate>getAs("week"))
                .contains(IsoWeek.of(2026, 53).monday())
                .containsExactlyElementsOf(IntStream.rangeClosed(LAST - shown.size() + 1, LAST)
                        .mapToObj(StagedWeeks::monday)
                        .toList());
        assertThat(shown)
                .allSatisfy(row -> assertThat(row.<Integer>getAs("reported"))
                        .isEqualTo(row.<LocalDate>getAs("week").isBefore(monday(SILENT_SINCE)) ? 1 : 0));
    }

    /** 4, asked of Signals for Surveillance and epysurv: too little history is an answer in words, not a failure. */
    @Test
    void twentyWeeksOfHistoryGiveAMessageInFrenchThatNamesTheMethodAndWhatIsMissing() {
        StagedWeeks weeks = new StagedWeeks();
        weeks.site("RES1", "AG1");
        weeks.site("RES2", "AG1");
        for (int week = 0; week < 20; week++) {
            weeks.facts("RES1", week, 0, "REPORTED", 1);
            weeks.facts("RES2", week, 0, "REPORTED", 1);
        }

        List<Row> evidence = StagedWeeks.of(weeks.judge(19, lake).evidence(), "RES1");

        assertThat(evidence).singleElement().satisfies(row -> {
            assertThat(row.<Double>getAs("p_value")).isNull();
            String reason = row.getAs("reason");
            assertThat(Sentences.FR.say("reason.GRIS." + reason))
                    .startsWith("Données insuffisantes")
                    .contains("référence partagée", "26 semaines");
            assertThat(Sentences.EN.say("reason.GRIS." + reason)).contains("shared baseline", "26 weeks");
        });
    }
}
