package org.vigie.analytics.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class BetaPriorTest {

    @Test
    void agreesWithScipyAndExactFractions() throws IOException {
        golden().values().forEach(groups -> {
            BetaPrior prior = BetaPrior.fit(column(groups, 1), column(groups, 2));
            for (double[] group : groups) {
                BetaPrior.Share share = prior.posterior(group[1], group[2], 0.05);
                agree(prior.successes(), group[3]);
                agree(prior.failures(), group[4]);
                agree(share.mean(), group[5]);
                agree(share.low(), group[6]);
                agree(share.high(), group[7]);
            }
        });
        assertThat(golden()).hasSize(20);
    }

    @Property(tries = 200)
    void drawsEveryShareTowardsThatOfAllGroups(
            @ForAll @IntRange(min = 1, max = 60) int trials, @ForAll @IntRange(max = 60) int drawn) {
        double hits = Math.min(drawn, trials);
        BetaPrior prior = BetaPrior.fit(new double[] {hits, 3}, new double[] {trials, 9});
        double centre = prior.successes() / (prior.successes() + prior.failures());
        BetaPrior.Share share = prior.posterior(hits, trials, 0.05);

        assertThat(share.mean())
                .isBetween(Math.min(centre, hits / trials) - 1e-12, Math.max(centre, hits / trials) + 1e-12);
        assertThat(share.low()).isLessThan(share.mean());
        assertThat(share.high()).isGreaterThan(share.mean());
    }

    @Test
    void intervalsHoldTheTrueSharesAboutAsOftenAsTheySay() {
        Random random = new Random(11);
        int inside = 0;
        int all = 0;
        for (int portfolio = 0; portfolio < 1000; portfolio++) {
            double[] shares = new double[12];
            double[] hits = new double[12];
            double[] trials = new double[12];
            BetaDistribution truth = new BetaDistribution(null, 6, 4);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = truth.inverseCumulativeProbability(random.nextDouble());
                trials[i] = 5 + random.nextInt(30);
                for (int trial = 0; trial < trials[i]; trial++) {
                    hits[i] += random.nextDouble() < shares[i] ? 1 : 0;
                }
            }
            BetaPrior prior = BetaPrior.fit(hits, trials);
            for (int i = 0; i < shares.length; i++) {
                BetaPrior.Share share = prior.posterior(hits[i], trials[i], 0.05);
                inside += share.low() <= shares[i] && shares[i] <= share.high() ? 1 : 0;
                all++;
            }
        }
        // the prior is estimated from twelve groups, which costs a little of the nominal 90 %
        assertThat((double) inside / all).isBetween(0.85, 0.90);
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> BetaPrior.fit(new double[] {3}, new double[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.0");
    }

    private static void agree(double ours, double theirs) {
        assertThat(ours).isCloseTo(theirs, within(1e-9 * Math.abs(theirs)));
    }

    private static double[] column(List<double[]> groups, int column) {
        return groups.stream().mapToDouble(group -> group[column]).toArray();
    }

    private static Map<Integer, List<double[]>> golden() throws IOException {
        Map<Integer, List<double[]>> sets = new TreeMap<>();
        try (InputStream in =
                Objects.requireNonNull(BetaPriorTest.class.getResourceAsStream("/golden/beta-shares.csv"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(2).forEach(line -> {
                String[] cells = line.split(";", -1);
                double[] row = new double[cells.length];
                for (int i = 0; i < cells.length; i++) {
                    row[i] = Double.parseDouble(cells[i]);
                }
                sets.computeIfAbsent((int) row[0], set -> new ArrayList<>()).add(row);
            });
        }
        return sets;
    }
}
