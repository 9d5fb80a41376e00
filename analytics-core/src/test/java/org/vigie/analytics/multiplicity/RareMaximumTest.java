package org.vigie.analytics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RareMaximumTest {

    @Test
    void countsTheReplicateItselfInTheMonteCarloValue() {
        assertThat(RareMaximum.monteCarlo(3, new double[] {1, 2, 3, 4})).isEqualTo(.6);
        assertThat(RareMaximum.monteCarlo(9, new double[999])).isEqualTo(.001);
    }

    @Test
    void findsTheLawThatTheMaximaCameFrom() {
        double[] maxima = gumbel(20_000, 5, 1.5);
        for (RareMaximum law : new RareMaximum[] {RareMaximum.byMoments(maxima), RareMaximum.byLikelihood(maxima)}) {
            assertThat(law.location()).isCloseTo(5, within(.04));
            assertThat(law.scale()).isCloseTo(1.5, within(.04));
            assertThat(law.pValue(12)).isCloseTo(-Math.expm1(-Math.exp(-7 / 1.5)), within(.0015));
        }
    }

    @Test
    void solvesTheLikelihoodEquations() {
        double[] maxima = gumbel(99, 3, .7);
        RareMaximum law = RareMaximum.byLikelihood(maxima);
        double best = likelihood(maxima, law);
        for (double step : new double[] {-.01, .01}) {
            assertThat(likelihood(maxima, new RareMaximum(law.location() + step, law.scale())))
                    .isLessThan(best);
            assertThat(likelihood(maxima, new RareMaximum(law.location(), law.scale() + step)))
                    .isLessThan(best);
        }
    }

    @Test
    void refusesMaximaThatDoNotVary() {
        assertThatThrownBy(() -> RareMaximum.byMoments(new double[] {1, 1, 1})).hasMessageContaining("Gumbel");
    }

    private static double likelihood(double[] maxima, RareMaximum law) {
        double sum = 0;
        for (double maximum : maxima) {
            double z = (maximum - law.location()) / law.scale();
            sum -= Math.log(law.scale()) + z + Math.exp(-z);
        }
        return sum;
    }

    private static double[] gumbel(int size, double location, double scale) {
        Random random = new Random(7);
        return random.doubles(size)
                .map(u -> location - scale * Math.log(-Math.log(u)))
                .toArray();
    }
}
