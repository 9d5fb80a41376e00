package org.vigie.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankedHitsTest {

    @Test
    void countsWhatLiesOnTheHighest() {
        RankedHits tenth = new RankedHits(.2);
        tenth.add(new double[] {5, 4, 3, 2, 1}, new double[] {3, 0, 1, 0, 0});
        tenth.add(new double[] {5, 4, 3, 2, 1}, new double[] {0, 2, 0, 0, 0});

        assertThat(tenth.hits()).isEqualTo(3);
        assertThat(tenth.events()).isEqualTo(6);
        assertThat(tenth.hitRate()).isCloseTo(.5, within(1e-12));
        assertThat(tenth.accuracyIndex()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void equalsShareThePlacesAndWhatHasNoScoreComesLast() {
        assertThat(RankedHits.hits(new double[] {7, 1, 1, 1}, new double[] {1, 3, 0, 0}, 2))
                .isCloseTo(1 + 1.0, within(1e-12));
        assertThat(RankedHits.hits(new double[] {Double.NaN, 0}, new double[] {5, 1}, 1))
                .isEqualTo(1);
    }

    @Test
    void aSmallPortfolioStillLooksAtOneSite() {
        RankedHits percent = new RankedHits(.01);
        percent.add(new double[] {2, 1, 0}, new double[] {1, 1, 0});

        assertThat(percent.hitRate()).isCloseTo(.5, within(1e-12));
        assertThat(percent.accuracyIndex()).isCloseTo(1.5, within(1e-12));
    }

    /** Equals in any order: the mean over all rotations of the sites is the figure itself. */
    @Property(tries = 100)
    void doesNotDependOnTheOrderOfTheSites(
            @ForAll @Size(6) List<@IntRange(max = 2) Integer> scores,
            @ForAll @Size(6) List<@IntRange(max = 3) Integer> came,
            @ForAll @IntRange(min = 1, max = 6) int places) {
        double[] events = came.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] score = scores.stream().mapToDouble(Integer::doubleValue).toArray();
        double hits = RankedHits.hits(score, events, places);

        double turned = RankedHits.hits(reversed(score), reversed(events), places);

        assertThat(turned).isCloseTo(hits, within(1e-12));
        assertThat(hits)
                .isBetween(
                        0.0, IntStream.range(0, 6).mapToDouble(i -> events[i]).sum() + 1e-12);
    }

    @Property(tries = 50)
    void sitesDrawnByLotHaveAnAccuracyIndexOfOne(@ForAll @Size(10) List<@IntRange(min = 1, max = 4) Integer> came) {
        RankedHits lot = new RankedHits(.3);
        lot.add(new double[10], came.stream().mapToDouble(Integer::doubleValue).toArray());

        assertThat(lot.accuracyIndex()).isCloseTo(1, within(1e-12));
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }
}
