package org.vigie.jobs.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.forecast.KnownCounts;

class ForecastPlanTest {

    private static final int FIRST_FACT = 1000;
    private static final int LAST_FACT = 1300;

    private final ForecastPlan plan = new ForecastPlan(List.of(1300, 1250, 1262), weekly());

    @Test
    void everyWeekIsForecastByAFitMadeByThenAtMostElevenWeeksBefore() {
        for (int week = plan.fit(0); week <= 1300; week++) {
            int fit = plan.fit(plan.fitFor(week));
            assertThat(fit).isBetween(week - 11, week);
        }
        assertThat(plan.fit(plan.fits() - 1)).isEqualTo(1300);
        assertThat(plan.asked()).containsExactly(1250, 1262, 1300);
    }

    @Test
    void aFitLearnsOnlyFromWeeksWhoseOutcomeWasKnownAndThatDoNotOverlap() {
        for (int fit = 0; fit < plan.fits(); fit++) {
            int[] learned = plan.learned(fit).toArray();
            for (int i = 0; i < learned.length; i++) {
                assertThat(learned[i]).isLessThanOrEqualTo(plan.fit(fit) - ForecastPlan.AHEAD);
                assertThat(i == 0 ? ForecastPlan.AHEAD : learned[i - 1] - learned[i])
                        .isEqualTo(ForecastPlan.AHEAD);
                assertThat(learned[i]).isGreaterThanOrEqualTo(FIRST_FACT + 12);
            }
            assertThat(learned).hasSize(26);
        }
    }

    @Test
    void theFitOfTheOldestWeekAskedForIsRecalibratedByAFullHalfYear() {
        int fit = plan.fitFor(1250);

        assertThat(plan.checked(fit)).hasSize(26).allMatch(week -> week + ForecastPlan.AHEAD <= plan.fit(fit));
    }

    @Test
    void nothingIsLearnedBeforeFactsCome() {
        ForecastPlan early = new ForecastPlan(List.of(FIRST_FACT + 5), weekly());

        assertThat(IntStream.range(0, early.fits()).flatMap(early::learned)).isEmpty();
        assertThat(early.known(FIRST_FACT + 5)).isFalse();
        assertThat(early.weeksBehind(FIRST_FACT - 1)).isZero();
        assertThat(early.weeksBehind(FIRST_FACT + 5)).isEqualTo(6);
    }

    private static KnownCounts weekly() {
        int[] weeks = IntStream.rangeClosed(FIRST_FACT, LAST_FACT).toArray();
        return new KnownCounts(
                weeks, weeks, IntStream.of(weeks).mapToDouble(week -> 3).toArray());
    }
}
