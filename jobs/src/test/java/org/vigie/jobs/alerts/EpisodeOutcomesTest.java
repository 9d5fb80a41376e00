package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.alerts.Said.decided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.alerts.Finding.Decision;
import org.vigie.jobs.alerts.Finding.Outcome;

/** What becomes of an episode once people answer: week 0 opens {@code A-2026-W02-RES0001-OCC}. */
class EpisodeOutcomesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final String ALERT = "A-2026-W02-RES0001-OCC";
    private static final String NOBODY = "none";
    private static final LocalDate TUESDAY = START.plusDays(8);

    private final Said said = new Said();

    @Test
    void aConfirmedAlertIsTakenInChargeUntilItsReview() {
        Decision review = new Decision("", "", Decision.FAR, START.plusWeeks(2).plusDays(2));
        said.found(ALERT, TUESDAY, Outcome.CONFIRMED, review);

        assertThat(told("news", "news", "nothing", "nothing", "news"))
                .containsExactly("NOUVELLE +", "PRISE_EN_CHARGE +", "PRISE_EN_CHARGE", "EN_OBSERVATION", "TRANSMISE +");
    }

    @Test
    void aKnownTensionIsMutedForFourWeeksUnlessGraveFactsGrow() {
        said.found(ALERT, TUESDAY, Outcome.KNOWN);

        assertThat(told("news", "news", "news", "news", "news", "news", "news"))
                .containsExactly(
                        "NOUVELLE +", "SOURDINE", "SOURDINE", "SOURDINE", "SOURDINE", "SOURDINE", "TRANSMISE +");
        assertThat(told("news", "news", "grave", "news"))
                .containsExactly("NOUVELLE +", "SOURDINE", "TRANSMISE +", "TRANSMISE +");
    }

    @Test
    void aPersonMutesWithAReasonUntilADay() {
        said.found(
                ALERT,
                TUESDAY,
                Outcome.CONFIRMED,
                decided("SOURDINE", "PARTENAIRE", START.plusWeeks(2).plusDays(4)));

        List<TeamLoad.Decision> decisions = decisions("news", "news", "news", "news");

        assertThat(words(decisions)).containsExactly("NOUVELLE +", "SOURDINE", "SOURDINE", "PRISE_EN_CHARGE +");
        assertThat(decisions.get(1).episode().muteIn(START.plusWeeks(1)))
                .contains(new Answer.Mute(START.plusWeeks(1), START.plusWeeks(2).plusDays(4), "PARTENAIRE"));
    }

    @Test
    void anErrorOfDataCancelsTheAlertAndTheSameFactsDoNotBringItBack() {
        said.found(ALERT, TUESDAY, Outcome.DATA);

        assertThat(told("news", "news", "news", "nothing", "rise"))
                .containsExactly("NOUVELLE +", "ANNULEE", "", "", "NOUVELLE +");
    }

    @Test
    void aCorrectedErrorOfDataLeavesTheEpisodeOpenAsBefore() {
        said.version(
                ALERT,
                TUESDAY,
                Outcome.DATA,
                Decision.NONE,
                new Finding.Believed(START.plusWeeks(1), START.plusWeeks(3)));
        said.version(
                ALERT,
                TUESDAY,
                Outcome.CONFIRMED,
                Decision.NONE,
                new Finding.Believed(START.plusWeeks(3), Decision.FAR));

        List<TeamLoad.Decision> decisions = decisions("news", "news", "nothing", "nothing");

        assertThat(words(decisions)).containsExactly("NOUVELLE +", "ANNULEE", "", "PRISE_EN_CHARGE");
        assertThat(decisions.get(3).episode().alertId()).isEqualTo(ALERT);
        assertThat(decisions.get(3).episode().reopened()).isFalse();
    }

    @Test
    void aPersonClosesWithAReasonAndANewRiseOpensItAgainUnderItsNumber() {
        said.found(ALERT, TUESDAY, Outcome.CONFIRMED, decided("LEVEE", "RESOLUE", Decision.FAR));

        List<TeamLoad.Decision> decisions = decisions("news", "news", "news", "nothing", "rise");

        assertThat(words(decisions)).containsExactly("NOUVELLE +", "LEVEE", "", "", "NOUVELLE +");
        assertThat(decisions.get(4).episode().alertId()).isEqualTo(ALERT);
        assertThat(decisions.get(4).episode().reopened()).isTrue();
        assertThat(decisions.get(4).episode().answer().given())
                .as("what was said of the first opening does not answer the second")
                .isFalse();
    }

    @Test
    void nothingFoundRestsItForTwoWeeks() {
        said.found(ALERT, TUESDAY, Outcome.NOTHING);

        assertThat(told("news", "news", "news", "news", "news"))
                .containsExactly("NOUVELLE +", "SOURDINE", "SOURDINE", "SOURDINE", "TRANSMISE +");
    }

    @Test
    void notCheckedChangesNothing() {
        said.found(ALERT, TUESDAY, Outcome.NOT_CHECKED);

        assertThat(told("news", "news", "nothing")).containsExactly("NOUVELLE +", "TRANSMISE +", "EN_OBSERVATION");
    }

    @Test
    void redIsWhatAPersonSetWithAReasonAndEndsWithTheNextDecision() {
        said.found(ALERT, TUESDAY, Outcome.CONFIRMED, decided("ROUGE", "SECURITE", Decision.FAR));
        said.found(
                ALERT, TUESDAY.plusWeeks(2), Outcome.CONFIRMED, decided("SOURDINE", "PARTENAIRE", START.plusWeeks(9)));

        List<TeamLoad.Decision> decisions = decisions("news", "news", "nothing", "nothing");

        assertThat(decisions.get(0).episode().answer().red(START)).isEmpty();
        assertThat(decisions.get(1).episode().answer().red(START.plusWeeks(1))).contains("SECURITE");
        assertThat(decisions.get(2).episode().answer().red(START.plusWeeks(2))).contains("SECURITE");
        assertThat(decisions.get(3).episode().answer().red(START.plusWeeks(3))).isEmpty();
    }

    @Test
    void whatIsLearntLaterChangesNoEarlierWeek() {
        List<String> before = told("news", "news", "news");
        said.version(
                ALERT, TUESDAY, Outcome.DATA, Decision.NONE, new Finding.Believed(START.plusWeeks(3), Decision.FAR));

        assertThat(told("news", "news", "news")).isEqualTo(before);
        assertThat(told("news", "news", "news", "news")).endsWith("ANNULEE");
    }

    private List<String> told(String... weeks) {
        return words(decisions(weeks));
    }

    private static List<String> words(List<TeamLoad.Decision> decisions) {
        return decisions.stream()
                .map(decision -> decision.episode().siteId().equals(NOBODY)
                        ? ""
                        : decision.state() + (decision.onTheList() ? " +" : ""))
                .toList();
    }

    /** One decision a week, in order; one of {@link #NOBODY} where there is none. */
    private List<TeamLoad.Decision> decisions(String... weeks) {
        EpisodeFold fold = new EpisodeFold("RES0001", said.all());
        TeamLoad team = new TeamLoad(5, 5);
        List<TeamLoad.Decision> decisions = new ArrayList<>();
        for (int i = 0; i < weeks.length; i++) {
            List<TeamLoad.Decision> ofWeek = team.next(START.plusWeeks(i), fold.next(week(i, weeks[i])));
            assertThat(ofWeek).hasSizeLessThan(2);
            decisions.addAll(ofWeek.isEmpty() ? List.of(nothing()) : ofWeek);
        }
        return decisions;
    }

    private static TeamLoad.Decision nothing() {
        return new TeamLoad.Decision(
                Episode.open(NOBODY, week(0, "news")),
                TeamLoad.State.NON_TRANSMISE,
                TeamLoad.Held.NO_NEWS,
                CarriedEpisode.NEVER);
    }

    private static SiteWeek week(int number, String what) {
        LocalDate monday = START.plusWeeks(number);
        boolean news = !what.equals("nothing");
        LocalDate since = what.equals("rise") ? monday : START;
        SiteWeek.Rise rise = new SiteWeek.Rise(since, 5, 1.2, 4, 3, 0.001);
        int grave = what.equals("grave") ? 1 : 0;
        return new SiteWeek(monday, 0.001, news, "OCC", rise, 5, 1, grave, 0, news, Optional.empty());
    }
}
