package org.vigie.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountDistributionTest {

    private static final MathContext DIGITS = new MathContext(50);

    @ParameterizedTest
    @CsvSource({"1, 3, 3", "1, 3, 20", "4, 2.5, 40", "0.5, 7, 300", "30, 1.0625, 90", "2000, 4, 2600", "900, 64, 4000"})
    void tailsAgreeWithASumInFiftyDigits(double mean, double dispersion, int count) {
        double exact = tailInFiftyDigits(mean, dispersion, count);
        assertThat(new CountDistribution(mean, dispersion).upperTail(count)).isCloseTo(exact, within(1e-12 * exact));
    }

    @Property
    void tailsAgreeWithTheIncompleteBetaFunction(
            @ForAll @DoubleRange(min = 0.01, max = 3000) double mean,
            @ForAll @DoubleRange(min = 1.01, max = 200) double dispersion,
            @ForAll @IntRange(min = 1, max = 5000) int count) {
        double expected = Beta.regularizedBeta((dispersion - 1) / dispersion, count, mean / (dispersion - 1));
        double tail = new CountDistribution(mean, dispersion).upperTail(count);
        assertThat(tail).isCloseTo(expected, within(1e-9 * expected + 1e-300));
    }

    @Property
    void aDispersionOfOneIsPoisson(
            @ForAll @DoubleRange(min = 0.01, max = 2000) double mean,
            @ForAll @IntRange(min = 0, max = 3000) int count) {
        double expected = new PoissonDistribution(mean).probability(count);
        assertThat(new CountDistribution(mean, 1).probability(count))
                .isCloseTo(expected, within(1e-11 * expected + 1e-300));
    }

    @Property
    void aQuantileIsTheFirstCountThatReachesItsProbability(
            @ForAll @DoubleRange(min = 0.01, max = 50_000) double mean,
            @ForAll @DoubleRange(min = 1, max = 300) double dispersion,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double probability) {
        CountDistribution counts = new CountDistribution(mean, dispersion);
        double quantile = counts.quantile(probability);
        assertThat(counts.upperTail(quantile + 1)).isLessThanOrEqualTo(1 - probability + 1e-12);
        assertThat(counts.upperTail(quantile)).isGreaterThanOrEqualTo(1 - probability - 1e-12);
    }

    @Test
    void aTailStartsAtOneAndHugeMeansStayFinite() {
        assertThat(new CountDistribution(2, 1.5).upperTail(0)).isEqualTo(1);
        assertThat(new CountDistribution(1e30, 1.02).quantile(0.99)).isCloseTo(1e30, within(1e17));
        assertThat(new CountDistribution(1e30, 1.02).upperTail(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "1, 0.99", "1, NaN", "Infinity, 1"})
    void refusesWhatIsNoDistribution(double mean, double dispersion) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CountDistribution(mean, dispersion));
    }

    /** 1 less the probabilities below, by the product formula; only e^-x is taken from a series. */
    private static double tailInFiftyDigits(double mean, double dispersion, int count) {
        BigDecimal m = new BigDecimal(mean);
        BigDecimal phi = new BigDecimal(dispersion);
        BigDecimal excess = phi.subtract(BigDecimal.ONE);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal below = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (int k = 0; k < 40_000; k++) {
            all = all.add(term);
            if (k < count) {
                below = below.add(term);
            }
            BigDecimal top = m.add(excess.multiply(BigDecimal.valueOf(k)));
            term = term.multiply(top).divide(phi.multiply(BigDecimal.valueOf(k + 1L)), DIGITS);
            if (k > count && term.compareTo(all.movePointLeft(60)) < 0) {
                break;
            }
        }
        return all.subtract(below).divide(all, DIGITS).doubleValue();
    }
}
