package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.multiplicity.RareMaximum;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;
import org.vigie.analytics.spacetime.NegativeBinomialScan.Course;
import org.vigie.analytics.spacetime.NegativeBinomialScan.Window;

/** P-values of the best window against scanstatistics: drawn, and by a Gumbel law of the highest likelihood. */
class MonteCarloGoldenTest {

    private static final int WEEKS = 8;
    private static final Replicates REPLICATES = Replicates.of(999, 11);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"sim60, 12", "sim120, 15", "NM_brain_maxdur8, 15"})
    void theBestWindowIsAsRareAsForScanstatistics(String data, int neighbours) {
        int[][] zones = GoldenPanel.zones(data, neighbours);
        double[][] all = GoldenPanel.read(data, "counts", "count");
        double[][] newest = GoldenPanel.last(all, WEEKS);
        double[][] expected = GoldenPanel.last(GoldenPanel.read(data, "counts", "baseline"), WEEKS);
        SpaceTimeScan expectation = new SpaceTimeScan(zones, WEEKS, ScanStatistic.EXPECTATION);
        compare(data, "eb_poisson", quiet(expectation).poisson(expected));
        SpaceTimeScan population = new SpaceTimeScan(zones, WEEKS, ScanStatistic.POISSON);
        int facts = (int) Arrays.stream(newest).flatMapToDouble(Arrays::stream).sum();
        compare(
                data,
                "pb_poisson",
                quiet(population).multinomial(facts, GoldenPanel.read(data, "pb_baselines", "baseline")));
        SpaceTimeScan permutation = new SpaceTimeScan(zones, all[0].length, ScanStatistic.POISSON);
        compare(data, "permutation_full_length", quiet(permutation).permuted(all));
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "sim60, 12, hotspot, LASTING",
        "sim60, 12, emerging, EMERGING",
        "sim120, 15, hotspot, LASTING",
        "sim120, 15, emerging, EMERGING",
        "NM_brain_maxdur8, 15, hotspot, LASTING",
        "NM_brain_maxdur8, 15, emerging, EMERGING"
    })
    void theGreatestRiseIsAsRareAsForScanstatistics(String data, int neighbours, String kind, Course course) {
        double[][] expected = GoldenPanel.last(GoldenPanel.read(data, "counts", "baseline"), WEEKS);
        NegativeBinomialScan scan = new NegativeBinomialScan(GoldenPanel.zones(data, neighbours), WEEKS, 2.5, course);
        QuietScans.PanelScan rises = (counts, baseline) -> greatest(scan, counts, baseline, Window::rise);
        compare(data, "eb_negbin_theta2.5_" + kind, quiet(rises).negativeBinomial(2.5, expected));
    }

    private static double greatest(
            NegativeBinomialScan scan, double[][] counts, double[][] baseline, ToDoubleFunction<Window> figure) {
        return scan.windows(counts, baseline).stream().mapToDouble(figure).max().orElseThrow();
    }

    private static QuietScans quiet(QuietScans.PanelScan scan) {
        return new QuietScans(scan, REPLICATES);
    }

    private static void compare(String data, String method, double[] maxima) {
        Row row = SpatialGolden.table("scan-spacetime/" + data + "/MLC_summary.csv").rows().stream()
                .filter(of -> of.text("method").equals(method))
                .findFirst()
                .orElseThrow();
        double p = RareMaximum.monteCarlo(row.number("score"), maxima);
        // both p-values are drawn
        double common = (p + row.number("mc_p")) / 2;
        double variance = common * (1 - common) * (1.0 / maxima.length + 1 / row.number("nsim"));
        assertThat(p).as(method).isCloseTo(row.number("mc_p"), within(3 * Math.sqrt(variance)));
        double gumbel = RareMaximum.byLikelihood(maxima).pValue(row.number("score"));
        if (row.number("gumbel_p") > 1e-6) {
            assertThat(gumbel / row.number("gumbel_p")).as(method).isBetween(.5, 2.0);
        } else {
            assertThat(gumbel).as(method).isLessThan(2e-6);
        }
    }
}
