package org.vigie.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class ForecastMeasuresTest {

    @Test
    void brierScoreIsThatOfAHandComputedCase() {
        double score = BrierScore.of(new double[] {.8, .3, 0}, new boolean[] {true, false, true});

        assertThat(score).isCloseTo((.04 + .09 + 1) / 3, within(1e-15));
    }

    /** Murphy (1973): the score of groups of equal forecasts is reliability less resolution plus uncertainty. */
    @Property(tries = 100)
    void brierScoreFallsIntoReliabilityResolutionAndUncertainty(
            @ForAll @Size(12) List<@IntRange(max = 9) Integer> drawn) {
        double[] forecast = drawn.stream().mapToDouble(one -> one % 3 * .3 + .1).toArray();
        boolean[] came = toFlags(drawn);
        int[] each = IntStream.range(0, came.length).toArray();
        double base = ClusteredShare.of(came, each).value();

        double parts = base * (1 - base);
        for (ReliabilityTable.Group group : ReliabilityTable.of(forecast, came, each, 100)) {
            double share = (double) group.came().cases() / came.length;
            parts += share * Math.pow(group.forecast() - group.came().value(), 2);
            parts -= share * Math.pow(group.came().value() - base, 2);
        }

        assertThat(parts).isCloseTo(BrierScore.of(forecast, came), within(1e-12));
    }

    @Test
    void reliabilityGroupsHoldEveryCaseOnceAndNeverPartEquals() {
        double[] forecast = {.1, .1, .1, .1, .2, .3, .4, .5};
        List<ReliabilityTable.Group> table = ReliabilityTable.of(
                forecast, new boolean[8], IntStream.range(0, 8).toArray(), 4);

        assertThat(table).extracting(group -> group.came().cases()).containsExactly(4, 1, 1, 2);
        assertThat(table.get(0).forecast()).isCloseTo(.1, within(1e-15));
    }

    @Property(tries = 100)
    void shareOfIndependentCasesHasTheUsualStandardError(
            @ForAll @Size(min = 40, max = 60) List<@IntRange(max = 9) Integer> drawn) {
        boolean[] hit = toFlags(drawn);
        double[] zeroOrOne =
                IntStream.range(0, hit.length).mapToDouble(i -> hit[i] ? 1 : 0).toArray();
        double usual = new StandardDeviation().evaluate(zeroOrOne) / Math.sqrt(hit.length);

        ClusteredShare share =
                ClusteredShare.of(hit, IntStream.range(0, hit.length).toArray());

        double mean = new Mean().evaluate(zeroOrOne);
        assertThat(share.value()).isCloseTo(mean, within(1e-12));
        assertThat(share.high()).isGreaterThanOrEqualTo(Math.min(1, mean + 1.959963984540054 * usual) - 1e-12);
        assertThat(share.low()).isBetween(0.0, mean);
    }

    @Test
    void aShareOverFewUnitsIsLessSureThanOverMany() {
        boolean[] hit = new boolean[100];
        for (int i = 0; i < 50; i++) {
            hit[i] = true;
        }
        ClusteredShare many = ClusteredShare.of(hit, IntStream.range(0, 100).toArray());
        ClusteredShare few =
                ClusteredShare.of(hit, IntStream.range(0, 100).map(i -> i / 25).toArray());

        assertThat(many.low()).isCloseTo(.4015, within(.001));
        assertThat(few.low()).isLessThan(.01);
        assertThat(ClusteredShare.of(new boolean[0], new int[0]).value()).isNaN();
    }

    /** Wilson's interval for 1 of 10, as in Newcombe (1998), Statistics in Medicine 17, 857-872, method 3: .0179 to .4042. */
    @Test
    void aRareShareHasWilsonsInterval() {
        boolean[] hit = new boolean[10];
        hit[3] = true;

        ClusteredShare share = ClusteredShare.of(hit, new int[10]);

        assertThat(share.low()).isCloseTo(.0179, within(1e-4));
        assertThat(share.high()).isCloseTo(.4042, within(1e-4));
    }

    @Test
    void bootstrapOfManyUnitsNearsTheNormalInterval() {
        SplittableRandom draws = new SplittableRandom(3);
        int units = 400;
        double[] sums = new double[units];
        int[] cases = new int[units];
        for (int i = 0; i < units; i++) {
            cases[i] = 10;
            sums[i] = 10 * (draws.nextDouble() - .4);
        }
        double mean = new Mean().evaluate(sums) / 10;
        double error = new StandardDeviation().evaluate(sums) / 10 / Math.sqrt(units);

        UnitBootstrap interval = UnitBootstrap.of(sums, cases, 4000, 11);

        assertThat(interval.value()).isCloseTo(mean, within(1e-12));
        assertThat(interval.low()).isCloseTo(mean - 1.96 * error, within(.1 * error));
        assertThat(interval.high()).isCloseTo(mean + 1.96 * error, within(.1 * error));
        assertThat(UnitBootstrap.of(sums, cases, 4000, 11)).isEqualTo(interval);
    }

    @Property(tries = 50)
    void bootstrapTurnsAroundWithTheSign(@ForAll @Size(8) List<@DoubleRange(min = -5, max = 5) Double> drawn) {
        double[] sums = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        double[] negative = drawn.stream().mapToDouble(one -> -one).toArray();
        int[] cases = {1, 2, 3, 4, 1, 2, 3, 4};

        UnitBootstrap one = UnitBootstrap.of(sums, cases, 500, 1);
        UnitBootstrap other = UnitBootstrap.of(negative, cases, 500, 1);

        assertThat(other.low()).isCloseTo(-one.high(), within(1e-12));
        assertThat(one.low()).isLessThanOrEqualTo(one.high());
    }

    private static boolean[] toFlags(List<Integer> drawn) {
        boolean[] flags = new boolean[drawn.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = drawn.get(i) % 2 == 1;
        }
        return flags;
    }
}
