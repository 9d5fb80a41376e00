package org.vigie.analytics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReportingDelayTest {

    private static final int WEEKS = 70;
    private static final PooledLayout LAYOUT = PooledLayout.of(List.of("prompt", "late", "small"), WEEKS, true);
    private static final int LATE = LAYOUT.position("late");
    private static final int PROMPT = LAYOUT.position("prompt");
    private static final int SMALL = LAYOUT.position("small");

    /** Facts of one kind: half known in their week, a fifth in each of the next two, the last tenth after three weeks. */
    private static final double[] DELAYED = {.5, .2, .2, .1};

    private static final double[] PROMPTLY = {.9, .1};

    @Test
    void learnsTheShareKnownOfAWeekFromWeeksOfAnyIntensity() {
        PooledDelays delays = new PooledDelays(LAYOUT);
        deliver(delays, LATE, 4000, DELAYED);
        deliver(delays, PROMPT, 4000, PROMPTLY);
        ReportingDelay learned = ReportingDelay.of(delays);
        assertThat(learned.share(0, LATE, 0)).isCloseTo(.5, within(.005));
        assertThat(learned.share(0, LATE, 1)).isCloseTo(.7, within(.005));
        assertThat(learned.share(0, LATE, 2)).isCloseTo(.9, within(.005));
        assertThat(learned.share(0, LATE, 3)).isCloseTo(1, within(.005));
        assertThat(learned.share(0, PROMPT, 0)).isCloseTo(.9, within(.005));
        assertThat(learned.share(1, LATE, 0))
                .as("discovered facts never came late")
                .isEqualTo(1);
        assertThat(learned.share(0, LATE, 40)).isEqualTo(1);
    }

    @Test
    void aSmallGroupIsHeldToItsPortfolio() {
        PooledDelays delays = new PooledDelays(LAYOUT);
        deliver(delays, LATE, 4000, DELAYED);
        deliver(delays, SMALL, .1, new double[] {1});
        ReportingDelay learned = ReportingDelay.of(delays);
        assertThat(learned.share(0, SMALL, 0)).isBetween(.5, .8);
        assertThat(learned.variance(0, SMALL, 0)).isGreaterThan(20 * learned.variance(0, LATE, 0));
    }

    @Test
    void aKindOfFactSeldomSeenIsHeldToAllKinds() {
        PooledDelays all = new PooledDelays(LAYOUT);
        deliver(all, LATE, 4000, DELAYED);
        ReportingDelay ofNone = ReportingDelay.of(new PooledDelays(LAYOUT), ReportingDelay.of(all));
        assertThat(ofNone.share(0, LATE, 0)).isCloseTo(.5, within(.02));
    }

    @Test
    void factsToldTwiceAndTakenBackLeaveNoDelay() {
        PooledDelays delays = new PooledDelays(LAYOUT);
        deliver(delays, LATE, 1000, new double[] {1, 1, -1});
        assertThat(ReportingDelay.of(delays).share(0, LATE, 0)).isCloseTo(1, within(.05));
    }

    @Test
    void aHistoryDeliveredAllAtOnceSaysNothingOfDelays() {
        PooledDelays delays = new PooledDelays(LAYOUT);
        for (int age = 20; age < 52; age++) {
            delays.add(LATE, false, age, age, 100);
        }
        assertThat(ReportingDelay.of(delays).share(0, LATE, 0)).isEqualTo(1);
    }

    @Property(tries = 50)
    void aShareLiesBetweenNoneAndAllAndGrowsWithTime(@ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        PooledDelays delays = new PooledDelays(LAYOUT);
        for (int fact = 0; fact < 300; fact++) {
            int age = random.nextInt(60);
            delays.add(random.nextInt(3), random.nextBoolean(), age, random.nextInt(1 + Math.min(age, 10)), 1);
        }
        ReportingDelay learned = ReportingDelay.of(delays);
        for (int group = 0; group < 3; group++) {
            double before = 0;
            for (int ago = 0; ago < 12; ago++) {
                double share = learned.share(0, group, ago);
                assertThat(share).isBetween(before, 1.0);
                before = share;
            }
        }
    }

    /** Every week holds so many facts, more in some; each becomes known by the shares given, as far as time went. */
    private static void deliver(PooledDelays delays, int group, double weekly, double[] shares) {
        for (int age = 0; age < WEEKS; age++) {
            double facts = weekly * (1 + age % 5);
            for (int delay = 0; delay < shares.length && delay <= age; delay++) {
                delays.add(group, false, age, delay, facts * shares[delay]);
            }
        }
    }
}
