package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.multiplicity.RareMaximum;
import org.vigie.analytics.prospective.SpatialGolden;

/**
 * Every cluster that SaTScan reports, with its p-value. SaTScan keeps the best window around each centre and reports those
 * that have no site in a week of a better one.
 */
class SatScanGoldenTest {

    private static final boolean FULL = "full".equals(System.getProperty("vigie.suite"));
    private static final double EXACT = 1e-6;
    private static final int REPLICATES = 999;
    private static final int MOST_WEEKS = 100;
    private static final int REPLICATES_OF_REFERENCE = 9_999;

    private record Best(List<Integer> sites, int firstWeek, int lastWeek, double observed, double ratio) {

        int[] cells() {
            return IntStream.rangeClosed(firstWeek, lastWeek)
                    .flatMap(week -> sites.stream().mapToInt(site -> site * MOST_WEEKS + week))
                    .toArray();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sim60_poisson_prospective, 12, 6",
        "sim60_perm_prospective, 12, 6",
        "sim60_perm_retrospective, 12, 6",
        "sim120_poisson_prospective, 16, 6",
        "sim120_perm_prospective, 16, 8"
    })
    void findsTheClustersOfSatScan(String name, int weeks, int longest) throws IOException {
        assumeTrue(FULL || name.startsWith("sim60"), "skipped: 120 sites, in the full suite");
        double[][] observed = observed(name, weeks);
        boolean permutation = name.contains("perm");
        double[] people = permutation
                ? Arrays.stream(observed)
                        .mapToDouble(site -> Arrays.stream(site).sum())
                        .toArray()
                : column(words(name, "in.pop"), 2);
        double[][] baseline = permutation ? SpaceTimeScan.marginBaseline(observed) : inProportion(people, observed);
        List<String[]> places = words(name, "in.geo");
        CircularZones circles = CircularZones.around(column(places, 1), column(places, 2), people, .5);
        List<int[]> zones = new ArrayList<>();
        List<Integer> centres = new ArrayList<>();
        for (int centre = 0; centre < circles.series(); centre++) {
            for (int size = 1; size <= circles.zones(centre); size++) {
                zones.add(circles.sites(centre, size));
                centres.add(centre);
            }
        }
        SpaceTimeScan scan = new SpaceTimeScan(zones.toArray(int[][]::new), longest, ScanStatistic.POISSON);
        int firstEnd = name.contains("retro") ? 0 : weeks - 1;
        Map<Integer, Best> best = new HashMap<>();
        for (int end = firstEnd; end < weeks; end++) {
            for (SpaceTimeScan.Window window : scan.windowsUntil(end, observed, baseline)) {
                Best found = new Best(
                        asList(zones.get(window.zone())),
                        end + 2 - window.weeks(),
                        end + 1,
                        window.observed(),
                        window.logLikelihoodRatio());
                best.merge(
                        centres.get(window.zone()), found, (one, other) -> other.ratio() > one.ratio() ? other : one);
            }
        }
        QuietScans quiet = new QuietScans(
                (counts, expected) -> IntStream.range(firstEnd, weeks)
                        .mapToObj(end -> scan.windowsUntil(end, counts, expected))
                        .flatMapToDouble(
                                windows -> windows.stream().mapToDouble(SpaceTimeScan.Window::logLikelihoodRatio))
                        .max()
                        .orElseThrow(),
                Replicates.of(REPLICATES, 5));
        double[] maxima = permutation ? quiet.permuted(observed) : quiet.multinomial((int) total(observed), baseline);
        compare(name, best, maxima);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"nydf_rounded_ub50, nydf", "pennLC_crude_ub50, pennLC_crude"})
    void findsTheClustersInSpaceOfSatScan(String name, String input) throws IOException {
        var rows = SpatialGolden.table("scan-spatial/" + input + "/input.csv").rows();
        double[] observed = Arrays.stream(SpatialGolden.column(rows, "cases"))
                .map(Math::rint)
                .toArray();
        double[] people = SpatialGolden.column(rows, "pop");
        CircularZones circles =
                CircularZones.around(SpatialGolden.column(rows, "x"), SpatialGolden.column(rows, "y"), people, .5);
        SpatialScan scan = new SpatialScan(circles, ScanStatistic.POISSON, people);
        double[][] ratios = scan.ratios(observed);
        Map<Integer, Best> best = new HashMap<>();
        for (int centre = 0; centre < ratios.length; centre++) {
            double[] own = ratios[centre];
            IntStream.rangeClosed(1, own.length)
                    .boxed()
                    .max(Comparator.comparingDouble(size -> own[size - 1]))
                    .map(size -> circles.sites(best.size(), size))
                    .ifPresent(sites -> best.put(
                            best.size(),
                            new Best(
                                    asList(sites),
                                    0,
                                    0,
                                    Arrays.stream(sites)
                                            .mapToDouble(site -> observed[site])
                                            .sum(),
                                    own[sites.length - 1])));
        }
        compare(name, best, scan.quietMaxima((int) Arrays.stream(observed).sum(), Replicates.of(REPLICATES, 5)));
    }

    private static void compare(String name, Map<Integer, Best> best, double[] maxima) throws IOException {
        List<Best> found = SeparateZones.of(List.copyOf(best.values()), Best::ratio, Best::cells);
        List<String[]> rows = words(name, "satscan.col.txt");
        List<String> header = Arrays.asList(rows.get(0));
        int statistic = Math.max(header.indexOf("LLR"), header.indexOf("TEST_STAT"));
        for (int k = 0; k + 1 < rows.size(); k++) {
            String[] row = rows.get(k + 1);
            Best cluster = found.get(k);
            assertThat(cluster.ratio()).as("cluster " + k).isCloseTo(Double.parseDouble(row[statistic]), within(EXACT));
            assertThat(cluster.sites()).hasSize(Integer.parseInt(row[header.indexOf("NUMBER_LOC")]));
            assertThat(cluster.observed()).isEqualTo(Double.parseDouble(row[header.indexOf("OBSERVED")]));
            if (cluster.firstWeek() > 0) {
                assertThat(cluster.firstWeek()).isEqualTo(Integer.parseInt(row[header.indexOf("START_DATE")]));
                assertThat(cluster.lastWeek()).isEqualTo(Integer.parseInt(row[header.indexOf("END_DATE")]));
            }
            double reference = Double.parseDouble(row[header.indexOf("P_VALUE")]);
            double p = RareMaximum.monteCarlo(cluster.ratio(), maxima);
            // both p-values are drawn
            double common = (p + reference) / 2;
            double variance = common * (1 - common) * (1.0 / REPLICATES + 1.0 / REPLICATES_OF_REFERENCE);
            assertThat(p).as("cluster " + k).isCloseTo(reference, within(3 * Math.sqrt(variance)));
            compareTail(name, k, RareMaximum.byMoments(maxima).pValue(cluster.ratio()));
        }
    }

    /** By the golden README: the tail of the Gumbel law within a factor 2 where the chance is above one in a million. */
    private static void compareTail(String name, int cluster, double p) throws IOException {
        List<String[]> rows = words(name, "satscan.gis.txt");
        List<String> header = Arrays.asList(rows.get(0));
        double reference = rows.stream()
                .skip(1)
                .filter(row -> row[header.indexOf("CLUSTER")].equals(Integer.toString(cluster + 1)))
                .mapToDouble(row -> Double.parseDouble(row[header.indexOf("GBL_PVALUE")]))
                .findFirst()
                .orElseThrow();
        if (reference > 1e-6) {
            assertThat(p).as("Gumbel, cluster " + cluster).isBetween(reference / 2, reference * 2);
        } else {
            assertThat(p).as("Gumbel, cluster " + cluster).isLessThan(1e-5);
        }
    }

    private static double[][] observed(String name, int weeks) throws IOException {
        double[][] observed = new double[words(name, "in.geo").size()][weeks];
        for (String[] row : words(name, "in.cas")) {
            observed[Integer.parseInt(row[0]) - 1][Integer.parseInt(row[2]) - 1] += Double.parseDouble(row[1]);
        }
        return observed;
    }

    private static double[][] inProportion(double[] people, double[][] observed) {
        double all = Arrays.stream(people).sum() * observed[0].length;
        double facts = total(observed);
        double[][] baseline = new double[people.length][observed[0].length];
        for (int site = 0; site < people.length; site++) {
            Arrays.fill(baseline[site], facts * people[site] / all);
        }
        return baseline;
    }

    private static List<Integer> asList(int[] sites) {
        return Arrays.stream(sites).boxed().toList();
    }

    private static double total(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    private static List<String[]> words(String name, String file) throws IOException {
        return Files.readAllLines(SpatialGolden.path("satscan/" + name + "/" + file)).stream()
                .map(line -> line.trim().split("\\s+"))
                .toList();
    }
}
