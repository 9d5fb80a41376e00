package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearestSitesTest {

    @Property(tries = 200)
    void findsWhatComparingAllPairsFinds(
            @ForAll @IntRange(min = 1, max = 120) int sites,
            @ForAll @IntRange(min = 1, max = 20) int k,
            @ForAll @IntRange(min = 1, max = 60) int lattice,
            @ForAll long seed) {
        Random random = new Random(seed);
        // whole coordinates, so that equal distances and equal places occur
        double[] x = random.ints(sites, 0, lattice).asDoubleStream().toArray();
        double[] y = random.ints(sites, 0, 3 * lattice).asDoubleStream().toArray();
        int[][] nearest = NearestSites.of(x, y, k);
        for (int site = 0; site < sites; site++) {
            assertThat(nearest[site]).containsExactly(comparingAll(x, y, site, Math.min(k, sites)));
        }
    }

    @Test
    void servesSitesOnALine() {
        double[] x = {0, 10, 30, 60};
        assertThat(NearestSites.of(x, new double[4], 3)[3]).containsExactly(3, 2, 1);
    }

    private static int[] comparingAll(double[] x, double[] y, int site, int k) {
        Comparator<Integer> itselfFirst = Comparator.comparing(other -> other != site);
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(itselfFirst
                        .thenComparingDouble(other -> (x[other] - x[site]) * (x[other] - x[site])
                                + (y[other] - y[site]) * (y[other] - y[site]))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
