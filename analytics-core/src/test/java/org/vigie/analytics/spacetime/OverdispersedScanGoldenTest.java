package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;
import org.vigie.analytics.spacetime.NegativeBinomialScan.Course;

class OverdispersedScanGoldenTest {

    private static final double EXACT = 1e-9;
    private static final int WEEKS = 8;
    private static final double SIZE = 2.5;

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "sim60, 12, hotspot, LASTING",
        "sim60, 12, emerging, EMERGING",
        "sim120, 15, hotspot, LASTING",
        "sim120, 15, emerging, EMERGING",
        "NM_brain_maxdur8, 15, hotspot, LASTING",
        "NM_brain_maxdur8, 15, emerging, EMERGING"
    })
    void measuresTheRiseAsScanstatisticsScores(String data, int neighbours, String kind, Course course) {
        List<NegativeBinomialScan.Window> found = new NegativeBinomialScan(
                        GoldenPanel.zones(data, neighbours), WEEKS, SIZE, course)
                .windows(newest(data, "count"), newest(data, "baseline"));
        double[] best = found.stream()
                .mapToDouble(NegativeBinomialScan.Window::rise)
                .sorted()
                .toArray();
        List<Row> rows = SpatialGolden.table("scan-spacetime/%s/eb_negbin_theta2.5_%s_top200.csv".formatted(data, kind))
                .rows();
        for (int k = 0; k < rows.size(); k++) {
            int window = (rows.get(k).integer("zone") - 1) * WEEKS + rows.get(k).integer("duration") - 1;
            agrees("window " + k, found.get(window).rise(), rows.get(k).number("score"), EXACT);
            agrees("rank " + k, best[best.length - 1 - k], rows.get(k).number("score"), EXACT);
        }
    }

    /** The score over its information grows where the information is small: it names single sites where a group rose. */
    @Test
    void theStatisticFindsTheGroupWhereTheScoreOfTheReferenceNamesOneSite() {
        List<NegativeBinomialScan.Window> windows = new NegativeBinomialScan(
                        GoldenPanel.zones("sim60", 12), WEEKS, SIZE, Course.LASTING)
                .windows(newest("sim60", "count"), newest("sim60", "baseline"));
        int[][] zones = GoldenPanel.zones("sim60", 12);
        assertThat(zones[best(windows, NegativeBinomialScan.Window::statistic).zone()])
                .containsExactly(1, 3, 4, 9, 27, 47);
        assertThat(zones[best(windows, NegativeBinomialScan.Window::rise).zone()])
                .containsExactly(52);
    }

    /**
     * The reference takes the counts inside and outside a window for data of their own, each with the factorial of its sum,
     * where no rise has the factorial of the sum of all: each Bayes factor is multiplied by the number of ways to choose the
     * facts inside. With that factor all its figures come out; without it, quiet counts stay quiet.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"sim60, 12", "sim120, 15", "NM_brain_maxdur8, 15"})
    void givesThePosteriorsOfScanstatisticsWithItsFactor(String data, int neighbours) {
        double[][] observed = newest(data, "count");
        int[][] zones = GoldenPanel.zones(data, neighbours);
        BayesianScan scan = new BayesianScan(zones, WEEKS, BayesianScan.Prior.standard());
        List<BayesianScan.Window> windows = scan.windows(observed, newest(data, "baseline"));
        double facts = Arrays.stream(observed).flatMapToDouble(Arrays::stream).sum();
        double[] odds = windows.stream()
                .mapToDouble(window -> window.logOdds() + logWays(facts, window.observed()))
                .toArray();
        double quiet = BayesianScan.logQuiet(odds);
        String folder = "scan-spacetime/" + data + "/bayes_negbin_";
        Row summary = SpatialGolden.table(folder + "summary.csv").rows().get(0);
        agrees("quiet", Math.exp(quiet), summary.number("null_posterior"), EXACT);
        for (Row row :
                SpatialGolden.table(folder + "window_posteriors_top200.csv").rows()) {
            int window = (row.integer("zone") - 1) * WEEKS + row.integer("duration") - 1;
            // called log_bayes_factor there, but of the posterior odds
            agrees("odds", odds[window], row.number("log_bayes_factor"), EXACT);
            // a logarithm near 0 is the difference of two near 300
            assertThat(odds[window] + quiet)
                    .isCloseTo(
                            row.number("log_posterior"), within(EXACT * Math.max(1, Math.abs(odds[window] + quiet))));
        }
        double[] sites =
                scan.sites(windows, Arrays.stream(odds).map(odd -> odd + quiet).toArray());
        for (Row row : SpatialGolden.table(folder + "location_posteriors.csv").rows()) {
            agrees("site", sites[row.integer("id") - 1], row.number("posterior"), EXACT);
        }
    }

    @Test
    void countsThatAreWhatWasExpectedAreNoRiseButForTheFactorOfTheReference() {
        int[][] zones = GoldenPanel.zones("sim60", 12);
        double[][] expected = new double[60][WEEKS];
        Arrays.stream(expected).forEach(site -> Arrays.fill(site, 2));
        List<BayesianScan.Window> windows =
                new BayesianScan(zones, WEEKS, BayesianScan.Prior.standard()).windows(expected, expected);
        double facts = 60 * WEEKS * 2;
        assertThat(Math.exp(BayesianScan.logQuiet(windows.stream()
                        .mapToDouble(BayesianScan.Window::logOdds)
                        .toArray())))
                .isGreaterThan(.95);
        assertThat(BayesianScan.logQuiet(windows.stream()
                        .mapToDouble(window -> window.logOdds() + logWays(facts, window.observed()))
                        .toArray()))
                .isLessThan(-100);
    }

    private static NegativeBinomialScan.Window best(
            List<NegativeBinomialScan.Window> windows,
            java.util.function.ToDoubleFunction<NegativeBinomialScan.Window> figure) {
        return windows.stream()
                .max(java.util.Comparator.comparingDouble(figure))
                .orElseThrow();
    }

    private static double logWays(double facts, double inside) {
        return Gamma.logGamma(facts + 1) - Gamma.logGamma(inside + 1) - Gamma.logGamma(facts - inside + 1);
    }

    private static double[][] newest(String data, String column) {
        return GoldenPanel.last(GoldenPanel.read(data, "counts", column), WEEKS);
    }
}
