package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.baseline.WildWeeks;
import org.vigie.analytics.multiplicity.WeightedBonferroni;
import org.vigie.analytics.multiplicity.WeightedHarmonicMean;

/** Sites with four families, judged by all facts and by each family, then by one figure. */
class SiteLevelTest {

    private static final int WINDOW = 14;
    private static final double DISPERSION = .2;
    private static final double[] FAMILY_MEANS = {.8, .5, .4, .3};
    private static final double[] WEIGHTS = {.6, .1, .1, .1, .1};
    private static final double ALPHA = .0075;

    /** P-values of a site whose families stood at some times their mean in the last four weeks. */
    private static double[] pValues(Well19937c random, double[] factors) {
        double[][] counts = new double[FAMILY_MEANS.length + 1][WINDOW];
        double all = 0;
        for (int family = 0; family < FAMILY_MEANS.length; family++) {
            all += FAMILY_MEANS[family];
            for (int week = 0; week < WINDOW; week++) {
                double mean = FAMILY_MEANS[family] * (week < WINDOW - 4 ? 1 : factors[family]);
                counts[family + 1][week] = QuietPortfolio.count(random, mean, DISPERSION);
                counts[0][week] += counts[family + 1][week];
            }
        }
        double[] pValues = new double[counts.length];
        for (int series = 0; series < counts.length; series++) {
            double mean = series == 0 ? all : FAMILY_MEANS[series - 1];
            QuietLaw law = new QuietLaw(mean, DISPERSION, WildWeeks.RARE.share());
            pValues[series] = PooledNullKernel.pValue(
                    PooledWindow.alike(counts[series], law).score(), law);
        }
        return pValues;
    }

    private static int[] signals(int sites, double... factors) {
        Well19937c random = new Well19937c(2024);
        int[] signals = new int[2];
        for (int site = 0; site < sites; site++) {
            double[] pValues = pValues(random, factors);
            signals[0] += WeightedBonferroni.combine(pValues, WEIGHTS) <= ALPHA ? 1 : 0;
            signals[1] += WeightedHarmonicMean.combine(pValues, WEIGHTS) <= ALPHA ? 1 : 0;
        }
        return signals;
    }

    @Test
    void quietSitesSignalNoMoreOftenThanTheySay() {
        int sites = 20_000;
        int[] signals = signals(sites, 1, 1, 1, 1);
        System.out.printf("quiet: %.5f Bonferroni, %.5f%n", signals[0] / (double) sites, signals[1] / (double) sites);
        assertThat(signals[1] / (double) sites).isLessThan(ALPHA + 3 * Math.sqrt(ALPHA / sites));
    }

    @Test
    void tensionsOfOneFamilyAndOfAllAreFoundMoreOftenThanByBonferroni() {
        int[] one = signals(2000, 1, 1, 4, 1);
        int[] all = signals(2000, 2.2, 2.2, 2.2, 2.2);
        System.out.printf("one family: %d, %d; all: %d, %d of 2000%n", one[0], one[1], all[0], all[1]);
        assertThat(one[1]).isGreaterThan(one[0]);
        assertThat(all[1]).isGreaterThan(all[0]);
    }
}
