package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.settings.DetectionSettings;

class CompareWeeksTest {

    private static final int LAST = 112;
    private static final int WEEKS = 6;

    /** Facts of the kinds that the forecast is about happen in the weeks that are given, on time. */
    private static StagedWeeks landlord(int... escalations) {
        StagedWeeks weeks = new StagedWeeks();
        weeks.site("A", "AG1");
        for (int week = 0; week <= LAST; week += 2) {
            weeks.facts("A", week, 0, "REPORTED", 1 + week % 3);
        }
        for (int week : escalations) {
            weeks.escalation("A", week, 0);
        }
        return weeks;
    }

    private static List<Row> rows(StagedWeeks weeks) {
        IsoWeek last = IsoWeek.of(StagedWeeks.monday(LAST));
        DetectionSettings settings = new DetectionSettings(208, WEEKS, .15, 2);
        return CompareWeeks.of(weeks.joined(), last, last, settings)
                .orderBy("week")
                .collectAsList();
    }

    @Test
    void countsTheYearBehindAndTheFourWeeksAhead() {
        List<Row> rows = rows(landlord(LAST - 2, LAST - 40, LAST - 52));

        Row first =
                rows.get(0); // five weeks before the last: the escalation two weeks before it lies in its third week
        assertThat(rows).hasSize(WEEKS);
        assertThat(first.<Integer>getAs("ahead")).isEqualTo(1);
        assertThat(first.<Integer>getAs("first_ahead")).isEqualTo(3);
        assertThat(first.<Integer>getAs("escalations_year")).isEqualTo(2);
        assertThat(first.<Integer>getAs("escalations_last_year")).isZero();
        Row third = rows.get(3); // the week LAST - 2 itself: 52 weeks reach back to LAST - 53
        assertThat(third.<Integer>getAs("escalations_last_year")).isEqualTo(1);
        assertThat(third.<Integer>getAs("escalations_year")).isEqualTo(3);
        assertThat(third.<Object>getAs("ahead"))
                .as("its four weeks are not over")
                .isNull();
        assertThat(third.<Double>getAs("ears_p")).isBetween(0.0, 1.0);
        assertThat(third.<Double>getAs("farrington_p")).isBetween(0.0, 1.0);
    }

    @Test
    void aWeekIsTheSameWhateverBecameKnownAfterIt() {
        StagedWeeks later = landlord(LAST - 2, LAST - 40, LAST - 52);
        for (int week = 0; week < LAST - 5; week += 3) {
            later.facts("A", week, LAST - 4 - week, "REPORTED", 50); // known one week after the first tested week
            later.escalation("A", week, LAST - 4 - week);
        }

        Row before = rows(landlord(LAST - 2, LAST - 40, LAST - 52)).get(0);
        List<Row> after = rows(later);

        assertThat(after.get(0)).isEqualTo(before);
        assertThat(after.get(1).<Integer>getAs("facts_year")).isGreaterThan(800);
    }
}
