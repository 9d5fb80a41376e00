package org.vigie.analytics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedHarmonicMeanTest {

    private static final double[] WEIGHTS = {.5, .1, .2, .2};

    @Test
    void agreesWithFiguresWorkedOutByHand() {
        // Bonferroni's .02 / .5, as 1.1 / (.5 / .02 + .1 / .1 + .4) is more
        assertThat(WeightedHarmonicMean.combine(new double[] {.02, .1, 1, Double.NaN}, WEIGHTS))
                .isCloseTo(.04, within(1e-15));
        // 1.1 / (.5 / .02 + .1 / .01 + .2 / .02 + .2) = 1.1 / 45.2
        assertThat(WeightedHarmonicMean.combine(new double[] {.02, .01, .02, 1}, WEIGHTS))
                .isCloseTo(1.1 / 45.2, within(1e-15));
        assertThat(WeightedHarmonicMean.combine(new double[] {1, 1, 1, 1}, WEIGHTS))
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedHarmonicMean.combine(new double[2], new double[] {.6, .6}));
    }

    @Property(tries = 200)
    void neverExceedsBonferroni(@ForAll @Size(4) double @DoubleRange(min = 1e-9, max = 1) [] pValues) {
        assertThat(WeightedHarmonicMean.combine(pValues, WEIGHTS))
                .isLessThanOrEqualTo(WeightedBonferroni.combine(pValues, WEIGHTS));
    }

    @Test
    void keepsItsLevelWhetherTestsAgreeOrNot() {
        Random random = new Random(7);
        int tries = 50_000;
        for (double shared : new double[] {0, .5, 1}) {
            int rejected = 0;
            for (int i = 0; i < tries; i++) {
                double common = random.nextDouble();
                double[] pValues = random.doubles(4).toArray();
                Arrays.setAll(pValues, test -> random.nextDouble() < shared ? common : pValues[test]);
                rejected += WeightedHarmonicMean.combine(pValues, WEIGHTS) <= .01 ? 1 : 0;
            }
            // four standard errors of a binomial share of 1 %
            assertThat(rejected / (double) tries).isLessThan(.01 + 4 * Math.sqrt(.01 * .99 / tries));
        }
    }
}
