package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.alerts.Finding.Outcome;

/** What users of other tools asked for, as far as it is about episodes alone; the numbers are those of the trade's list. */
@Tag("issue-derived")
class IssueDerivedAlertsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final String ALERT = "A-2026-W02-RES0001-OCC";

    /** 6, asked of Metabase: once-only alerts that can be reset. */
    @Test
    void episodeClosedThenExceededAgainIsReopenedOnceWithItsNumber() {
        List<TeamLoad.Decision> decisions =
                decided(Findings.NONE, "news", "calm", "calm", "calm", "calm", "calm", "news", "news", "calm");

        assertThat(states(decisions))
                .containsExactly(
                        "NOUVELLE",
                        "EN_OBSERVATION",
                        "EN_OBSERVATION",
                        "EN_OBSERVATION",
                        "LEVEE",
                        "NOUVELLE",
                        "TRANSMISE",
                        "EN_OBSERVATION");
        assertThat(decisions)
                .extracting(decision -> decision.episode().alertId())
                .containsOnly(ALERT);
        assertThat(decisions.stream().filter(decision -> decision.episode().reopened()))
                .hasSize(3);
    }

    /** 7, asked of Metabase: no alert after the condition ended. */
    @Test
    void alertConditionGoneNoFurtherNotice() {
        List<TeamLoad.Decision> decisions = decided(Findings.NONE, "news", "calm", "calm", "calm", "calm", "calm");

        assertThat(states(decisions)).endsWith("LEVEE").hasSize(5);
        assertThat(decisions.stream().filter(TeamLoad.Decision::onTheList)).hasSize(1);
    }

    /** 8, as New York does with ongoing clusters: again only with at least one new case. */
    @Test
    void ongoingEpisodeWithNoNewFactIsNotSentAgain() {
        List<TeamLoad.Decision> decisions = decided(Findings.NONE, "news", "same", "same", "news");

        assertThat(states(decisions)).containsExactly("NOUVELLE", "EN_OBSERVATION", "EN_OBSERVATION", "TRANSMISE");
        assertThat(decisions).extracting(TeamLoad.Decision::onTheList).containsExactly(true, false, false, true);
    }

    /** 9, asked of Superset: a grace period as long as the period skipped every other run. */
    @Test
    void coolDownEqualToThePeriodDoesNotSkipEveryOtherRun() {
        assertThat(states(decided(Findings.NONE, "news", "news", "news", "news")))
                .containsExactly("NOUVELLE", "TRANSMISE", "TRANSMISE", "TRANSMISE");

        Finding.Decision oneWeek =
                Said.decided("SOURDINE", "PARTENAIRE", START.plusWeeks(1).plusDays(6));
        Findings muted = new Said()
                .found(ALERT, START.plusWeeks(1), Outcome.NOT_CHECKED, oneWeek)
                .all();

        assertThat(states(decided(muted, "news", "news", "news", "news")))
                .containsExactly("NOUVELLE", "SOURDINE", "TRANSMISE", "TRANSMISE");
    }

    private static List<String> states(List<TeamLoad.Decision> decisions) {
        return decisions.stream().map(decision -> decision.state().name()).toList();
    }

    private static List<TeamLoad.Decision> decided(Findings findings, String... weeks) {
        EpisodeFold fold = new EpisodeFold("RES0001", findings);
        TeamLoad team = new TeamLoad(5, 5);
        List<TeamLoad.Decision> decisions = new ArrayList<>();
        for (int i = 0; i < weeks.length; i++) {
            decisions.addAll(team.next(START.plusWeeks(i), fold.next(week(i, weeks[i]))));
        }
        return decisions;
    }

    private static SiteWeek week(int number, String what) {
        LocalDate monday = START.plusWeeks(number);
        boolean calm = what.equals("calm");
        SiteWeek.Rise rise = new SiteWeek.Rise(monday, 5, 1.2, 4, 3, 0.001);
        return new SiteWeek(
                monday, 0.001, !calm, "OCC", rise, calm ? 0 : 5, 1, 0, 0, what.equals("news"), Optional.empty());
    }
}
