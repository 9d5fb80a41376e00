package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpisodeFoldTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private final EpisodeFold fold = new EpisodeFold("RES0001");

    @Test
    void opensOnThreeFactsThatStandOut() {
        assertThat(fold.next(week(0, true, 2, true))).isEmpty();
        assertThat(fold.next(week(1, true, 3, true))).singleElement().satisfies(episode -> {
            assertThat(episode.alertId()).isEqualTo("A-2026-W03-RES0001-OCC");
            assertThat(episode.isOpen()).isTrue();
        });
    }

    @Test
    void twoFactsOfTheSeriesNamedAreTooFewWhateverElseHappened() {
        SiteWeek.Rise two = new SiteWeek.Rise(START, 2, 0.05, 2, 3, 0.001);
        SiteWeek busy = new SiteWeek(START, 0.001, true, "FIR", two, 6, 4, 0, 0, true, Optional.empty());
        assertThat(fold.next(busy)).isEmpty();
    }

    @Test
    void oneFactOfSeverityFiveIsEnough() {
        SiteWeek gravest = new SiteWeek(START, 1e-5, true, "PER", rise(0), 1, 0.1, 1, 1, true, Optional.empty());
        assertThat(fold.next(gravest)).hasSize(1);
    }

    @Test
    void closesAfterFourCalmWeeksAndOpensAgainUnderItsNumber() {
        fold.next(week(0, true, 5, true));
        for (int i = 1; i < 4; i++) {
            assertThat(fold.next(week(i, false, 1, false)).get(0).isOpen()).isTrue();
        }
        Episode closed = fold.next(week(4, false, 1, false)).get(0);
        assertThat(closed.closed()).contains(START.plusWeeks(4));
        assertThat(fold.next(week(5, false, 1, false))).isEmpty();

        Episode again = fold.next(week(9, true, 4, true)).get(0);
        assertThat(again.alertId()).isEqualTo(closed.alertId());
        assertThat(again.reopened()).isTrue();
        assertThat(fold.episodes()).hasSize(1);
    }

    @Test
    void aNewEpisodeLongAfterTheOldOneHasItsOwnNumber() {
        fold.next(week(0, true, 5, true));
        fold.next(week(4, false, 1, false));
        fold.next(week(30, true, 5, true));
        assertThat(fold.episodes()).extracting(Episode::reopened).containsExactly(false, false);
        assertThat(fold.episodes()).extracting(Episode::alertId).doesNotHaveDuplicates();
    }

    @Test
    void doesNotCloseWhileNobodyIsThereToSee() {
        fold.next(week(0, true, 5, true));
        SiteWeek absent =
                new SiteWeek(START.plusWeeks(6), 0.8, false, "OCC", rise(0), 0, 1, 0, 0, false, Optional.of(0.3));
        assertThat(fold.next(absent).get(0).isOpen()).isTrue();
    }

    @Test
    void anEpisodeWithoutNewFactsHasNoNews() {
        fold.next(week(0, true, 5, true));
        Episode same = fold.next(week(1, true, 5, false)).get(0);
        assertThat(same.newsIn(START.plusWeeks(1))).isFalse();
    }

    @Test
    void aTeamIsToldTheStrongestFirstAndNeverTwiceTheSame() {
        TeamLoad load = new TeamLoad(2, 1);
        Episode weak = Episode.open("RES0001", week(0, true, 4, true));
        Episode strong = Episode.open("RES0002", strongWeek(0));
        assertThat(load.next(START, List.of(weak, strong)))
                .extracting(decision -> decision.episode().siteId() + " " + decision.state())
                .containsExactly("RES0002 NOUVELLE", "RES0001 NON_TRANSMISE");

        Episode weakStill = weak.withNews(week(1, true, 4, true));
        Episode strongSilent = strong.withoutNews(week(1, false, 4, false));
        assertThat(load.next(START.plusWeeks(1), List.of(weakStill, strongSilent)))
                .extracting(decision -> decision.episode().siteId() + " " + decision.state())
                .containsExactlyInAnyOrder("RES0001 NOUVELLE", "RES0002 EN_OBSERVATION");
    }

    private static SiteWeek week(int number, boolean discovery, int facts, boolean news) {
        return new SiteWeek(
                START.plusWeeks(number),
                discovery ? 0.001 : 0.5,
                discovery,
                "OCC",
                rise(number),
                facts,
                1,
                0,
                0,
                news,
                Optional.empty());
    }

    private static SiteWeek strongWeek(int number) {
        return new SiteWeek(
                START.plusWeeks(number), 1e-6, true, "OCC", rise(number), 9, 1, 0, 0, true, Optional.empty());
    }

    private static SiteWeek.Rise rise(int number) {
        return new SiteWeek.Rise(START.plusWeeks(number), 5, 1.2, 4, 3, 0.001);
    }
}
