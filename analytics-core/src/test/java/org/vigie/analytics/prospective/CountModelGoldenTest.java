package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.forecast.CountModel;
import org.vigie.analytics.forecast.CountSums;
import org.vigie.analytics.forecast.RidgePrior;

/** The forecast's regression beside R's {@code MASS::glm.nb}: coefficients and errors at its theta, without a prior. */
class CountModelGoldenTest {

    private static final List<String> TERMS = List.of("(Intercept)", "x1", "c1", "s1");
    private static final int STEPS = 40;

    @Test
    void agreesWithTheReferenceAtItsSize() {
        GoldenSeries series = new GoldenSeries(GoldenTable.resource("series.csv.gz"));
        int compared = 0;
        for (GoldenTable.Row row : GoldenTable.resource("glm.csv.gz").rows()) {
            boolean comparable = row.text("model").equals("glm.nb")
                    && row.text("formula").equals("1+x1+c1+s1")
                    && row.flag("converged");
            if (comparable) {
                String id = row.text("series_id");
                CountModel model = fit(series.ordinal(id), series.frequency(id), row);
                int term = TERMS.indexOf(row.text("term"));
                assertThat(model.coefficient(term))
                        .as("%s", row)
                        .isEqualTo(row.number("estimate"), within(1e-6 * row.number("se")));
                assertThat(model.standardError(term))
                        .as("%s", row)
                        .isEqualTo(row.number("se"), within(1e-6 * row.number("se")));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(40);
    }

    private static CountModel fit(CountSeries series, int frequency, GoldenTable.Row row) {
        CountModel model = CountModel.start(new RidgePrior(new double[TERMS.size()], new double[TERMS.size()]))
                .withSize(row.number("dispersionOrTheta"));
        for (int step = 0; step < STEPS; step++) {
            CountSums sums = new CountSums(model);
            for (int i = 0; i < row.integer("nObs"); i++) {
                double years = (i + 1.0) / frequency;
                sums.add(
                        new double[] {1, years, Math.cos(2 * Math.PI * years), Math.sin(2 * Math.PI * years)},
                        series.count(i));
            }
            // sums travel as arrays between tasks and driver
            model = model.step(CountSums.of(model, Arrays.copyOf(sums.toArray(), sums.toArray().length)))
                    .withSize(row.number("dispersionOrTheta"));
        }
        return model;
    }
}
