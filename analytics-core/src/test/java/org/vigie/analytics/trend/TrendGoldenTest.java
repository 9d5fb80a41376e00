package org.vigie.analytics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;
import static org.vigie.analytics.prospective.SpatialGolden.by;
import static org.vigie.analytics.prospective.SpatialGolden.column;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;

class TrendGoldenTest {

    private static final double EXACT = 1e-9;
    // the reference computes these columns in single precision; of a p-value that is an absolute error
    private static final double SINGLE_PRECISION = 1e-6;

    @Test
    void agreesWithMannKendallAndSenOfR() {
        Map<String, List<Row>> series = by("series", SpatialGolden.table("mannkendall/series.csv"));
        List<Row> results = SpatialGolden.table("mannkendall/results.csv").rows();
        assertThat(results).hasSize(60);
        for (Row row : results) {
            double[] values = column(series.get(row.text("series")), "value");
            MannKendall test = MannKendall.of(values);
            assertThat((double) test.score()).isEqualTo(row.number("trend_S"));
            agrees("tau", test.tau(), row.number("Kendall_tau"), SINGLE_PRECISION);
            assertThat(test.pValue()).isCloseTo(row.number("Kendall_p"), within(SINGLE_PRECISION));
            agrees("var", test.variance(), row.number("Kendall_varS"), SINGLE_PRECISION);
            agrees("tau", test.tau(), row.number("trend_tau"), EXACT);
            agrees("z", test.deviate(), row.number("trend_z"), EXACT);
            agrees("p", test.pValue(), row.number("trend_p"), EXACT);
            agrees("var", test.variance(), row.number("trend_varS"), EXACT);
            agrees("z", test.uncorrectedDeviate(), row.number("base_kendall_z"), EXACT);
            agrees("tau", test.tau(), row.number("base_kendall_tau"), EXACT);
            agrees("p", test.uncorrectedPValue(), row.number("base_kendall_p"), EXACT);
            agrees("p", test.pValue(), row.number("base_kendall_p_cc"), EXACT);
            SenSlope sen = SenSlope.of(values, .95);
            agrees("slope", sen.slope(), row.number("sen_slope"), EXACT);
            agrees("low", sen.low(), row.number("sen_lo95"), EXACT);
            agrees("high", sen.high(), row.number("sen_hi95"), EXACT);
        }
    }

    @Test
    void givesTheEmergingHotspotClassesOfTheReading() {
        Map<String, List<Row>> places = by("loc", SpatialGolden.table("ehsa/series.csv"));
        List<Row> labels = SpatialGolden.table("ehsa/labels.csv").rows();
        assertThat(labels).hasSize(130);
        for (Row row : labels) {
            List<Row> place = places.get(row.text("loc"));
            double[] deviates = column(place, "z");
            EmergingPattern pattern = EmergingHotspots.classify(deviates, column(place, "p"), .05);
            assertThat(pattern.name()).as(row.toString()).isEqualTo(name(row.text("esri_reading")));
            assertThat((double) MannKendall.of(deviates).score()).isEqualTo(row.number("S"));
            assertThat(MannKendall.of(deviates).pValue()).isCloseTo(row.number("mk_p"), within(SINGLE_PRECISION));
        }
    }

    private static String name(String label) {
        return label.equals("no pattern")
                ? "NONE"
                : label.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    @Property(tries = 200)
    void turnsTheSignWhenTimeRunsBackwards(@ForAll @Size(min = 3, max = 30) List<@IntRange(max = 9) Integer> counts) {
        int n = counts.size();
        double[] forwards = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] backwards =
                IntStream.range(0, n).mapToDouble(i -> forwards[n - 1 - i]).toArray();
        assertThat(MannKendall.of(backwards).score())
                .isEqualTo(-MannKendall.of(forwards).score());
        assertThat(MannKendall.of(backwards).pValue())
                .isEqualTo(MannKendall.of(forwards).pValue());
        SenSlope slope = SenSlope.of(forwards, .9);
        assertThat(slope.slope()).isBetween(slope.low(), slope.high());
    }

    @Test
    void seesNoTrendWhereNothingChanges() {
        assertThat(MannKendall.of(new double[] {2, 2, 2, 2}).pValue()).isEqualTo(1);
        assertThat(SenSlope.of(new double[] {2, 2, 2, 2}, .95)).isEqualTo(new SenSlope(0, 0, 0));
    }
}
