package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;
import static org.vigie.analytics.prospective.SpatialGolden.column;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.multiplicity.RareMaximum;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;

class EllipticScanGoldenTest {

    private static final double EXACT = 1e-9;
    private static final int REPLICATES = 199;
    private static final int REPLICATES_OF_REFERENCE = 99;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"nydf, 10", "pennLC_crude, 50", "pennLC_strata, 50"})
    void findsTheEllipsesOfSmerc(String data, int percent) {
        List<Row> input =
                SpatialGolden.table("scan-spatial/" + data + "/input.csv").rows();
        double[] observed = column(input, "cases");
        EllipticZones ellipses = EllipticZones.around(
                new double[][] {column(input, "x"), column(input, "y")},
                column(input, "pop"),
                percent / 100.0,
                EllipticZones.Form.standard());
        SpatialScan scan = new SpatialScan(ellipses, ScanStatistic.POISSON, column(input, "ex"));
        List<SpatialScan.Zone> found = scan.separateZones(observed);
        double[] maxima =
                scan.quietMaxima((int) Math.round(Arrays.stream(observed).sum()), Replicates.of(REPLICATES, 7));
        List<Row> rows = SpatialGolden.table("scan-spatial/%s/smerc_elliptic_ub%d_nsim99.csv".formatted(data, percent))
                .rows();
        for (int k = 0; k < rows.size(); k++) {
            SpatialScan.Zone zone = found.get(k);
            Row row = rows.get(k);
            agrees("statistic " + k, zone.logLikelihoodRatio(), row.number("teststat"), EXACT);
            agrees(
                    "ratio " + k,
                    zone.logLikelihoodRatio() / ellipses.penalty(zone.series()),
                    row.number("loglikrat"),
                    EXACT);
            assertThat(oneBased(ellipses.sites(zone.series(), zone.size()))).isEqualTo(GoldenPanel.ids(row));
            double p = RareMaximum.monteCarlo(zone.logLikelihoodRatio(), maxima);
            // both p-values are drawn
            double common = (p + row.number("pvalue")) / 2;
            double variance = common * (1 - common) * (1.0 / REPLICATES + 1.0 / REPLICATES_OF_REFERENCE);
            assertThat(p).isCloseTo(row.number("pvalue"), within(3 * Math.sqrt(variance)));
        }
    }

    @Property(tries = 50)
    void aLongEllipseReachesAlongItsAngle(@ForAll @DoubleRange(max = 180) double angle) {
        double cosine = Math.cos(Math.toRadians(angle));
        double sine = Math.sin(Math.toRadians(angle));
        // one site along the angle, one across it a little nearer
        double[] x = {0, 2 * cosine, -1.9 * sine};
        double[] y = {0, 2 * sine, 1.9 * cosine};
        EllipticZones zones = EllipticZones.around(
                new double[][] {x, y}, new double[] {1, 1, 1}, 1, List.of(new EllipticZones.Form(3, angle)));
        assertThat(zones.sites(0, 3)).containsExactly(0, 1, 2);
        assertThat(zones.penalty(0)).isCloseTo(Math.sqrt(.75), within(1e-12));
    }

    static int[] oneBased(int[] sites) {
        return Arrays.stream(sites).map(site -> site + 1).sorted().toArray();
    }
}
