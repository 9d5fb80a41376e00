package org.vigie.analytics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightedBonferroniTest {

    @Test
    void theStrongestTestForItsWeightDecides() {
        assertThat(WeightedBonferroni.combine(new double[] {0.01, 0.002, Double.NaN}, new double[] {0.5, 0.2, 0.3}))
                .isEqualTo(0.01, within(1e-15));
        assertThat(WeightedBonferroni.combine(new double[] {0.9}, new double[] {0.5}))
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedBonferroni.combine(new double[2], new double[] {0.6, 0.6}));
    }

    @Test
    void rejectsATrueHypothesisNoMoreOftenThanItSays() {
        Random random = new Random(7);
        double[] weights = {0.5, 0.3, 0.1, 0.1};
        int rejected = 0;
        int tries = 20_000;
        for (int i = 0; i < tries; i++) {
            double[] pValues = random.doubles(4).toArray();
            rejected += WeightedBonferroni.combine(pValues, weights) <= 0.05 ? 1 : 0;
        }
        // four standard errors of a binomial share of 5 %
        assertThat(rejected / (double) tries).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / tries));
    }
}
