package org.vigie.analytics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KnownCountsTest {

    @Property(tries = 300)
    void recentSumsAreTheirDefinition(
            @ForAll @Size(max = 12) List<@IntRange(min = -30, max = 30) Integer> weeks,
            @ForAll @IntRange(max = 9) int delay,
            @ForAll @IntRange(min = 1, max = 60) int halfLife) {
        int[] about = weeks.stream().mapToInt(Integer::intValue).toArray();
        int[] known = new int[about.length];
        double[] counts = new double[about.length];
        for (int i = 0; i < about.length; i++) {
            known[i] = about[i] + (i % 3) * delay - i % 2;
            counts[i] = i % 4 == 3 ? -1 : 1 + i % 2;
        }

        double[] recent = new KnownCounts(about, known, counts).recent(0, 25, halfLife);

        for (int t = 0; t < 25; t++) {
            double sum = 0;
            for (int i = 0; i < about.length; i++) {
                if (about[i] <= t && known[i] <= t) {
                    sum += counts[i] * Math.pow(2, -(t - about[i]) / (double) halfLife);
                }
            }
            assertThat(recent[t]).as("week %s", t).isEqualTo(sum, within(1e-9));
        }
    }

    @Test
    void theExposureIsOneFactInEachWeek() {
        int[] weeks = {3, 4, 5, 6, 7, 8, 9};
        double[] ones = new double[weeks.length];
        Arrays.fill(ones, 1);

        double[] recent = new KnownCounts(weeks, weeks, ones).recent(0, 10, 8);

        for (int t = 0; t < 10; t++) {
            assertThat(recent[t]).isEqualTo(KnownCounts.recentWeeks(t - 3 + 1, 8), within(1e-12));
        }
        assertThat(KnownCounts.recentWeeks(-5, 8)).isZero();
    }

    @Test
    void countsOfSomeWeeksAreThoseKnownByThen() {
        KnownCounts counts =
                new KnownCounts(new int[] {1, 2, 2, 5}, new int[] {1, 4, 6, 5}, new double[] {1, 2, -1, 7});

        assertThat(counts.between(1, 4, 3)).isEqualTo(1);
        assertThat(counts.between(1, 4, 4)).isEqualTo(3);
        assertThat(counts.between(1, 4, 6)).isEqualTo(2);
        assertThat(KnownCounts.of(counts.toArray()).between(1, 9, 9)).isEqualTo(9);
    }

    @Test
    void factsBeginWhereTheyComeAsUsualAndNotWithAStrayLongBefore() {
        int[] weeks = new int[61];
        double[] counts = new double[61];
        for (int i = 0; i < 60; i++) {
            weeks[i] = 100 + i;
            counts[i] = 5;
        }
        weeks[60] = 3;
        counts[60] = 1;
        KnownCounts facts = new KnownCounts(weeks, weeks, counts);

        assertThat(facts.begin(0, 159, 12)).isEqualTo(100);
        assertThat(facts.begin(0, 120, 12)).isEqualTo(100);
        assertThat(facts.begin(120, 159, 12)).isEqualTo(120);
        assertThat(facts.begin(0, 2, 12)).as("nothing is known yet").isEqualTo(3);
    }
}
