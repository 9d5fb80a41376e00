package org.vigie.analytics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class CountModelTest {

    private static final RidgePrior WEAK = new RidgePrior(new double[] {0, 0}, new double[] {.01, .01});

    @Test
    void findsTheCoefficientsAndTheSizeThatMadeTheCounts() {
        double[][] rows = rows(20_000, 5);
        double[] counts = counts(rows, 2.5, 6);

        CountModel model = fit(WEAK, rows, counts);

        assertThat(model.coefficient(0)).isEqualTo(-.7, within(4 * model.standardError(0)));
        assertThat(model.coefficient(1)).isEqualTo(.8, within(4 * model.standardError(1)));
        assertThat(model.standardError(1)).isBetween(.005, .02);
        assertThat(model.size()).isBetween(2.0, 3.1);
        assertThat(model.lastStep()).isLessThan(1e-9);
    }

    @Test
    void theProbabilitiesItGivesComeTrueAsOftenAsItSays() {
        double[][] rows = rows(20_000, 7);
        CountModel model = fit(WEAK, rows, counts(rows, 1.5, 8));
        double[] later = counts(rows, 1.5, 9);

        double said = 0;
        double seen = 0;
        for (int i = 0; i < rows.length; i++) {
            CountModel.Chance chance = model.atLeastOne(rows[i]);
            assertThat(chance.low()).isLessThan(chance.value());
            assertThat(chance.high()).isGreaterThan(chance.value());
            said += chance.value();
            seen += later[i] > 0 ? 1 : 0;
        }
        // four standard errors of a share of 20,000
        assertThat(seen / rows.length).isEqualTo(said / rows.length, within(.014));
    }

    @Test
    void withoutCountsItStaysWhereThePriorPutsIt() {
        RidgePrior prior = new RidgePrior(new double[] {1.2, -.4}, new double[] {2, 3});
        CountModel start = CountModel.start(prior);

        CountModel next = start.step(new CountSums(start));

        assertThat(next.coefficient(0)).isEqualTo(1.2);
        assertThat(next.coefficient(1)).isEqualTo(-.4);
        assertThat(next.size()).isEqualTo(3);
        assertThat(next.standardError(0)).isEqualTo(Math.sqrt(.5), within(1e-15));
    }

    @Test
    void sumsTakenInPiecesGiveTheSameModel() {
        double[][] rows = rows(400, 11);
        double[] counts = counts(rows, 2, 12);
        CountModel start = CountModel.start(WEAK);
        double[] all = sums(start, rows, counts, 0, 400).toArray();
        double[] first = sums(start, rows, counts, 0, 150).toArray();
        double[] second = sums(start, rows, counts, 150, 400).toArray();

        for (int i = 0; i < all.length; i++) {
            assertThat(first[i] + second[i]).isEqualTo(all[i], within(1e-9 * Math.max(1, Math.abs(all[i]))));
        }
        assertThatThrownBy(() -> CountSums.of(start, new double[3])).hasMessageContaining("2 terms");
    }

    @Property(tries = 200)
    void aMeanAndItsProbabilityAreInversesAndGrowTogether(
            @ForAll @IntRange(min = 1, max = 1000) int hundredths, @ForAll @IntRange(min = 1, max = 300) int thirds) {
        double mean = hundredths / 100.0;
        double size = thirds / 3.0;
        CountModel model = CountModel.start(WEAK).withSize(size);
        double probability = model.probability(mean);

        assertThat(model.meanFor(probability)).isEqualTo(mean, within(1e-6 * mean));
        assertThat(model.probability(mean * 1.1)).isGreaterThan(probability);
        // clumped counts leave more periods without any than Poisson ones
        assertThat(probability).isLessThan(-Math.expm1(-mean));
    }

    private static CountModel fit(RidgePrior prior, double[][] rows, double[] counts) {
        CountModel model = CountModel.start(prior);
        for (int step = 0; step < 30; step++) {
            model = model.step(sums(model, rows, counts, 0, rows.length));
        }
        return model;
    }

    private static CountSums sums(CountModel model, double[][] rows, double[] counts, int from, int to) {
        CountSums sums = new CountSums(model);
        for (int i = from; i < to; i++) {
            sums.add(rows[i], counts[i]);
        }
        return sums;
    }

    private static double[][] rows(int count, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new double[] {1, random.nextGaussian()};
        }
        return rows;
    }

    private static double[] counts(double[][] rows, double size, int seed) {
        Well19937c random = new Well19937c(seed);
        GammaDistribution factor = new GammaDistribution(random, size, 1 / size);
        double[] counts = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double mean = Math.exp(-.7 + .8 * rows[i][1]) * factor.sample();
            counts[i] = mean < 1e-12
                    ? 0
                    : new PoissonDistribution(random, mean, PoissonDistribution.DEFAULT_EPSILON, 1000).sample();
        }
        return counts;
    }
}
