package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubsetScanTest {

    private static final int WEEKS = 3;

    @Property(tries = 300)
    void findsTheBestOfAllSubsets(
            @ForAll @IntRange(min = 1, max = 12) int sites,
            @ForAll @IntRange(min = 1, max = 8) int near,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] observed = panel(sites, () -> random.nextInt(5));
        double[][] baseline = panel(sites, () -> .2 + 3 * random.nextDouble());
        int[][] nearest = NearestSites.of(
                random.doubles(sites).toArray(), random.doubles(sites).toArray(), near);
        double best = 0;
        for (int[] around : nearest) {
            for (int subset = 1; subset < 1 << around.length; subset++) {
                for (int weeks = 1; weeks <= WEEKS; weeks++) {
                    best = Math.max(best, ratio(around, subset, weeks, observed, baseline));
                }
            }
        }
        SubsetScan scan = new SubsetScan(nearest, WEEKS);
        assertThat(scan.maximum(observed, baseline)).isCloseTo(best, within(1e-12));
        List<SpaceTimeSearch.Found> found = scan.separate(observed, baseline);
        assertThat(found.isEmpty() ? 0 : found.get(0).logLikelihoodRatio()).isCloseTo(best, within(1e-12));
        assertThat(found.stream().flatMap(window -> window.sites().stream())).doesNotHaveDuplicates();
    }

    @Test
    void leavesOutTheQuietSiteBetweenTwoLoudOnes() {
        double[][] observed = {{9}, {1}, {8}};
        double[][] baseline = {{2}, {2}, {2}};
        SpaceTimeSearch.Found best = new SubsetScan(new int[][] {{1, 0, 2}}, 1)
                .separate(observed, baseline)
                .get(0);
        assertThat(best.sites()).containsExactly(0, 2);
        assertThat(best.observed()).isEqualTo(17);
        assertThat(best.baseline()).isEqualTo(4);
    }

    @Test
    void namesNothingWhereNoSiteIsAboveItsBaseline() {
        double[][] observed = {{1}, {2}};
        double[][] baseline = {{1}, {3}};
        SubsetScan scan = new SubsetScan(new int[][] {{0, 1}}, 1);
        assertThat(scan.separate(observed, baseline)).isEmpty();
        assertThat(scan.maximum(observed, baseline)).isZero();
    }

    private static double ratio(int[] around, int subset, int weeks, double[][] observed, double[][] baseline) {
        double inside = 0;
        double insideBaseline = 0;
        for (int rank = 0; rank < around.length; rank++) {
            if ((subset >> rank & 1) == 1) {
                inside += Arrays.stream(observed[around[rank]], WEEKS - weeks, WEEKS)
                        .sum();
                insideBaseline += Arrays.stream(baseline[around[rank]], WEEKS - weeks, WEEKS)
                        .sum();
            }
        }
        return ScanStatistic.EXPECTATION.logLikelihoodRatio(inside, insideBaseline, 0, 0);
    }

    private static double[][] panel(int sites, java.util.function.DoubleSupplier cell) {
        return IntStream.range(0, sites)
                .mapToObj(site -> IntStream.range(0, WEEKS)
                        .mapToDouble(week -> cell.getAsDouble())
                        .toArray())
                .toArray(double[][]::new);
    }
}
