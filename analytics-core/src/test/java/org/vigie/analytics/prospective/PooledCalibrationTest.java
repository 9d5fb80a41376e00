package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.analytics.baseline.PooledSettings;

class PooledCalibrationTest {

    private static final List<Double> P_VALUES = new ArrayList<>();
    private static final List<Double> RANDOMISED = new ArrayList<>();

    @BeforeAll
    static void judgesQuietPortfolios() {
        Well19937c lots = new Well19937c(815);
        for (int seed = 0; seed < 10; seed++) {
            PooledPanel panel = new PooledPanel(QuietPortfolio.sites(seed, 25, 240), PooledSettings.STANDARD);
            for (int week = 179; week < 240; week += 15) {
                for (PooledVerdict verdict : panel.judge(week)) {
                    P_VALUES.add(verdict.verdict().fold(Evidence::pValue, Evidence::pValue, reason -> Double.NaN));
                    RANDOMISED.add(verdict.randomisedPValue(lots.nextDouble()));
                }
            }
        }
    }

    /** The site-weeks of a portfolio lean on each other a little, so the interval is one of 99.9 %. */
    @ParameterizedTest
    @ValueSource(doubles = {.001, .01, .05, .1})
    void aQuietSiteSeldomLooksUnusual(double alpha) {
        long below = P_VALUES.stream().filter(p -> p <= alpha).count();
        int most = new BinomialDistribution(P_VALUES.size(), alpha).inverseCumulativeProbability(.999);
        System.out.printf("p <= %s: %.5f of %d%n", alpha, below / (double) P_VALUES.size(), P_VALUES.size());
        assertThat(below).isLessThanOrEqualTo(most);
    }

    @Test
    void doesNotBuyItsCalmWithBlindness() {
        long below = P_VALUES.stream().filter(p -> p <= .05).count();
        assertThat(below / (double) P_VALUES.size()).isGreaterThan(.02);
    }

    /** Kolmogorov and Smirnov's distance at its 1 % limit; METHODS.md has the distance on many more portfolios. */
    @Test
    void theRandomisedPValueIsUniformOnQuietSites() {
        double[] draws =
                RANDOMISED.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double distance = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(new UniformRealDistribution(), draws);
        System.out.printf("distance of %d randomised p-values from uniform: %.4f%n", draws.length, distance);
        assertThat(distance).isLessThan(1.628 / Math.sqrt(draws.length));
    }

    @Test
    void theRandomisedPValueLiesBetweenTheChancesOfStrongerAndOfEqualEvidence() {
        PooledVerdict verdict = new PooledPanel(QuietPortfolio.sites(77, 8, 160), PooledSettings.STANDARD)
                .judge(159)
                .get(0);
        double pValue = verdict.verdict().fold(Evidence::pValue, Evidence::pValue, reason -> Double.NaN);
        assertThat(verdict.chanceBeyond()).isLessThan(pValue);
        assertThat(verdict.randomisedPValue(0)).isEqualTo(verdict.chanceBeyond());
        assertThat(verdict.randomisedPValue(1)).isCloseTo(pValue, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        ".0015, .1, .001",
        ".004, .2, .001",
        ".02, .2, .001",
        ".15, .05, .001",
        ".7, .6, .001",
        "6, .2, .001",
        ".1, .5, .004",
        ".4, .3, .06",
        "1.5, 2, .02"
    })
    void theTableOfTheNullHoldsBetweenItsPoints(double mean, double dispersion, double wildShare) {
        int weeks = 40_000;
        QuietLaw law = new QuietLaw(mean, dispersion, wildShare);
        double[] scores = PooledNullSimulation.scores(law, weeks, new Well19937c(4711));
        for (double alpha : new double[] {.001, .005, .01, .05}) {
            long below = 0;
            for (double score : scores) {
                below += PooledNullKernel.pValue(score, law) <= alpha ? 1 : 0;
            }
            // windows overlap, so that neighbouring weeks repeat each other: three times the binomial error
            double error = Math.sqrt(alpha * (1 - alpha) / weeks);
            assertThat(below / (double) weeks).as("p <= " + alpha).isLessThan(alpha + 9 * error);
        }
    }
}
