package org.vigie.sample.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {

    private static final int DRAWS = 40_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.6, 4, 45})
    void poissonHasEqualMeanAndVariance(double mean) {
        Dice dice = Dice.of(1, "poisson");
        double[] drawn =
                DoubleStream.generate(() -> dice.poisson(mean)).limit(DRAWS).toArray();

        double deviation = Math.sqrt(mean / DRAWS);
        assertThat(mean(drawn)).isCloseTo(mean, within(4 * deviation));
        assertThat(variance(drawn) / mean).isCloseTo(1, within(4 * Math.sqrt((2 + 1 / mean) / DRAWS)));
    }

    @Test
    void gammaHasMeanOneAndVarianceOneOverShape() {
        Dice dice = Dice.of(1, "gamma");
        double[] drawn =
                DoubleStream.generate(() -> dice.gamma(2.5)).limit(DRAWS).toArray();

        assertThat(mean(drawn)).isCloseTo(1, within(0.015));
        assertThat(variance(drawn)).isCloseTo(0.4, within(0.02));
        assertThatIllegalArgumentException().isThrownBy(() -> dice.gamma(0.5));
    }

    @Test
    void weightsAreShares() {
        Dice dice = Dice.of(1, "weights");
        int[] times = new int[3];
        IntStream.range(0, DRAWS).forEach(i -> times[dice.weighted(new double[] {1, 0, 3})]++);

        assertThat(times[0] / (double) DRAWS).isCloseTo(0.25, within(0.01));
        assertThat(times[1]).isZero();
    }

    @Test
    void eachPurposeHasItsOwnStream() {
        assertThat(Dice.of(1, "a", "b").uniform())
                .isEqualTo(Dice.of(1, "a", "b").uniform());
        assertThat(Dice.of(1, "a", "b").uniform()).isNotEqualTo(Dice.of(1, "ab").uniform());
        assertThat(Dice.of(1, "a").uniform()).isNotEqualTo(Dice.of(2, "a").uniform());
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
