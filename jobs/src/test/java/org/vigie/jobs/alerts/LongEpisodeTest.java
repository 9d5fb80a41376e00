package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** An episode keeps its number when it lasts longer than the weeks that are folded. */
class LongEpisodeTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int HORIZON = 52;
    private static final String ALERT = "A-2024-W06-RES0001-OCC";

    private static boolean rises(int week) {
        return week >= 5 && week <= 90;
    }

    @Test
    void keepsTheNumberThatPeopleKnowWeekAfterWeek() {
        List<CarriedEpisode> published = List.of();
        for (int week = 40; week <= 90; week++) {
            List<TeamLoad.Decision> folded = folded(week, LongEpisodeTest::rises, published);

            TeamLoad.Decision newest = folded.get(folded.size() - 1);
            assertThat(newest.episode().alertId()).as("in week %d", week).isEqualTo(ALERT);
            assertThat(newest.episode().opened()).isEqualTo(START.plusWeeks(5));
            assertThat(newest.told()).as("first told").isEqualTo(START.plusWeeks(5));
            assertThat(newest.state()).isEqualTo(TeamLoad.State.TRANSMISE);
            published = List.of(told(newest));
        }
    }

    /** What would happen without: the test above can fail. */
    @Test
    void wouldChangeItsNumberIfNothingWereCarried() {
        List<TeamLoad.Decision> folded = folded(70, LongEpisodeTest::rises, List.of());

        assertThat(folded.get(folded.size() - 1).episode().alertId()).isNotEqualTo(ALERT);
    }

    @Test
    void closesAfterwardsUnderItsNumber() {
        IntPredicate endsEarly = week -> week >= 5 && week <= 62;
        List<CarriedEpisode> published = List.of(told(last(folded(55, endsEarly, List.of()))));

        TeamLoad.Decision closed = last(folded(66, endsEarly, published));

        assertThat(closed.episode().alertId()).isEqualTo(ALERT);
        assertThat(closed.state()).isEqualTo(TeamLoad.State.LEVEE);
    }

    @Test
    void opensAgainUnderItsNumberWhenItClosedShortlyBeforeTheFirstWeek() {
        LocalDate first = START.plusWeeks(20);
        CarriedEpisode closed = new CarriedEpisode(
                "RES0001",
                "OCC",
                START.plusWeeks(5),
                START.plusWeeks(5),
                first.minusWeeks(3),
                new CarriedEpisode.Opening("three-facts", 0.001, 0.01));

        EpisodeFold fold = new CarriedEpisodes(first, List.of(closed)).fold("RES0001", Findings.NONE);
        assertThat(fold.next(week(20, false))).isEmpty();
        Episode again = fold.next(week(23, true)).get(0);

        assertThat(again.alertId()).isEqualTo(ALERT);
        assertThat(again.reopened()).isTrue();

        EpisodeFold later = new CarriedEpisodes(first.plusWeeks(9), List.of(closed)).fold("RES0001", Findings.NONE);
        assertThat(later.next(week(29, true)).get(0).alertId())
                .as("closed too long ago")
                .isNotEqualTo(ALERT);
    }

    private static List<TeamLoad.Decision> folded(int until, IntPredicate rise, List<CarriedEpisode> published) {
        int first = Math.max(0, until - HORIZON + 1);
        CarriedEpisodes carried = new CarriedEpisodes(START.plusWeeks(first), published);
        EpisodeFold fold = carried.fold("RES0001", Findings.NONE);
        TeamLoad team = new TeamLoad(5, 5);
        carried.of("RES0001")
                .ifPresent(one -> fold.episodes().forEach(episode -> team.toldBefore(episode.alertId(), one.told())));
        List<TeamLoad.Decision> decisions = new ArrayList<>();
        for (int week = first; week <= until; week++) {
            decisions.addAll(team.next(START.plusWeeks(week), fold.next(week(week, rise.test(week)))));
        }
        return decisions;
    }

    private static TeamLoad.Decision last(List<TeamLoad.Decision> decisions) {
        return decisions.get(decisions.size() - 1);
    }

    private static CarriedEpisode told(TeamLoad.Decision decision) {
        Episode episode = decision.episode();
        return new CarriedEpisode(
                episode.siteId(),
                episode.family(),
                episode.opened(),
                decision.told(),
                episode.closed().orElse(CarriedEpisode.NEVER),
                new CarriedEpisode.Opening("three-facts", 0.001, 0.01));
    }

    private static SiteWeek week(int number, boolean rising) {
        LocalDate monday = START.plusWeeks(number);
        SiteWeek.Rise rise = new SiteWeek.Rise(monday, rising ? 5 : 0, 1.2, 4, rising ? 3 : 0, 0.001);
        return new SiteWeek(
                monday, rising ? 0.001 : 0.6, rising, "OCC", rise, rising ? 5 : 0, 1, 0, 0, rising, Optional.empty());
    }
}
