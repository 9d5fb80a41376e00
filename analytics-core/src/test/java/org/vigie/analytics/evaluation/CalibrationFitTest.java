package org.vigie.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationFitTest {

    private static final double[] FORECAST = {
        .73, .74, .49, .29, .10, .38, .40, .09, .09, .90, .60, .25, .42, .88, .81, .77, .38, .47, .63, .10, .52, .28,
        .80, .10
    };
    private static final int[] CAME = {0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0};

    /**
     * Reference: the log likelihood maximised without derivatives (scipy 1.17.1, Nelder-Mead, tolerance 1e-13), its Hessian
     * by differences, the sandwich with numpy 2.4.6; 2026-11-25. Agreement asked for: 1e-6, that of the differences.
     */
    @Test
    void agreesWithALikelihoodMaximisedOtherwise() {
        CalibrationFit fit = CalibrationFit.of(
                FORECAST, happened(CAME), IntStream.range(0, 24).map(i -> i / 3).toArray());

        assertThat(fit.intercept()).isCloseTo(-0.49262364, within(1e-6));
        assertThat(fit.slope()).isCloseTo(0.78297511, within(1e-6));
        assertThat(fit.standardError()).isCloseTo(0.4003199, within(1e-6));
        assertThat(fit.clusteredError()).isCloseTo(0.47785252, within(1e-6));
        assertThat(fit.slopeHigh() - fit.slopeLow()).isCloseTo(2 * 1.959964 * 0.47785252, within(1e-5));
    }

    @Test
    void findsWhatACalibratedForecastAndAnExaggeratedOneAre() {
        SplittableRandom draws = new SplittableRandom(7);
        int cases = 40_000;
        double[] honest = new double[cases];
        double[] exaggerated = new double[cases];
        boolean[] came = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            double odds = draws.nextDouble(-3, 1);
            honest[i] = 1 / (1 + Math.exp(-odds));
            exaggerated[i] = 1 / (1 + Math.exp(-2 * odds));
            came[i] = draws.nextDouble() < honest[i];
        }
        int[] each = IntStream.range(0, cases).toArray();

        CalibrationFit right = CalibrationFit.of(honest, came, each);
        CalibrationFit wrong = CalibrationFit.of(exaggerated, came, each);

        assertThat(right.slope()).isCloseTo(1, within(.05));
        assertThat(right.slopeLow()).isLessThan(1);
        assertThat(right.slopeHigh()).isGreaterThan(1);
        assertThat(wrong.slope()).isCloseTo(.5, within(.03));
        assertThat(right.clusteredError()).isCloseTo(right.standardError(), within(.002));
    }

    @Test
    void toldTwiceBringsNothingToAnIntervalOverUnits() {
        boolean[] came = happened(CAME);
        int[] each = IntStream.range(0, 24).toArray();
        double[] twice = new double[48];
        boolean[] cameTwice = new boolean[48];
        for (int i = 0; i < 48; i++) {
            twice[i] = FORECAST[i / 2];
            cameTwice[i] = came[i / 2];
        }

        CalibrationFit once = CalibrationFit.of(FORECAST, came, each);
        CalibrationFit doubled = CalibrationFit.of(
                twice, cameTwice, IntStream.range(0, 48).map(i -> i / 2).toArray());

        assertThat(doubled.slope()).isCloseTo(once.slope(), within(1e-9));
        assertThat(doubled.clusteredError()).isCloseTo(once.clusteredError(), within(1e-9));
        assertThat(doubled.standardError()).isCloseTo(once.standardError() / Math.sqrt(2), within(1e-9));
    }

    @Test
    void saysNothingWhereNothingCanBeEstimated() {
        int[] each = {0, 1, 2};

        assertThat(CalibrationFit.of(new double[] {.2, .2, .2}, new boolean[] {true, false, false}, each)
                        .slope())
                .isNaN();
        assertThat(CalibrationFit.of(new double[] {.1, .2, .3}, new boolean[3], each)
                        .slope())
                .isNaN();
    }

    @Test
    void estimatesTheSlopeOfAForecastThatOftenSaysNever() {
        double[] bold = new double[200];
        boolean[] came = new boolean[200];
        for (int i = 0; i < 200; i++) {
            bold[i] = i % 2 == 0 ? 0 : .63;
            came[i] = i % 10 == 0 || i % 4 == 1;
        }

        CalibrationFit fit =
                CalibrationFit.of(bold, came, IntStream.range(0, 200).toArray());

        // two groups: the log odds of 20 of 100 and of 50 of 100 at the log odds of 1e-6 and of .63
        double apart = Math.log(.63 / .37) - Math.log(1e-6 / (1 - 1e-6));
        assertThat(fit.slope()).isCloseTo(-Math.log(.25) / apart, within(1e-9));
    }

    private static boolean[] happened(int[] zeroOrOne) {
        boolean[] happened = new boolean[zeroOrOne.length];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = zeroOrOne[i] == 1;
        }
        return happened;
    }
}
