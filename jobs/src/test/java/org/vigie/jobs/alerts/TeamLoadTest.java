package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.alerts.TeamLoad.State;

class TeamLoadTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    @Test
    void tellsTheStrongestFirstUpToTheCapacity() {
        TeamLoad team = new TeamLoad(2, 5);

        assertThat(states(team, 0, open("A", 1e-3), open("B", 1e-6), open("C", 1e-4)))
                .containsExactly("B NOUVELLE", "C NOUVELLE", "A NON_TRANSMISE");
    }

    @Test
    void tellsAtMostSoManyNewOnesAWeek() {
        TeamLoad team = new TeamLoad(5, 1);

        assertThat(states(team, 0, open("A", 1e-3), open("B", 1e-6))).containsExactly("B NOUVELLE", "A NON_TRANSMISE");
        assertThat(states(team, 0, open("A", 1e-3), open("B", 1e-6))).containsExactly("B TRANSMISE", "A NOUVELLE");
    }

    @Test
    void aFactOfSeverityFiveComesBeforeAnyFigure() {
        SiteWeek gravest = new SiteWeek(START, 0.01, true, "PER", rise(), 1, 0.1, 1, 1, true, Optional.empty());
        TeamLoad team = new TeamLoad(1, 5);

        assertThat(states(team, 0, open("A", 1e-9), Episode.open("B", gravest)))
                .containsExactly("B NOUVELLE", "A NON_TRANSMISE");
    }

    @Test
    void anEpisodeWithoutNewsIsNotToldAgain() {
        TeamLoad team = new TeamLoad(5, 5);
        Episode told = open("A", 1e-6);
        states(team, 0, told);

        assertThat(states(team, 1, told.withoutNews(week(1, 0.5)))).containsExactly("A EN_OBSERVATION");
        assertThat(states(team, 2, told.withNews(week(2, 1e-5)))).containsExactly("A TRANSMISE");
    }

    @Test
    void theEndOfAnEpisodeIsToldOnceAndOnlyWhereItsBeginningWas() {
        TeamLoad team = new TeamLoad(1, 5);
        Episode told = open("A", 1e-6);
        Episode untold = open("B", 1e-3);
        states(team, 0, told, untold);

        assertThat(states(team, 5, told.closedIn(week(5, 1)), untold.closedIn(week(5, 1))))
                .containsExactly("A LEVEE");
        assertThat(states(team, 6)).isEmpty();
    }

    @Test
    void anEpisodeThatOpensAgainIsNewsAgain() {
        TeamLoad team = new TeamLoad(5, 5);
        Episode told = open("A", 1e-6);
        states(team, 0, told);
        Episode closed = told.closedIn(week(5, 1));
        states(team, 5, closed);

        assertThat(states(team, 8, closed.reopenedIn(week(8, 1e-6)))).containsExactly("A NOUVELLE");
    }

    private static List<String> states(TeamLoad team, int week, Episode... episodes) {
        List<String> states = new ArrayList<>();
        for (TeamLoad.Decision decision : team.next(START.plusWeeks(week), List.of(episodes))) {
            states.add(decision.episode().siteId() + " " + decision.state());
            assertThat(decision.onTheList())
                    .isEqualTo(decision.state() == State.NOUVELLE || decision.state() == State.TRANSMISE);
        }
        return states;
    }

    private static Episode open(String site, double pValue) {
        return Episode.open(site, week(0, pValue));
    }

    private static SiteWeek week(int week, double pValue) {
        return new SiteWeek(
                START.plusWeeks(week), pValue, pValue < 0.01, "OCC", rise(), 5, 1.0, 0, 0, true, Optional.empty());
    }

    private static SiteWeek.Rise rise() {
        return new SiteWeek.Rise(START, 5, 1.0, 5, 3.0, 0.001);
    }
}
