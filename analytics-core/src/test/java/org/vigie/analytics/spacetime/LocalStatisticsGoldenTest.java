package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;
import static org.vigie.analytics.prospective.SpatialGolden.by;
import static org.vigie.analytics.prospective.SpatialGolden.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.multiplicity.PValueAdjustment;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;
import org.vigie.analytics.trend.MannKendall;

class LocalStatisticsGoldenTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "boston_medv, band_binary_self",
        "boston_medv, knn8_binary_self",
        "boston_medv, knn8_rowstd_self",
        "boston_medv, knn8_binary_noself_Gi",
        "nc_sids_rate, band_binary_self",
        "nc_sids_rate, knn5_binary_self",
        "nc_sids_rate, knn5_rowstd_self",
        "nc_sids_rate, knn5_binary_noself_Gi"
    })
    void agreesWithLocalGOfSpdep(String data, String tag) {
        double[] values = values(data, tag);
        SpatialWeights weights = weights(data, tag, values.length);
        List<Row> rows = SpatialGolden.table("gistar/" + data + "/gistar_" + tag + ".csv")
                .rows();
        LocalDeviate[] found =
                tag.contains("noself") ? GetisOrd.withoutSelf(values, weights) : GetisOrd.star(values, weights);
        double[] p = Arrays.stream(found).mapToDouble(LocalDeviate::pValue).toArray();
        double[] bh = PValueAdjustment.BENJAMINI_HOCHBERG.adjust(p);
        double[] by = PValueAdjustment.BENJAMINI_YEKUTIELI.adjust(p);
        assertThat(found).hasSameSizeAs(rows);
        for (int i = 0; i < found.length; i++) {
            agrees("z", found[i].deviate(), rows.get(i).number("z"), EXACT);
            agrees("p", p[i], rows.get(i).number("p"), EXACT);
            agrees("BH", bh[i], rows.get(i).number("p_bh"), EXACT);
            agrees("BY", by[i], rows.get(i).number("p_by"), EXACT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"boston_medv, knn8", "nc_sids_rate, knn5"})
    void agreesWithMoranOfSpdep(String data, String neighbours) {
        double[] values = values(data, neighbours + "_binary_noself_Gi");
        SpatialWeights weights =
                weights(data, neighbours + "_binary_noself_Gi", values.length).rowStandardised();
        String folder = "gistar/" + data + "/";
        List<Row> rows = SpatialGolden.table(folder + "localmoran_" + neighbours + "_rowstd.csv")
                .rows();
        LocalDeviate[] found = Moran.local(values, weights);
        assertThat(found).hasSameSizeAs(rows);
        for (int i = 0; i < found.length; i++) {
            agrees("I", found[i].statistic(), rows.get(i).number("Ii"), EXACT);
            agrees("E", found[i].expected(), rows.get(i).number("E"), EXACT);
            agrees("V", found[i].variance(), rows.get(i).number("V"), EXACT);
            agrees("Z", found[i].deviate(), rows.get(i).number("Z"), EXACT);
            agrees("p", found[i].pValue(), rows.get(i).number("p"), EXACT);
        }
        Row all = SpatialGolden.table(folder + "moran_" + neighbours + "_rowstd.csv")
                .rows()
                .get(0);
        LocalDeviate global = Moran.global(values, weights);
        agrees("I", global.statistic(), all.number("I"), EXACT);
        agrees("E", global.expected(), all.number("E"), EXACT);
        agrees("V", global.variance(), all.number("V"), EXACT);
        agrees("z", global.deviate(), all.number("z"), EXACT);
        agrees("p", global.upperPValue(), all.number("p"), EXACT);
    }

    @Test
    void agreesWithGiStarOverSpaceAndTime() {
        List<Row> sites = SpatialGolden.table("gistar/sim_st80x24/sites.csv").rows();
        List<Row> rows = SpatialGolden.table("gistar/sim_st80x24/spacetime_gistar_knn6_lag1.csv")
                .rows();
        int steps = rows.size() / sites.size();
        double[] values = new double[rows.size()];
        rows.forEach(
                row -> values[(row.integer("t") - 1) * sites.size() + row.integer("id") - 1] = row.number("value"));
        LocalDeviate[] found = GetisOrd.star(values, GetisOrd.cube(nearest(sites, 6), steps, 1));
        double[][] deviates = new double[sites.size()][steps];
        for (Row row : rows) {
            int step = row.integer("t") - 1;
            int site = row.integer("id") - 1;
            LocalDeviate place = found[step * sites.size() + site];
            deviates[site][step] = place.deviate();
            agrees("z", place.deviate(), row.number("z"), EXACT);
            agrees("p", place.pValue(), row.number("p"), EXACT);
        }
        Map<String, List<Row>> trends = by("id", SpatialGolden.table("gistar/sim_st80x24/mannkendall_of_z.csv"));
        assertThat(trends).hasSize(80);
        trends.forEach((id, row) -> {
            MannKendall trend = MannKendall.of(deviates[Integer.parseInt(id) - 1]);
            assertThat((double) trend.score()).isEqualTo(row.get(0).number("S"));
            agrees("tau", trend.tau(), row.get(0).number("tau"), 1e-6);
            assertThat(trend.pValue()).isCloseTo(row.get(0).number("p"), within(1e-6));
        });
    }

    @Property(tries = 200)
    void doesNotDependOnTheUnit(
            @ForAll @Size(8) List<@IntRange(max = 50) Integer> counts, @ForAll @IntRange(min = 1, max = 9) int unit) {
        double[] values =
                IntStream.range(0, 8).mapToDouble(i -> counts.get(i) + i).toArray();
        double[] scaled = Arrays.stream(values).map(v -> v * unit + 3).toArray();
        int[][] ring = IntStream.range(0, 8)
                .mapToObj(i -> new int[] {i, (i + 1) % 8, (i + 7) % 8})
                .toArray(int[][]::new);
        LocalDeviate[] first = GetisOrd.star(values, SpatialWeights.binary(ring));
        LocalDeviate[] second = GetisOrd.star(scaled, SpatialWeights.binary(ring));
        for (int i = 0; i < 8; i++) {
            assertThat(second[i].deviate()).isCloseTo(first[i].deviate(), within(1e-9));
        }
    }

    private static int[][] nearest(List<Row> sites, int count) {
        return sites.stream()
                .map(centre -> IntStream.range(0, sites.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> Math.hypot(
                                sites.get(i).number("x") - centre.number("x"),
                                sites.get(i).number("y") - centre.number("y"))))
                        .limit(count + 1L)
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static double[] values(String data, String tag) {
        return column(
                SpatialGolden.table("gistar/" + data + "/values_" + tag + ".csv")
                        .rows(),
                "value");
    }

    private static SpatialWeights weights(String data, String tag, int places) {
        Map<String, List<Row>> rows = by("i", SpatialGolden.table("gistar/" + data + "/weights_" + tag + ".csv"));
        int[][] neighbours = new int[places][];
        double[][] weights = new double[places][];
        for (int i = 0; i < places; i++) {
            List<Row> own = rows.getOrDefault(String.valueOf(i + 1), List.of());
            neighbours[i] = own.stream().mapToInt(row -> row.integer("j") - 1).toArray();
            weights[i] = column(own, "w");
        }
        return new SpatialWeights(neighbours, weights);
    }
}
