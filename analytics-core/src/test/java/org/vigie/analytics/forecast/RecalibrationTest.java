package org.vigie.analytics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecalibrationTest {

    @Test
    void findsHowForecastsWereDistorted() {
        Recalibration found = Recalibration.fit(record(200_000, .5, .6, 3), 1);

        assertThat(found.intercept()).isEqualTo(.5, within(.03));
        assertThat(found.slope()).isEqualTo(.6, within(.03));
        assertThat(found.apply(.2)).isEqualTo(1 / (1 + Math.exp(-.5 - .6 * Math.log(.25))), within(.02));
    }

    @Test
    void fewForecastsChangeLittleAndNoneNothing() {
        Recalibration few = Recalibration.fit(record(40, 2, .2, 5), 4);

        assertThat(few.intercept()).isBetween(-.05, .05);
        assertThat(few.slope()).isBetween(.9, 1.1);
        assertThat(Recalibration.fit(new ForecastRecord(), 4)).isEqualTo(Recalibration.NONE);
    }

    @Test
    void forecastsThatKeepTheirWordLieInTheirIntervalsAndAddUp() {
        ForecastRecord record = record(40_000, 0, 1, 7);

        List<Reliability.Group> groups = Reliability.groups(record, 1);

        assertThat(groups).extracting(Reliability.Group::group).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(groups.stream()
                        .skip(1)
                        .mapToLong(Reliability.Group::forecasts)
                        .sum())
                .isEqualTo(40_000);
        assertThat(groups.get(0).forecasts()).isEqualTo(40_000);
        assertThat(groups.stream().skip(1))
                .allSatisfy(group -> assertThat(group.forecasts()).isBetween(3_500L, 4_500L));
        // of eleven 90 % intervals two may miss by chance; four would be one in a hundred
        assertThat(groups.stream().filter(group -> group.low() > group.forecast() || group.high() < group.forecast()))
                .hasSizeLessThan(4);
    }

    @Test
    void intervalsAreThoseOfWilsonForForecastsThatDoNotOverlap() {
        ForecastRecord record = new ForecastRecord();
        for (int i = 0; i < 40; i++) {
            record.add(.3, i < 8);
        }

        Reliability.Group all = Reliability.groups(record, 4).get(0);

        // 8 of 40 forecasts, four of a period: 2 of 10
        assertThat(all.observed()).isEqualTo(.2);
        assertThat(all.low()).isEqualTo(wilson(.2, 10, -1), within(1e-9));
        assertThat(all.high()).isEqualTo(wilson(.2, 10, 1), within(1e-9));
        assertThat(all.forecast()).isEqualTo(.3, within(.005));
    }

    @Test
    void equalForecastsStayTogether() {
        ForecastRecord record = new ForecastRecord();
        for (int i = 0; i < 100; i++) {
            record.add(.3, i < 30);
        }

        assertThat(Reliability.groups(record, 1)).hasSize(2);
        assertThat(Reliability.groups(new ForecastRecord(), 1)).isEmpty();
    }

    /** Roots of (share - p)^2 = z^2 p (1 - p) / n: the definition of the interval. */
    private static double wilson(double share, double n, int side) {
        double z = 1.6448536269514722;
        double a = 1 + z * z / n;
        double b = -2 * share - z * z / n;
        return (-b + side * Math.sqrt(b * b - 4 * a * share * share)) / (2 * a);
    }

    /** Forecasts p of which the true log odds are intercept + slope log odds(p). */
    private static ForecastRecord record(int forecasts, double intercept, double slope, long seed) {
        Random random = new Random(seed);
        ForecastRecord record = new ForecastRecord();
        for (int i = 0; i < forecasts; i++) {
            double odds = -1 + 1.2 * random.nextGaussian();
            double truth = 1 / (1 + Math.exp(-intercept - slope * odds));
            record.add(1 / (1 + Math.exp(-odds)), random.nextDouble() < truth);
        }
        return record;
    }
}
