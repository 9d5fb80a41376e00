package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.spacetime.SimulatedCity.Flaws;

class QuietWeeksTest {

    private static final int DRAWS = 60_000;
    private static final int WEEKS = 2;
    private static final int[] AREAS = {0, 1, 0, 1, 0, 1};

    @Test
    void hasTheMeansVariancesAndCovariancesThatAreExpected() {
        double[] mean = {.1, .2, .5, .4, 1, .9, 2, 2.5, .05, .1, 4, 3};
        double dispersion = .5;
        double shock = .09;
        double[] rateVariance = {0, .02, .05, 0, .1, .01};
        QuietWeeks quiet = new QuietWeeks(new ExpectedWeeks(mean, rateVariance, dispersion, shock), AREAS);
        double[] sums = new double[mean.length];
        double[][] products = new double[mean.length][mean.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] counts = quiet.draw(draw);
            for (int i = 0; i < counts.length; i++) {
                sums[i] += counts[i];
                for (int j = 0; j <= i; j++) {
                    products[i][j] += (counts[i] - mean[i]) * (counts[j] - mean[j]);
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            double spread = Math.sqrt(mean[i] + mean[i] * mean[i]);
            assertThat(sums[i] / DRAWS).isCloseTo(mean[i], within(5 * spread / Math.sqrt(DRAWS)));
            for (int j = 0; j <= i; j++) {
                double own = i == j ? mean[i] + mean[i] * mean[i] * dispersion : 0;
                boolean together = AREAS[i / WEEKS] == AREAS[j / WEEKS] && i % WEEKS == j % WEEKS;
                double shared = together ? shock * mean[i] * mean[j] : 0;
                double rate = i / WEEKS == j / WEEKS ? rateVariance[i / WEEKS] * mean[i] * mean[j] : 0;
                double size = Math.sqrt((mean[i] + mean[i] * mean[i]) * (mean[j] + mean[j] * mean[j]));
                // shock and rate scale the number of clusters, so that their products are left out of the formula
                double tolerance = 12 * size / Math.sqrt(DRAWS) + .02 * (own + shared + rate);
                assertThat(products[i][j] / DRAWS).isCloseTo(own + shared + rate, within(tolerance));
            }
        }
    }

    @Test
    void replicatesDoNotDependOnTheNumberOfThreads() {
        SimulatedCity city = SimulatedCity.of(77, false, Flaws.NONE);
        PreparedScan scan = new EvidenceScan(EvidenceScanSettings.STANDARD)
                .prepare(city.counts(), NearestSites.of(city.x, city.y, 12));
        scan.evidence(SimulatedCity.WEEKS - 1);
        double[] alone = scan.quietEvidence(Replicates.of(40, 5), 1);
        assertThat(scan.quietEvidence(Replicates.of(40, 5), 3)).containsExactly(alone);
        assertThat(Arrays.stream(alone).distinct().count()).isGreaterThan(35);
    }

    @ParameterizedTest(name = "{0} weeks")
    @CsvSource({"24, 14", "60, 23"})
    void theScanSaysAfterEachWeekItComparesWithThatItDid(int weeks, int comparisons) {
        Random random = new Random(3);
        int[][] drawn = IntStream.range(0, 30)
                .mapToObj(site -> random.ints(weeks, 0, 3).toArray())
                .toArray(int[][]::new);
        SiteWeekCounts counts = new SiteWeekCounts(
                drawn, DoubleStream.generate(() -> 50).limit(30).toArray(), new int[30]);
        int[][] nearest =
                NearestSites.of(random.doubles(30).toArray(), random.doubles(30).toArray(), 5);
        EvidenceScan scan = new EvidenceScan(EvidenceScanSettings.STANDARD.withReplicates(9, 1));
        AtomicInteger said = new AtomicInteger();
        EvidenceFinding found = scan.saying(said::incrementAndGet).scan(counts, nearest);
        assertThat(said.get()).isEqualTo(scan.comparisons(counts)).isEqualTo(comparisons);
        assertThat(found).isEqualTo(scan.scan(counts, nearest));
    }

    @Test
    void theMeanEvidenceOfQuietWeeksIsAtMostOne() {
        SimulatedCity city = SimulatedCity.of(78, false, Flaws.NONE);
        PreparedScan scan = new EvidenceScan(EvidenceScanSettings.STANDARD)
                .prepare(city.counts(), NearestSites.of(city.x, city.y, 12));
        scan.evidence(SimulatedCity.WEEKS - 1);
        assertThat(Arrays.stream(scan.quietEvidence(Replicates.of(2000, 6), 2))
                        .average()
                        .orElseThrow())
                .isBetween(.1, 1.1);
    }

    @Test
    void aRankAmongReplicatesCountsTies() {
        NullLaw law = NullLaw.ofReplicates(new double[] {3, 1, 2, 2});
        assertThat(law.pValue(2)).isEqualTo(4 / 5.0);
        assertThat(law.pValue(3.5)).isEqualTo(1 / 5.0);
    }
}
