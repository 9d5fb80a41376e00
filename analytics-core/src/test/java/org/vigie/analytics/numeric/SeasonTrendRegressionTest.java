package org.vigie.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.TDistribution;

class SeasonTrendRegressionTest {

    private static final int LEVELS = 6;
    private static final int WEEKS = 150;

    private final SeasonTrendRows rows = new SeasonTrendRows();
    private final CountRows matrix = new CountRows();
    private final SeasonTrendRegression fast = new SeasonTrendRegression();
    private final LogLinearRegression general = new LogLinearRegression();

    @Property
    void takesTheSameStepsAsTheGeneralRegression(
            @ForAll @IntRange(max = 100_000) int seed,
            @ForAll @DoubleRange(min = 0.3, max = 300) double highest,
            @ForAll boolean trend,
            @ForAll boolean weekAfterWeek) {
        fill(seed, highest, trend, weekAfterWeek);
        assertThat(fast.fit(rows, trend)).isEqualTo(general.fit(matrix)).isTrue();
        assertSame(fast.predictor(0), general.coefficient(0));
        if (trend) {
            assertSame(fast.slope(), general.coefficient(LEVELS));
            double[] slopeAlone = new double[LEVELS + 1];
            slopeAlone[LEVELS] = 1;
            assertSame(fast.unscaledSlopeVariance(), general.unscaledVariance(slopeAlone));
        }
        assertThat(fast.residualDegrees()).isEqualTo(general.residualDegrees());
        assertSame(fast.dispersion(), general.dispersion());
        assertSame(fast.priorWeightDispersion(), general.priorWeightDispersion());
        double[] lastLevel = new double[matrix.columns()];
        lastLevel[0] = 1;
        lastLevel[LEVELS - 1] = 1;
        assertSame(fast.unscaledVariance(LEVELS - 1), general.unscaledVariance(lastLevel));
        for (int row = 0; row < WEEKS; row += 7) {
            assertSame(fast.mean(row), general.mean(row));
            assertSame(fast.leverage(level(row), row), general.leverage(row));
        }
    }

    @Property
    void theQuickTestDecidesAsThePValue(
            @ForAll @DoubleRange(min = 0, max = 6) double statistic,
            @ForAll @IntRange(min = 1, max = 300) int degrees,
            @ForAll @DoubleRange(min = 0, max = 1) double level) {
        double p = 2 * new TDistribution(degrees).cumulativeProbability(-statistic);
        assertThat(new StudentTest(level).rejects(-statistic, degrees)).isEqualTo(p < level);
    }

    private void fill(int seed, double highest, boolean trend, boolean weekAfterWeek) {
        Random random = new Random(seed);
        rows.reset(LEVELS, WEEKS);
        matrix.reset(WEEKS, trend ? LEVELS + 1 : LEVELS);
        int level = 0;
        for (int row = 0; row < WEEKS; row++) {
            if (level(row) > level) {
                rows.endLevel();
                level++;
            }
            int ago = weekAfterWeek ? 300 - row : 1 + random.nextInt(260);
            double count = row % (WEEKS / LEVELS) == 0 ? 1 : Math.floor(random.nextDouble() * (highest + 1));
            double population = weekAfterWeek ? 1 : 0.5 + random.nextDouble();
            rows.add(count, ago, population);
            matrix.term(row, 0, 1);
            if (level > 0) {
                matrix.term(row, level, 1);
            }
            if (trend) {
                matrix.term(row, LEVELS, -ago);
            }
            matrix.count(row, count, Math.log(population));
            boolean usual = weekAfterWeek && random.nextInt(10) > 0;
            double weight = usual ? 1.1 : 0.2 + random.nextDouble();
            matrix.weight(row, weight);
            rows.weight(row, weight);
        }
        rows.endLevel();
    }

    private static int level(int row) {
        return row / (WEEKS / LEVELS);
    }

    private static void assertSame(double ours, double theirs) {
        assertThat(ours).isCloseTo(theirs, within(1e-9 * Math.abs(theirs) + 1e-12));
    }
}
