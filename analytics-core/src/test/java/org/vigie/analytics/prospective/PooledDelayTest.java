package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.prospective.DelayedPortfolio.Agency;

/** What facts that become known late do to the detector, with and without the delay learned. */
class PooledDelayTest {

    private static final boolean FULL = "full".equals(System.getProperty("vigie.suite"));
    private static final long FIRST_SEED = 440_201;

    /** Two agencies of ordinary size, one quick, one slow. */
    private static List<Agency> large() {
        return List.of(new Agency("north", 40, .85, .3), new Agency("south", 40, .4, .3));
    }

    /** Agencies of three sites and of one, half of them slow. */
    private static List<Agency> small() {
        List<Agency> agencies = new ArrayList<>();
        for (int agency = 0; agency < 24; agency++) {
            agencies.add(new Agency("agency " + agency, agency % 3 == 0 ? 1 : 3, agency % 2 == 0 ? .85 : .4, .3));
        }
        return agencies;
    }

    @Test
    void whatIsExpectedOfTheNewestWeekIsWhatCanBeKnownByNow() {
        DelayTally without = tally(small(), false);
        DelayTally with = tally(small(), true);
        assertThat(without.bias()).isLessThan(.85);
        assertThat(with.bias()).isBetween(.9, 1.05);
        assertThat(with.nativeFound()).isGreaterThan(without.nativeFound());
        assertThat(with.nativeRate()).isLessThan(.012);
    }

    @Test
    void largeAgenciesWhoseSitesShareTheDelayLoseNothing() {
        DelayTally without = tally(large(), false);
        DelayTally with = tally(large(), true);
        assertThat(with.bias()).isBetween(.93, 1.05);
        assertThat(with.nativeFound()).isGreaterThanOrEqualTo(without.nativeFound() - .03);
        assertThat(with.nativeRate()).isLessThan(.012);
    }

    private static DelayTally tally(List<Agency> agencies, boolean learned) {
        int seeds = FULL ? 20 : 4;
        List<DelayTally> tallies = new ArrayList<>(List.of(new DelayTally()));
        DelayTally tally = tallies.get(0);
        IntStream.range(0, seeds)
                .forEach(seed -> new DelayedPortfolio(FIRST_SEED + seed, agencies, learned).judge(2, tally));
        System.out.printf(
                Locale.ROOT,
                "%d agencies, delay %s: native FPR %.4f of %d, found natively %.3f, at 1 %% %.3f of %d, known/expected %.3f%n",
                agencies.size(),
                learned ? "learned" : "ignored",
                tally.nativeRate(),
                tally.cleanWeeks(),
                tally.nativeFound(),
                tally.found(.01),
                tally.tensions(),
                tally.bias());
        return tally;
    }
}
