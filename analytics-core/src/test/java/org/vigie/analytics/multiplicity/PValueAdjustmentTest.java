package org.vigie.analytics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;
import static org.vigie.analytics.prospective.SpatialGolden.column;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;

class PValueAdjustmentTest {

    @Test
    void agreesWithTheAdjustmentsOfR() {
        Map<String, PValueAdjustment> columns = Map.of(
                "BH", PValueAdjustment.BENJAMINI_HOCHBERG,
                "BY", PValueAdjustment.BENJAMINI_YEKUTIELI,
                "holm", PValueAdjustment.HOLM,
                "hochberg", PValueAdjustment.HOCHBERG,
                "bonferroni", PValueAdjustment.BONFERRONI);
        Map<String, List<Row>> vectors = SpatialGolden.by("vec", SpatialGolden.table("padjust/vectors.csv"));
        assertThat(vectors.values().stream().mapToInt(List::size).sum()).isEqualTo(1425);
        vectors.forEach((vector, rows) -> columns.forEach((column, adjustment) -> {
            double[] adjusted = adjustment.adjust(column(rows, "p"));
            for (int k = 0; k < rows.size(); k++) {
                agrees(column + " " + vector, adjusted[k], rows.get(k).number(column), 1e-12);
            }
        }));
    }

    @Property(tries = 200)
    void keepsTheOrderAndNeverLowers(
            @ForAll PValueAdjustment adjustment,
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> ps) {
        double[] raw = ps.stream().mapToDouble(Double::doubleValue).toArray();
        double[] adjusted = adjustment.adjust(raw);
        for (int i = 0; i < raw.length; i++) {
            assertThat(adjusted[i]).isBetween(raw[i], 1.0);
            for (int j = 0; j < raw.length; j++) {
                if (raw[i] < raw[j]) {
                    assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
                }
            }
        }
    }

    @Test
    void doesNotCountATestThatWasNotMade() {
        assertThat(PValueAdjustment.BONFERRONI.adjust(new double[] {.1, Double.NaN, .2}))
                .containsExactly(.2, Double.NaN, .4);
    }
}
