package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found on a visit that an alert caused is shown, and does not feed the alert again. */
class AlertVisitsTest {

    private static final int LAST = 80;
    private static final double ROUND = 10;
    private static final Map<String, Row> EVIDENCE = new HashMap<>();
    private static final Map<String, List<Row>> FITTED = new HashMap<>();

    /** Agencies that differ only in the newest week of their first site. */
    @BeforeAll
    static void judgesAgenciesThatDifferInOneWeek(@TempDir Path folder) {
        StagedWeeks weeks = new StagedWeeks();
        newest(weeks, "QUIET", ROUND, 0, 2);
        newest(weeks, "PLANNED", 2 * ROUND, 0, 14);
        newest(weeks, "ALERT", 7 * ROUND, 6 * ROUND, 14);
        newest(weeks, "ALONE", 5 * ROUND, 5 * ROUND, 20);
        newest(weeks, "REPORTED", 7 * ROUND, 6 * ROUND, 14);
        weeks.facts("REPORTED0", LAST, 0, "REPORTED", 9);
        JudgeSites.Judgement judgement = weeks.judge(LAST, folder);
        for (String agency : List.of("QUIET", "PLANNED", "ALERT", "ALONE", "REPORTED")) {
            EVIDENCE.put(
                    agency, StagedWeeks.of(judgement.evidence(), agency + "0").get(0));
            FITTED.put(agency, StagedWeeks.of(judgement.fitted(), agency + "0"));
        }
    }

    /** Four sites with ten hours of planned rounds a week, on which two facts are found; two more are reported. */
    private static void newest(StagedWeeks weeks, String agency, double hours, double onAlert, int found) {
        for (int site = 0; site < 4; site++) {
            weeks.site(agency + site, agency);
            for (int week = 0; week <= LAST; week++) {
                boolean newest = site == 0 && week == LAST;
                weeks.facts(agency + site, week, 0, "REPORTED", 2);
                weeks.facts(agency + site, week, 0, "DISCOVERED", newest ? found : 2);
                weeks.presence(agency + site, week, newest ? hours : ROUND, newest ? onAlert : 0);
            }
        }
    }

    @Test
    void factsFoundOnAVisitThatAnAlertCausedDoNotFeedItAgain() {
        assertThat(pValue("PLANNED"))
                .as("fourteen facts in twenty planned hours")
                .isLessThan(pValue("QUIET") / 5);
        assertThat(pValue("ALERT")).isGreaterThan(pValue("QUIET") * .9);
    }

    @Test
    void factsThatResidentsReportThenStillCount() {
        assertThat(pValue("REPORTED")).isLessThan(pValue("ALERT") / 5);
    }

    @Test
    void aWeekOfAlertVisitsAloneSaysNothingOfWhatIsFound() {
        assertThat(pValue("ALONE")).isGreaterThan(pValue("QUIET") * .9);
    }

    @Test
    void allFactsAndHoursAreShown() {
        Row newest = FITTED.get("ALERT").get(LAST);
        assertThat(newest.<Integer>getAs("discovered")).isEqualTo(14);
        assertThat(newest.<Double>getAs("presence_hours")).isEqualTo(7 * ROUND);
        Row evidence = EVIDENCE.get("ALERT");
        assertThat(evidence.<Double>getAs("presence_recent")).isCloseTo(10 * ROUND / 4, within(1e-9));
        assertThat(evidence.<Integer>getAs("recent_facts")).isEqualTo(16);
    }

    private static double pValue(String agency) {
        return EVIDENCE.get(agency).getAs("p_value");
    }
}
