package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;
import static org.vigie.analytics.prospective.SpatialGolden.column;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.multiplicity.RareMaximum;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;

class ScanGoldenTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "nydf, poisson, 50, 999",
        "nydf, poisson, 10, 999",
        "nydf, binomial, 50, 999",
        "nydf, binomial, 10, 999",
        "pennLC_crude, poisson, 50, 999",
        "pennLC_crude, binomial, 50, 999",
        "pennLC_strata, poisson, 50, 999",
        "pennLC_strata, poisson, 20, 999",
        "pennLC_strata, binomial, 50, 999",
        "pennLC_strata, binomial, 20, 999"
    })
    void findsTheClustersOfSmerc(String data, String model, int percent, int replicates) {
        List<Row> input = input(data);
        boolean poisson = model.equals("poisson");
        double[] observed = poisson ? column(input, "cases") : rounded(input);
        double[] baseline = column(input, poisson ? "ex" : "pop");
        CircularZones circles = circles(input, percent / 100.0);
        ScanStatistic statistic = poisson ? ScanStatistic.POISSON : ScanStatistic.BERNOULLI;
        SpatialScan scan = new SpatialScan(circles, statistic, baseline);
        List<SpatialScan.Zone> found = scan.separateZones(observed);
        String file = "scan-spatial/%s/smerc_%s_ub%d_nsim%d.csv".formatted(data, model, percent, replicates);
        List<Row> rows = SpatialGolden.table(file).rows();
        // the reference takes differences of B log B, B the population: what doubles lose of that
        double people = Arrays.stream(baseline).sum();
        double rounding = poisson ? 0 : Math.ulp(people * Math.log(people));
        for (int k = 0; k < rows.size(); k++) {
            SpatialScan.Zone zone = found.get(k);
            assertThat(zone.logLikelihoodRatio())
                    .isCloseTo(rows.get(k).number("loglikrat"), within(EXACT * zone.logLikelihoodRatio() + rounding));
            agrees("cases " + k, zone.observed(), rows.get(k).number("cases"), EXACT);
            int[] sites = Arrays.stream(circles.sites(zone.series(), zone.size()))
                    .map(site -> site + 1)
                    .sorted()
                    .toArray();
            assertThat(sites).isEqualTo(GoldenPanel.ids(rows.get(k)));
        }
        if (poisson) {
            double[] maxima =
                    scan.quietMaxima((int) Math.round(Arrays.stream(observed).sum()), Replicates.of(replicates, 7));
            for (int k = 0; k < rows.size(); k++) {
                double p = RareMaximum.monteCarlo(found.get(k).logLikelihoodRatio(), maxima);
                double reference = rows.get(k).number("pvalue");
                // both p-values are drawn
                double common = (p + reference) / 2;
                assertThat(p).isCloseTo(reference, within(3 * Math.sqrt(2 * common * (1 - common) / replicates)));
            }
        }
    }

    /**
     * The reference keeps the sum of what is expected as a whole number, cut off: where doubles sum up to a little less
     * than the number of cases, it takes one fact less for expected in all. With that total its figures come out, zone by
     * zone; without, only where the sum happens to be exact.
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"pennLC_strata, 50, 0", "pennLC_strata, 20, 0", "pennLC_crude, 50, 1", "nydf, 50, 1", "nydf, 10, 1"})
    void measuresEveryZoneAsSpatialEpi(String data, int percent, int lost) {
        List<Row> input = input(data);
        CircularZones circles = circles(input, percent / 100.0);
        double[] cases = rounded(input);
        double facts = Arrays.stream(cases).sum();
        double[] expected = inProportion(column(input, "ex"), facts);
        double cutOff = 0;
        for (double of : expected) {
            cutOff += of;
        }
        assertThat(facts - (long) cutOff).isEqualTo(lost);
        double[][] ratios = new SpatialScan(circles, ScanStatistic.POISSON, expected).ratios(cases);
        List<Row> rows = SpatialGolden.table("scan-spatial/%s/SpatialEpi_all_zones_ub%d.csv".formatted(data, percent))
                .rows();
        assertThat(Arrays.stream(ratios).mapToInt(centre -> centre.length).sum())
                .isEqualTo(rows.size());
        double farthest = 0;
        for (Row row : rows) {
            int centre = row.integer("center") - 1;
            int size = IntStream.rangeClosed(1, ratios[centre].length)
                    .filter(k -> circles.site(centre, k - 1) == row.integer("end") - 1)
                    .findFirst()
                    .orElseThrow();
            int[] sites = circles.sites(centre, size);
            double asCut = ScanStatistic.POISSON.logLikelihoodRatio(
                    sum(cases, sites), sum(expected, sites), facts, facts - lost);
            // differences of terms near 10,000: the references agree among themselves to 1e-12 of those
            assertThat(asCut).isCloseTo(row.number("llr"), within(1e-9));
            farthest = Math.max(farthest, Math.abs(ratios[centre][size - 1] - row.number("llr")));
        }
        assertThat(farthest).matches(distance -> lost == 0 ? distance < 1e-9 : distance > .05);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "sim60, 12, 8, eb_poisson, EXPECTATION",
        "sim60, 12, 8, pb_poisson, POISSON",
        "sim60, 12, 8, permutation_full_length, POISSON",
        "sim120, 15, 8, eb_poisson, EXPECTATION",
        "sim120, 15, 8, pb_poisson, POISSON",
        "sim120, 15, 8, permutation_full_length, POISSON",
        "NM_brain_maxdur8, 15, 8, eb_poisson, EXPECTATION",
        "NM_brain_maxdur8, 15, 8, pb_poisson, POISSON",
        "NM_brain_maxdur8, 15, 8, permutation_full_length, POISSON"
    })
    void findsTheBestWindowsOfScanstatistics(
            String data, int neighbours, int weeks, String method, ScanStatistic statistic) {
        String folder = "scan-spacetime/" + data + "/";
        int[][] zones = GoldenPanel.zones(data, neighbours);
        double[][] observed = GoldenPanel.read(data, "counts", "count");
        double[][] baseline;
        int most = weeks;
        if (method.startsWith("permutation")) {
            baseline = SpaceTimeScan.marginBaseline(observed);
            most = observed[0].length;
        } else if (method.equals("pb_poisson")) {
            baseline = GoldenPanel.read(data, "pb_baselines", "baseline");
            observed = GoldenPanel.last(observed, weeks);
        } else {
            baseline = GoldenPanel.last(GoldenPanel.read(data, "counts", "baseline"), weeks);
            observed = GoldenPanel.last(observed, weeks);
        }
        List<SpaceTimeScan.Window> found = new SpaceTimeScan(zones, most, statistic).windows(observed, baseline);
        double[] best = found.stream()
                .mapToDouble(SpaceTimeScan.Window::logLikelihoodRatio)
                .sorted()
                .toArray();
        List<Row> rows = SpatialGolden.table(folder + method + "_top200.csv").rows();
        int durations = Math.min(most, observed[0].length);
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            int index = (row.integer("zone") - 1) * durations + row.integer("duration") - 1;
            assertThat(found.get(index).logLikelihoodRatio()).isCloseTo(row.number("score"), within(EXACT));
            assertThat(best[best.length - 1 - k]).isCloseTo(row.number("score"), within(EXACT));
        }
    }

    @Property(tries = 500)
    void hasNoEvidenceWhereFactsAreNotAboveTheBaseline(
            @ForAll ScanStatistic statistic,
            @ForAll @DoubleRange(min = .1, max = 1) double share,
            @ForAll @DoubleRange(max = 1) double part) {
        double baseline = 100 * share * .9;
        double observed = part * 40 * share * .9;
        double ratio = statistic.logLikelihoodRatio(observed, baseline, 40, 100);
        assertThat(ratio).isCloseTo(0, within(1e-12));
        assertThat(statistic.logLikelihoodRatio(baseline + 1, baseline, baseline + 2, 100 + baseline))
                .isGreaterThan(0);
    }

    @Property(tries = 100)
    void drawsTheSameCirclesWhereverTheMapBegins(@ForAll @DoubleRange(min = -64, max = 64) double shift) {
        double moved = Math.rint(shift);
        double[] x = {0, 1, 5, 9, 2};
        double[] y = {0, 3, 5, 1, 8};
        double[] people = {1, 2, 3, 4, 5};
        CircularZones here = CircularZones.around(x, y, people, .6);
        CircularZones there =
                CircularZones.around(Arrays.stream(x).map(v -> v + moved).toArray(), y, people, .6);
        for (int centre = 0; centre < 5; centre++) {
            assertThat(there.sites(centre, there.zones(centre))).isEqualTo(here.sites(centre, here.zones(centre)));
        }
    }

    private static List<Row> input(String data) {
        return SpatialGolden.table("scan-spatial/" + data + "/input.csv").rows();
    }

    private static CircularZones circles(List<Row> input, double share) {
        return CircularZones.around(column(input, "x"), column(input, "y"), column(input, "pop"), share);
    }

    private static double[] rounded(List<Row> input) {
        return Arrays.stream(column(input, "cases")).map(Math::rint).toArray();
    }

    private static double[] inProportion(double[] weights, double facts) {
        double all = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight * facts / all).toArray();
    }

    private static double sum(double[] values, int[] sites) {
        return Arrays.stream(sites).mapToDouble(site -> values[site]).sum();
    }
}
