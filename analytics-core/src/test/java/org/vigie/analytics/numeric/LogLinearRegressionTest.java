package org.vigie.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogLinearRegressionTest {

    @Test
    void aModelWithOneMeanGivesTheMeanAndItsTextbookError() {
        double[] counts = {3, 0, 2, 7, 1};
        CountRows rows = new CountRows();
        rows.reset(5, 1);
        for (int i = 0; i < 5; i++) {
            rows.term(i, 0, 1);
            rows.count(i, counts[i], 0);
        }
        LogLinearRegression fit = new LogLinearRegression();
        assertThat(fit.fit(rows)).isTrue();
        assertThat(fit.coefficient(0)).isCloseTo(Math.log(13.0 / 5), within(1e-9));
        assertThat(fit.mean(3)).isCloseTo(2.6, within(1e-9));
        assertThat(fit.leverage(3)).isCloseTo(0.2, within(1e-9));
        assertThat(fit.residualDegrees()).isEqualTo(4);
        assertThat(fit.unscaledVariance(new double[] {1})).isCloseTo(1 / 13.0, within(1e-6));
        // sum of (y - 2.6)^2 is 29.2; the working weights are those before the last step
        assertThat(fit.dispersion()).isCloseTo(29.2 / 2.6 / 4, within(1e-4));
    }

    @Test
    void aTermThatDependsOnEarlierOnesDoesNotCount() {
        Random random = new Random(7);
        CountRows rows = new CountRows();
        rows.reset(40, 3);
        CountRows without = new CountRows();
        without.reset(40, 2);
        for (int i = 0; i < 40; i++) {
            int count = random.nextInt(9);
            rows.term(i, 0, 1);
            rows.term(i, 1, 5);
            rows.term(i, 2, i);
            rows.count(i, count, 0.1 * i);
            without.term(i, 0, 1);
            without.term(i, 1, i);
            without.count(i, count, 0.1 * i);
        }
        LogLinearRegression fit = new LogLinearRegression();
        LogLinearRegression plain = new LogLinearRegression();
        assertThat(fit.fit(rows)).isTrue();
        assertThat(plain.fit(without)).isTrue();
        assertThat(fit.residualDegrees()).isEqualTo(38);
        assertThat(fit.coefficient(1)).isZero();
        assertThat(fit.coefficient(2)).isCloseTo(plain.coefficient(1), within(1e-10));
        assertThat(fit.leverage(17)).isCloseTo(plain.leverage(17), within(1e-10));
    }

    @Test
    void atTheFitWeightedResidualsAreOrthogonalToEveryTerm() {
        Random random = new Random(11);
        CountRows rows = new CountRows();
        rows.reset(60, 3);
        for (int i = 0; i < 60; i++) {
            rows.term(i, 0, 1);
            rows.term(i, 1, i - 30);
            rows.term(i, 2, i % 4 == 0 ? 1 : 0);
            rows.count(i, random.nextInt(6), Math.log(1 + i % 3));
            rows.weight(i, 0.5 + random.nextDouble());
        }
        LogLinearRegression fit = new LogLinearRegression();
        assertThat(fit.fit(rows)).isTrue();
        double leverages = 0;
        for (int j = 0; j < 3; j++) {
            double score = 0;
            for (int i = 0; i < 60; i++) {
                score += rows.weights[i] * rows.terms[j * 60 + i] * (rows.counts[i] - fit.mean(i));
            }
            assertThat(score).isCloseTo(0, within(1e-5));
        }
        for (int i = 0; i < 60; i++) {
            leverages += fit.leverage(i);
        }
        assertThat(leverages).isCloseTo(3, within(1e-10));
    }

    @Test
    void saysThatCountsOfZeroThroughoutDoNotConverge() {
        CountRows rows = new CountRows();
        rows.reset(30, 2);
        for (int i = 0; i < 30; i++) {
            rows.term(i, 0, 1);
            rows.term(i, 1, i);
        }
        LogLinearRegression fit = new LogLinearRegression();
        boolean converged = fit.fit(rows);
        assertThat(fit.steps()).isGreaterThan(15);
        assertThat(converged && fit.mean(0) > 1e-6).isFalse();
    }
}
