package org.vigie.analytics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class WildWeeksTest {

    /** Negative binomial of a mean and the variance of its true mean, by gamma functions. */
    private static double chance(int count, double mean, double variance) {
        double size = mean * mean / variance;
        return Math.exp(Gamma.logGamma(count + size)
                - Gamma.logGamma(size)
                - Gamma.logGamma(count + 1.0)
                + size * Math.log(size / (size + mean))
                + count * Math.log(mean / (size + mean)));
    }

    @Test
    void believesAsMuchOfACountAsTheEquationSays() {
        double mean = .4;
        double variance = .1;
        double share = .02;
        for (int count = 2; count < 12; count++) {
            double expected = 1;
            for (int facts = 2; facts <= count; facts++) {
                double ordinary = (1 - share) * chance(facts, mean, variance);
                double wild = share
                        * (Math.pow((1 + mean) / (1 + mean + facts), 1.5)
                                - Math.pow((1 + mean) / (2 + mean + facts), 1.5));
                expected = Math.max(expected, facts * ordinary / (ordinary + wild));
            }
            assertThat(new WildWeeks(share).believed(count, mean, variance)).isCloseTo(expected, within(1e-12));
        }
    }

    @Property(tries = 300)
    void believesMoreOfAHigherCountAndNeverMoreThanIt(
            @ForAll @IntRange(max = 400) int count,
            @ForAll @DoubleRange(min = .005, max = 40) @Scale(4) double mean,
            @ForAll @DoubleRange(min = .01, max = 3) @Scale(4) double dispersion,
            @ForAll @DoubleRange(min = 1e-4, max = .2) @Scale(4) double share) {
        WildWeeks wild = new WildWeeks(share);
        double believed = wild.believed(count, mean, mean * dispersion);
        assertThat(believed).isBetween(Math.min(1.0, count), (double) count);
        assertThat(wild.believed(count + 1, mean, mean * dispersion)).isGreaterThanOrEqualTo(believed - 1e-9);
        assertThat(believed).isGreaterThanOrEqualTo(Math.min(count, mean) - 1e-9);
    }

    @Test
    void leavesCountsAsTheyAreWhereWildWeeksAreUnheardOf() {
        assertThat(new WildWeeks(1e-12).believed(6, .5, .1)).isCloseTo(6, within(1e-3));
        assertThat(new WildWeeks(1e-12).upperTail(6, .5, 1e-4)).isCloseTo(1e-4, within(1e-11));
        assertThat(WildWeeks.RARE.believed(2000, 900, 90)).isEqualTo(2000);
        assertThat(WildWeeks.RARE.believed(0, 0, 0)).isZero();
    }

    @Test
    void noSingleWeekBringsMuchMoreThanTheShareAllows() {
        WildWeeks wild = new WildWeeks(.01);
        assertThat(wild.believed(100, .3, .1)).isLessThan(5);
        assertThat(wild.upperTail(20, .3, 1e-30)).isGreaterThan(1e-4);
    }

    @Test
    void theTailOfWildWeeksIsThatOfTheirChances() {
        double sum = IntStream.range(3, 200_000)
                .mapToDouble(count -> WildWeeks.wildChance(count, 2))
                .sum();
        assertThat(sum + WildWeeks.wildTail(200_000, 2)).isCloseTo(WildWeeks.wildTail(3, 2), within(1e-12));
        assertThat(WildWeeks.wildTail(0, 2)).isEqualTo(1);
    }

    @Test
    void refusesAShareOfNothingAndOfAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WildWeeks(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WildWeeks(1));
    }

    /** The share learned from a past of 400 sites and 200 weeks, of which some share was wild. */
    private static double learned(double share, double dispersion) {
        Well19937c random = new Well19937c(11);
        double[] sums = new double[PooledWildKernel.SUMS];
        for (int site = 0; site < 400; site++) {
            double mean = .1 + .8 * random.nextDouble();
            double[] counts = new double[200];
            double[] means = new double[counts.length];
            for (int week = 0; week < counts.length; week++) {
                means[week] = mean;
                double draw = random.nextDouble();
                counts[week] = random.nextDouble() < share
                        ? Math.floor((1 + mean) * (Math.pow(draw, -1 / 1.5) - 1))
                        : ordinary(mean, dispersion, draw);
            }
            PooledWildKernel.add(counts, means, sums, 0);
        }
        return PooledWildKernel.share(sums, 0);
    }

    private static double ordinary(double mean, double dispersion, double draw) {
        int count = 0;
        for (double below = chance(0, mean, mean * dispersion); below < draw && count < 500; count++) {
            below += chance(count + 1, mean, mean * dispersion);
        }
        return count;
    }

    @Test
    void learnsHowOftenWeeksAreWildWhateverTheDispersion() {
        assertThat(learned(.03, .2)).isBetween(.015, .06);
        assertThat(learned(.03, .8)).isBetween(.015, .06);
        assertThat(learned(0, 2)).isLessThan(.002);
        assertThat(learned(.01, .3)).isBetween(.004, .02);
        assertThat(learned(0, .3)).isLessThan(.0015);
    }

    @Test
    void takesWildWeeksForRareBeforeAnythingIsKnown() {
        double[] sums = new double[PooledWildKernel.SUMS];
        assertThat(PooledWildKernel.share(sums, 0)).isBetween(.001, .002);
        PooledWildKernel.add(new double[] {0, 1, 0, 1}, new double[] {.3, .3, .3, .3}, sums, 0);
        assertThat(sums).containsOnly(0);
    }
}
