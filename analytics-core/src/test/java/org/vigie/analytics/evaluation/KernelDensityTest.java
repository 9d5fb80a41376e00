package org.vigie.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelDensityTest {

    @Test
    void equalsTheSumOverAllPairsWithinReach() {
        SplittableRandom draws = new SplittableRandom(1);
        int sites = 60;
        double[] longitude = new double[sites];
        double[] latitude = new double[sites];
        double[] facts = new double[sites];
        for (int i = 0; i < sites; i++) {
            longitude[i] = draws.nextDouble(-.03, .03);
            latitude[i] = draws.nextDouble(48, 48.04);
            facts[i] = draws.nextInt(5);
        }

        double[] density = new KernelDensity(longitude, latitude, 500).of(facts);

        for (int i = 0; i < sites; i++) {
            double expected = 0;
            for (int j = 0; j < sites; j++) {
                double up = (latitude[i] - latitude[j]) * 111_320;
                double across = longitude[i] * Math.cos(Math.toRadians(latitude[i]))
                        - longitude[j] * Math.cos(Math.toRadians(latitude[j]));
                double metres = Math.hypot(up, across * 111_320);
                expected += metres <= 1500 ? facts[j] * Math.exp(-metres * metres / 500_000) : 0;
            }
            assertThat(density[i]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void aSiteWithoutAPlaceKeepsItsFactsToItself() {
        double[] density = new KernelDensity(new double[] {2, Double.NaN}, new double[] {48, Double.NaN}, 500)
                .of(new double[] {3, 4});

        assertThat(density).containsExactly(3, 4);
    }
}
