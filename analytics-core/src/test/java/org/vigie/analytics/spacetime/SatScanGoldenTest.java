package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.prospective.SpatialGolden;

class SatScanGoldenTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sim60_poisson_prospective, 12, 6, 30.716255",
        "sim60_perm_prospective, 12, 6, 5.261236",
        "sim120_poisson_prospective, 16, 6, 15.757152",
        "sim120_perm_prospective, 16, 8, 6.369903"
    })
    void findsTheMostLikelyClusterOfSatScan(String name, int weeks, int longest, double ratio) throws IOException {
        List<String[]> places = words(name, "in.geo");
        double[] x = places.stream()
                .mapToDouble(place -> Double.parseDouble(place[1]))
                .toArray();
        double[] y = places.stream()
                .mapToDouble(place -> Double.parseDouble(place[2]))
                .toArray();
        double[][] observed = new double[x.length][weeks];
        for (String[] row : words(name, "in.cas")) {
            observed[Integer.parseInt(row[0]) - 1][Integer.parseInt(row[2]) - 1] += Double.parseDouble(row[1]);
        }
        boolean permutation = name.contains("perm");
        double[] people = permutation
                ? Arrays.stream(observed)
                        .mapToDouble(site -> Arrays.stream(site).sum())
                        .toArray()
                : words(name, "in.pop").stream()
                        .mapToDouble(row -> Double.parseDouble(row[2]))
                        .toArray();
        double[][] baseline = permutation ? SpaceTimeScan.marginBaseline(observed) : inProportion(people, observed);
        CircularZones circles = CircularZones.around(x, y, people, .5);
        int[][] zones = IntStream.range(0, circles.series())
                .boxed()
                .flatMap(centre ->
                        IntStream.rangeClosed(1, circles.zones(centre)).mapToObj(size -> circles.sites(centre, size)))
                .toArray(int[][]::new);
        double best = new SpaceTimeScan(zones, longest, ScanStatistic.POISSON)
                .windows(observed, baseline).stream()
                        .mapToDouble(SpaceTimeScan.Window::logLikelihoodRatio)
                        .max()
                        .orElseThrow();
        assertThat(best).isCloseTo(ratio, within(1e-6));
        assertThat(words(name, "satscan.col.txt").get(1)[9]).isEqualTo(String.valueOf(ratio));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"nydf_rounded_ub50, nydf", "pennLC_crude_ub50, pennLC_crude"})
    void findsTheMostLikelyClusterInSpaceOfSatScan(String name, String input) throws IOException {
        var rows = SpatialGolden.table("scan-spatial/" + input + "/input.csv").rows();
        double[] observed = Arrays.stream(SpatialGolden.column(rows, "cases"))
                .map(Math::rint)
                .toArray();
        double[] people = SpatialGolden.column(rows, "pop");
        CircularZones circles =
                CircularZones.around(SpatialGolden.column(rows, "x"), SpatialGolden.column(rows, "y"), people, .5);
        SpatialScan scan = new SpatialScan(circles, ScanStatistic.POISSON, people);
        double expected = Double.parseDouble(words(name, "satscan.col.txt").get(1)[9]);
        assertThat(scan.separateZones(observed).get(0).logLikelihoodRatio()).isCloseTo(expected, within(1e-6));
    }

    private static double[][] inProportion(double[] people, double[][] observed) {
        double all = Arrays.stream(people).sum() * observed[0].length;
        double facts = Arrays.stream(observed).flatMapToDouble(Arrays::stream).sum();
        double[][] baseline = new double[people.length][observed[0].length];
        for (int site = 0; site < people.length; site++) {
            Arrays.fill(baseline[site], facts * people[site] / all);
        }
        return baseline;
    }

    private static List<String[]> words(String name, String file) throws IOException {
        return Files.readAllLines(SpatialGolden.path("satscan/" + name + "/" + file)).stream()
                .map(line -> line.trim().split("\\s+"))
                .toList();
    }
}
