package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.trend.EmergingPattern;

class PlaceTrendsTest {

    private static final int PERIODS = 12;

    @Test
    void aPlaceIsComparedByItsFactsPerDwelling() {
        // nine places alike per dwelling, one of them ten times as large; the last has five times as many facts
        int[][] facts = new int[10][PERIODS];
        double[] dwellings = new double[10];
        for (int place = 0; place < 10; place++) {
            int size = place == 0 ? 10 : 1;
            dwellings[place] = 50 * size;
            for (int period = 0; period < PERIODS; period++) {
                facts[place][period] = (place == 9 ? 15 : 3 + (place + period) % 2) * size;
            }
        }

        PlaceTrends trends = PlaceTrends.of(facts, dwellings, alone(10)).orElseThrow();

        assertThat(trends.pattern(0)).isEqualTo(EmergingPattern.NONE);
        assertThat(trends.pattern(9)).isEqualTo(EmergingPattern.PERSISTENT_HOT);
    }

    @Test
    void periodsEndWithTheNewestWeek() {
        int[] weekly =
                IntStream.range(0, 11).map(week -> week == 2 ? 100 : week).toArray();

        assertThat(PlaceTrends.periods(weekly)).containsExactly(3 + 4 + 5 + 6, 7 + 8 + 9 + 10);
    }

    @Test
    void tooFewPeriodsOrPlacesHaveNoClass() {
        assertThat(PlaceTrends.of(new int[9][9], new double[9], alone(9))).isEmpty();
        assertThat(PlaceTrends.of(new int[3][PERIODS], new double[3], alone(3))).isEmpty();
    }

    @Test
    void placesWithoutAnyFactHaveNoPattern() {
        double[] dwellings = IntStream.range(0, 5).mapToDouble(place -> 40).toArray();

        PlaceTrends trends =
                PlaceTrends.of(new int[5][PERIODS], dwellings, alone(5)).orElseThrow();

        assertThat(trends.pattern(2)).isEqualTo(EmergingPattern.NONE);
    }

    private static int[][] alone(int places) {
        return IntStream.range(0, places).mapToObj(place -> new int[] {place}).toArray(int[][]::new);
    }
}
