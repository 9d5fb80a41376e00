package org.vigie.analytics.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class UsualRangeTest {

    @Test
    void saysNothingWhileTheHistoryIsShort() {
        assertThat(UsualRange.after(new int[25])).isEmpty();
        assertThat(UsualRange.after(new int[26])).contains(new UsualRange(0, 0, 26));
    }

    /** Median 25.5, quartiles 12.75 and 38.25 of 0..51: spread 25.5 / 1.349 = 18.90. */
    @Test
    void isMedianAndThreeSpreadsOnEitherSide() {
        int[] past = IntStream.range(0, 52).toArray();

        assertThat(UsualRange.after(past)).contains(new UsualRange(0, 83, 52));
    }

    /** Median 100 and quartiles 100: the spread of a Poisson count of 100 is 10. */
    @Test
    void isNeverNarrowerThanAPoissonCountAllows() {
        int[] past = new int[52];
        Arrays.fill(past, 100);

        assertThat(UsualRange.after(past)).contains(new UsualRange(70, 130, 52));
    }

    @Test
    void anOutageInThePastDoesNotMakeTheNextOneUsual() {
        int[] past = new int[52];
        Arrays.fill(past, 100);
        Arrays.fill(past, 20, 28, 0);

        assertThat(UsualRange.after(past).orElseThrow().holds(0)).isFalse();
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfThePast(
            @ForAll @Size(40) int[] seeds, @ForAll @IntRange(min = 1, max = 200) int most) {
        int[] past = Arrays.stream(seeds).map(seed -> Math.floorMod(seed, most)).toArray();
        int[] reversed = IntStream.range(0, past.length)
                .map(i -> past[past.length - 1 - i])
                .toArray();

        assertThat(UsualRange.after(reversed)).isEqualTo(UsualRange.after(past));
    }

    /** Counts with means of 3 to 300 and a dispersion as feeds have: false calls stay near one week in a hundred. */
    @Test
    void holdsTheNextCountOfAQuietFeed() {
        Random random = new Random(7);
        int outside = 0;
        int weeks = 4000;
        for (int i = 0; i < weeks; i++) {
            double mean = 3 * Math.pow(100, random.nextDouble());
            GammaDistribution rate = new GammaDistribution(new Well19937c(2L * i), 15, mean / 15);
            int[] counts = IntStream.range(0, 53)
                    .map(week -> poisson(rate.sample(), random.nextInt()))
                    .toArray();
            UsualRange usual = UsualRange.after(Arrays.copyOf(counts, 52)).orElseThrow();
            outside += usual.holds(counts[52]) ? 0 : 1;
        }
        assertThat(outside / (double) weeks).isBetween(0.001, 0.015);
    }

    private static int poisson(double mean, int seed) {
        return new PoissonDistribution(new Well19937c(seed), mean, PoissonDistribution.DEFAULT_EPSILON, 10_000)
                .sample();
    }
}
