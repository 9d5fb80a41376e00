package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class OverdispersedCountTest {

    @Test
    void agreesWithTheDistributionsItIsMadeFrom() {
        PascalDistribution failures = new PascalDistribution(4, 0.4); // mean 6, variance 15
        PoissonDistribution poisson = new PoissonDistribution(6);
        for (int x = 1; x < 40; x++) {
            assertThat(OverdispersedCount.upperTail(x, 6, 2.5))
                    .isEqualTo(1 - failures.cumulativeProbability(x - 1), within(1e-12));
            assertThat(OverdispersedCount.upperTail(x, 6, 1))
                    .isEqualTo(1 - poisson.cumulativeProbability(x - 1), within(1e-12));
        }
    }

    @Property
    void moreDispersionMakesAHighCountLessSurprising(
            @ForAll @IntRange(min = 12, max = 60) int observed,
            @ForAll @DoubleRange(min = 1, max = 4) double dispersion) {
        double narrow = OverdispersedCount.upperTail(observed, 5, dispersion);
        double wide = OverdispersedCount.upperTail(observed, 5, dispersion + 0.5);
        assertThat(wide).isGreaterThanOrEqualTo(narrow);
        assertThat(OverdispersedCount.upperTail(observed + 1, 5, dispersion)).isLessThanOrEqualTo(narrow);
    }

    @Test
    void dispersionIsNeverBelowPoisson() {
        assertThat(OverdispersedCount.dispersion(3, 10)).isEqualTo(1);
        assertThat(OverdispersedCount.dispersion(25, 10)).isEqualTo(2.5);
        assertThat(OverdispersedCount.dispersion(0, 0)).isEqualTo(1);
    }
}
