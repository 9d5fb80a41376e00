package org.vigie.analytics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.forecast.GammaPoissonForecast.Chance;
import org.vigie.analytics.shrinkage.GammaPoissonPrior;
import org.vigie.analytics.shrinkage.GammaPoissonPrior.Sums;

class GammaPoissonForecastTest {

    private static final long WEEKS = 52;

    @Test
    void probabilitiesAreKeptOnSitesDrawnFromTheModel() {
        Well19937c random = new Well19937c(11);
        GammaDistribution rates = new GammaDistribution(random, 1.5, 0.04 / 1.5);
        int sites = 4000;
        double[] rate = rates.sample(sites);
        long[] past = new long[sites];
        Sums sums = new Sums();
        for (int i = 0; i < sites; i++) {
            past[i] = poisson(random, rate[i] * WEEKS);
            sums.add(past[i], WEEKS);
        }
        GammaPoissonPrior prior = GammaPoissonPrior.fit(sums);
        assertThat(prior.shape()).isEqualTo(1.5, within(0.3));

        double said = 0;
        int seen = 0;
        for (int i = 0; i < sites; i++) {
            Chance chance = GammaPoissonForecast.atLeastOne(prior, (double) past[i], WEEKS, 4);
            assertThat(chance.low()).isLessThanOrEqualTo(chance.value());
            assertThat(chance.high()).isGreaterThanOrEqualTo(chance.value());
            said += chance.value();
            seen += poisson(random, rate[i] * 4) > 0 ? 1 : 0;
        }
        // calibration in the large: four standard errors
        assertThat(seen / (double) sites).isEqualTo(said / sites, within(4 * Math.sqrt(0.15 * 0.85 / sites)));
    }

    @Test
    void aSiteWithoutFactsIsNotWithoutRisk() {
        Sums sums = new Sums();
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            sums.add(random.nextInt(4), 52 * 100);
        }
        GammaPoissonPrior prior = GammaPoissonPrior.fit(sums);
        Chance none = GammaPoissonForecast.atLeastOne(prior, 0, 52 * 100, 400);
        Chance some = GammaPoissonForecast.atLeastOne(prior, 4, 52 * 100, 400);
        assertThat(none.value()).isBetween(0.001, 0.2);
        assertThat(some.value()).isGreaterThan(none.value());
    }

    @Test
    void anEmptyPortfolioStillGivesANumber() {
        assertThat(GammaPoissonForecast.atLeastOne(GammaPoissonPrior.fit(new Sums()), 0, 52, 4)
                        .value())
                .isBetween(0.0, 1.0);
    }

    private static long poisson(Well19937c random, double mean) {
        return mean <= 0
                ? 0
                : new PoissonDistribution(random, mean, PoissonDistribution.DEFAULT_EPSILON, 1000).sample();
    }
}
