package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceKernelTest {

    private static final int SITES = 14;
    private static final int WEEKS = 4;
    private static final int NEAREST = 6;

    private final double[] x = new double[SITES];
    private final double[] y = new double[SITES];
    private final int[] areas = new int[SITES];
    private final double[] mean = new double[SITES * WEEKS];
    private final double[] rateVariance = new double[SITES];
    private final int[] counts = new int[SITES * WEEKS];

    private EvidenceKernel kernel(long seed, double countDispersion, double shockVariance) {
        Random random = new Random(seed);
        for (int site = 0; site < SITES; site++) {
            x[site] = random.nextDouble();
            y[site] = random.nextDouble();
            areas[site] = random.nextInt(3);
            rateVariance[site] = .01 + .1 * random.nextDouble();
            for (int t = 0; t < WEEKS; t++) {
                mean[site * WEEKS + t] = .05 + random.nextDouble();
                counts[site * WEEKS + t] = random.nextInt(site < SITES / 2 ? 5 : 2);
            }
        }
        EvidenceKernel kernel = new EvidenceKernel(NearestSites.of(x, y, NEAREST), areas, WEEKS, 2);
        kernel.expect(new ExpectedWeeks(mean, rateVariance, countDispersion, shockVariance));
        return kernel;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsTheFormulaeWrittenOutWithMatrices(long seed) {
        EvidenceKernel kernel = kernel(seed, .4, .09);
        double evidence = kernel.scan(counts);
        assertThat(kernel.standing()).isPositive();
        assertThat(evidence).isCloseTo(writtenOut(.4, .09), within(1e-9 * evidence));
    }

    @Test
    void aRepeatedScanGivesTheSame() {
        EvidenceKernel kernel = kernel(7, .4, .09);
        double first = kernel.scan(counts);
        kernel.scan(new int[counts.length]);
        assertThat(kernel.scan(counts)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aScanThatIsRepeatedKnowsItsWindowsBeforehandAndFindsTheSame(long seed) {
        EvidenceKernel kernel = kernel(seed, .4, .09);
        double evidence = kernel.scan(counts);
        SiteScores scores = new SiteScores(areas, WEEKS);
        scores.expect(kernel.expected());
        assertThat(kernel.repeated().scan(scores.of(counts))).isCloseTo(evidence, within(1e-12 * evidence));
    }

    @Test
    void namesNothingWhereNothingHappened() {
        EvidenceKernel kernel = kernel(7, .4, .09);
        assertThat(kernel.scan(new int[counts.length])).isZero();
    }

    @Test
    void aShockOfTheWholeNeighbourhoodIsWeakerEvidenceWhereShocksAreUsual() {
        double unusual = kernel(3, .4, 0).scan(counts);
        double usual = kernel(3, .4, .5).scan(counts);
        assertThat(usual).isLessThan(unusual);
    }

    /** Dense covariance, its inverse, and sums over windows as the Javadoc of the kernel states them. */
    private double writtenOut(double countDispersion, double shockVariance) {
        int[][] nearest = NearestSites.of(x, y, NEAREST);
        double sum = 0;
        for (int[] order : nearest) {
            for (int size = 1; size <= NEAREST; size++) {
                for (int duration = 2; duration <= WEEKS; duration++) {
                    sum += window(order, size, duration, countDispersion, shockVariance);
                }
            }
        }
        return sum / (SITES * NEAREST * (WEEKS - 1));
    }

    private double window(int[] order, int size, int duration, double countDispersion, double shockVariance) {
        double score = 0;
        double information = 0;
        double expected = 0;
        for (int t = 0; t < duration; t++) {
            RealMatrix covariance = new Array2DRowRealMatrix(SITES, SITES);
            RealVector inside = new ArrayRealVector(SITES);
            RealVector deviation = new ArrayRealVector(SITES);
            for (int i = 0; i < SITES; i++) {
                double b = mean[i * WEEKS + t];
                deviation.setEntry(i, counts[i * WEEKS + t] - b);
                for (int j = 0; j < SITES; j++) {
                    double shared = areas[i] == areas[j] ? shockVariance * b * mean[j * WEEKS + t] : 0;
                    covariance.setEntry(i, j, shared + (i == j ? b + b * b * countDispersion : 0));
                }
            }
            for (int rank = 0; rank < size; rank++) {
                inside.setEntry(order[rank], mean[order[rank] * WEEKS + t]);
                expected += mean[order[rank] * WEEKS + t];
            }
            RealVector weights = new LUDecomposition(covariance).getSolver().solve(inside);
            score += weights.dotProduct(deviation);
            information += weights.dotProduct(inside);
        }
        double variance = expected * expected / information;
        for (int rank = 0; rank < size; rank++) {
            double own = 0;
            for (int t = 0; t < duration; t++) {
                own += mean[order[rank] * WEEKS + t];
            }
            variance += rateVariance[order[rank]] * own * own;
        }
        double excess = score * expected / information;
        if (excess <= Math.sqrt(5 * variance)) {
            return 0;
        }
        double r = expected * expected / (variance - expected);
        double ratios = 0;
        for (double q : new double[] {1.5, 2, 3}) {
            ratios += Math.pow(q, expected + excess)
                    * Math.pow((expected + r) / (q * expected + r), expected + excess + r);
        }
        return ratios / 3;
    }
}
