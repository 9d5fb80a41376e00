package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PastEvidenceTest {

    private static final PastEvidence STEADY = past(.3);
    private static final PastEvidence UNSTEADY = past(2.5);

    @Property(tries = 200)
    void beyondWhatThePastHasSeenChanceFallsNoFasterThanALikelihoodRatioGrows(
            @ForAll @DoubleRange(min = 1, max = 1e9) double evidence) {
        double p = STEADY.pValue(evidence);
        double further = STEADY.pValue(10 * evidence);

        assertThat(further).isLessThanOrEqualTo(p);
        if (p <= .05) {
            assertThat(further).isGreaterThanOrEqualTo(p / 10.01);
        }
    }

    @Test
    void uptoOnceInTwentyWeeksThePastAloneSpeaks() {
        // Gumbel with the mean and deviation of the past: mu = m - .5772 beta, beta = s sqrt(6) / pi
        double[] x = statistics(.3);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance =
                Arrays.stream(x).map(one -> (one - mean) * (one - mean)).sum() / (x.length - 1) * (1 + 1 / 26.0);
        double beta = Math.sqrt(6 * variance) / Math.PI;
        for (double z : new double[] {-1, 0, 1, 2, 2.9}) {
            double evidence = Math.exp(mean - .5772156649015329 * beta + z * beta) - .1;
            assertThat(STEADY.pValue(evidence)).isCloseTo(1 - Math.exp(-Math.exp(-z)), within(1e-12));
        }
    }

    @Test
    void anUnsteadyPastKeepsItsOwnHeavierTail() {
        assertThat(UNSTEADY.pValue(1e6)).isGreaterThan(10 * STEADY.pValue(1e6));
    }

    private static PastEvidence past(double deviation) {
        double[] evidence =
                Arrays.stream(statistics(deviation)).map(x -> Math.exp(x) - .1).toArray();
        return new PastEvidence(evidence, 26);
    }

    private static double[] statistics(double deviation) {
        Random random = new Random(7);
        return random.doubles(100, -deviation, deviation).toArray();
    }
}
