package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;
import static org.vigie.analytics.prospective.SpatialGolden.column;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;

class FlexibleScanGoldenTest {

    private static final double ALPHA = .2;

    /**
     * The reference data lack the map of neighbours, so that its clusters cannot be looked for on it. They keep the rules,
     * measure as the reference says, and where all their sites touch each other nothing weaker is found.
     */
    @Test
    void clustersOfSmercKeepTheRulesAndMeasureTheSame() {
        List<Row> input = SpatialGolden.table("scan-spatial/nydf/input.csv").rows();
        double[] observed = column(input, "cases");
        double[] baseline = column(input, "ex");
        int[][] nearest = NearestSites.of(column(input, "x"), column(input, "y"), 15);
        for (Row row : SpatialGolden.table("scan-spatial/nydf/smerc_rflex_k15_nsim99.csv")
                .rows()) {
            int[] members =
                    Arrays.stream(GoldenPanel.ids(row)).map(id -> id - 1).toArray();
            int[][] touching = new int[observed.length][0];
            for (int member : members) {
                touching[member] =
                        Arrays.stream(members).filter(other -> other != member).toArray();
                assertThat(FlexibleScan.midPValue(observed[member], baseline[member]))
                        .isLessThan(ALPHA);
            }
            assertThat(members)
                    .as("near one of them")
                    .satisfies(held -> assertThat(Arrays.stream(held).anyMatch(centre -> holds(nearest[centre], held)))
                            .isTrue());
            double ratio = ScanStatistic.POISSON.logLikelihoodRatio(
                    sum(observed, members),
                    sum(baseline, members),
                    Arrays.stream(observed).sum(),
                    Arrays.stream(baseline).sum());
            agrees("ratio", ratio, row.number("loglikrat"), 1e-9);
            double best = new FlexibleScan(nearest, touching, baseline, ALPHA)
                    .separateZones(observed).stream()
                            .filter(zone -> zone.sites().stream().anyMatch(site -> touching[site].length > 0))
                            .mapToDouble(FlexibleScan.Zone::logLikelihoodRatio)
                            .max()
                            .orElseThrow();
            assertThat(best).isGreaterThanOrEqualTo(ratio - 1e-9);
        }
    }

    private static boolean holds(int[] around, int[] members) {
        return Arrays.stream(members).allMatch(member -> Arrays.stream(around).anyMatch(near -> near == member));
    }

    private static double sum(double[] values, int[] sites) {
        return Arrays.stream(sites).mapToDouble(site -> values[site]).sum();
    }

    @Property(tries = 200)
    void findsTheBestOfAllConnectedGroups(
            @ForAll @IntRange(min = 2, max = 9) int sites, @ForAll @IntRange(max = 12) int pairs, @ForAll long seed) {
        Random random = new Random(seed);
        double[] observed = random.ints(sites, 0, 9).asDoubleStream().toArray();
        double[] baseline = random.doubles(sites, .5, 4).toArray();
        boolean[][] touches = new boolean[sites][sites];
        for (int pair = 0; pair < pairs; pair++) {
            int one = random.nextInt(sites);
            int other = random.nextInt(sites);
            touches[one][other] = touches[other][one] = one != other;
        }
        int[][] neighbours = IntStream.range(0, sites)
                .mapToObj(i ->
                        IntStream.range(0, sites).filter(j -> touches[i][j]).toArray())
                .toArray(int[][]::new);
        int[][] everyone = NearestSites.of(
                random.doubles(sites).toArray(), random.doubles(sites).toArray(), sites);
        double best = 0;
        for (int group = 1; group < 1 << sites; group++) {
            best = Math.max(best, connected(group, touches) ? ratio(group, observed, baseline) : 0);
        }
        List<FlexibleScan.Zone> found = new FlexibleScan(everyone, neighbours, baseline, ALPHA).separateZones(observed);
        assertThat(found.stream()
                        .mapToDouble(FlexibleScan.Zone::logLikelihoodRatio)
                        .max()
                        .orElse(0))
                .isCloseTo(best, within(1e-9));
    }

    @Test
    void halfOfTheChanceOfTheCountItselfBelongsToTheMidPValue() {
        PoissonDistribution poisson = new PoissonDistribution(2.5);
        assertThat(FlexibleScan.midPValue(4, 2.5))
                .isCloseTo(1 - poisson.cumulativeProbability(4) + poisson.probability(4) / 2, within(1e-12));
        assertThat(FlexibleScan.midPValue(4.3, 2.5)).isCloseTo(1 - poisson.cumulativeProbability(4), within(1e-12));
        assertThat(FlexibleScan.midPValue(0, 2.5)).isCloseTo(1 - Math.exp(-2.5) / 2, within(1e-12));
    }

    private static double ratio(int group, double[] observed, double[] baseline) {
        double inside = 0;
        double insideBaseline = 0;
        for (int site = 0; site < observed.length; site++) {
            if ((group >> site & 1) == 1) {
                if (FlexibleScan.midPValue(observed[site], baseline[site]) >= ALPHA) {
                    return 0;
                }
                inside += observed[site];
                insideBaseline += baseline[site];
            }
        }
        return ScanStatistic.POISSON.logLikelihoodRatio(
                inside,
                insideBaseline,
                Arrays.stream(observed).sum(),
                Arrays.stream(baseline).sum());
    }

    private static boolean connected(int group, boolean[][] touches) {
        int reached = Integer.lowestOneBit(group);
        int before = 0;
        while (reached != before) {
            before = reached;
            for (int i = 0; i < touches.length; i++) {
                for (int j = 0; j < touches.length; j++) {
                    boolean joins = (before >> i & 1) == 1 && (group >> j & 1) == 1 && touches[i][j];
                    reached |= joins ? 1 << j : 0;
                }
            }
        }
        return reached == group;
    }
}
