package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.numeric.CountRows;
import org.vigie.analytics.numeric.LogLinearRegression;
import org.vigie.analytics.numeric.NegativeBinomialRegression;

/** The regressions beneath the detectors beside R's {@code glm} and {@code MASS::glm.nb}; see golden/README.md. */
class RegressionGoldenTest {

    private static final double RELATIVE = 1e-9;
    /** All counts are 5: residuals and dispersion are rounding noise, and so are the errors built on them. */
    private static final String ALL_EQUAL = "sim_constant5";

    /** The one row of 769 that agrees to 1.1e-9 only, its p-value to 1.5e-8: the turns end on a slope still moving by that. */
    private static final String STILL_MOVING = "campyDE,208,glm.nb,1+x1,x1,";

    private static final List<String> TERMS = List.of("(Intercept)", "x1", "c1", "s1");

    @Test
    void agreesWithTheReferenceOnSimulatedSeries() {
        GoldenTable golden = GoldenTable.resource("glm.csv.gz");
        assertThat(golden.rows()).hasSize(369);
        assertThat(disagreements(GoldenTable.resource("series.csv.gz"), golden)).isEmpty();
    }

    @Test
    void agreesWithTheReferenceOnItsOwnSeries() {
        assumeTrue(GoldenTable.shared().isPresent(), "skipped: no ../shared");
        Path folder = GoldenTable.shared().orElseThrow().resolve("golden/temporal");
        GoldenTable golden = GoldenTable.file(folder.resolve("glm.csv.gz"));
        assertThat(golden.rows()).hasSize(769);
        assertThat(disagreements(GoldenTable.file(folder.resolve("series.csv.gz")), golden))
                .isEmpty();
    }

    private static List<String> disagreements(GoldenTable seriesTable, GoldenTable golden) {
        GoldenSeries series = new GoldenSeries(seriesTable);
        List<String> found = new ArrayList<>();
        for (GoldenTable.Row row : golden.rows()) {
            String id = row.text("series_id");
            CountRows rows = rows(series.ordinal(id), series.frequency(id), row);
            if (row.text("model").equals("glm.nb")) {
                compareNegativeBinomial(rows, row, found);
            } else {
                comparePoisson(rows, row, found);
            }
        }
        return found;
    }

    private static CountRows rows(CountSeries series, int frequency, GoldenTable.Row row) {
        String formula = row.text("formula");
        int columns = formula.startsWith("1+x1+c1+s1") ? 4 : formula.equals("1+x1") ? 2 : 1;
        int observations = row.integer("nObs");
        CountRows rows = new CountRows();
        rows.reset(observations, columns);
        for (int i = 0; i < observations; i++) {
            double years = (i + 1.0) / frequency;
            double[] terms = {1, years, Math.cos(2 * Math.PI * years), Math.sin(2 * Math.PI * years)};
            for (int column = 0; column < columns; column++) {
                rows.term(i, column, terms[column]);
            }
            rows.count(i, series.count(i), formula.contains("offset") ? Math.log(series.population(i)) : 0);
        }
        return rows;
    }

    private static void comparePoisson(CountRows rows, GoldenTable.Row row, List<String> found) {
        LogLinearRegression fit = new LogLinearRegression();
        check(fit.fit(rows) == row.flag("converged"), "converged", row, found);
        check(fit.steps() == row.integer("iter"), "iter " + fit.steps(), row, found);
        int column = TERMS.indexOf(row.text("term"));
        double estimate = fit.coefficient(column);
        if (row.text("series_id").equals(ALL_EQUAL)) {
            check(Math.abs(estimate - row.number("estimate")) < 1e-12, "estimate " + estimate, row, found);
            check(Math.max(fit.dispersion(), row.number("dispersionOrTheta")) < 1e-20, "dispersion", row, found);
            return;
        }
        double error = Math.sqrt(fit.unscaledVariance(only(column, rows)) * fit.dispersion());
        checkTerm(estimate, error, row, found);
        check("dispersionOrTheta", fit.dispersion(), row, found);
        check("deviance", fit.finalDeviance(), row, found);
        TDistribution student = new TDistribution(null, fit.residualDegrees());
        checkPValue(2 * student.cumulativeProbability(-Math.abs(estimate / error)), row, found);
    }

    private static void compareNegativeBinomial(CountRows rows, GoldenTable.Row row, List<String> found) {
        NegativeBinomialRegression fit = new NegativeBinomialRegression();
        check(fit.fit(rows) == row.flag("converged"), "converged", row, found);
        check(fit.steps() == row.integer("iter"), "iter " + fit.steps(), row, found);
        int column = TERMS.indexOf(row.text("term"));
        double estimate = fit.coefficient(column);
        double error = Math.sqrt(fit.variance(only(column, rows)));
        checkTerm(estimate, error, row, found);
        check("dispersionOrTheta", fit.size(), row, found);
        check("deviance", fit.finalDeviance(), row, found);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        checkPValue(2 * normal.cumulativeProbability(-Math.abs(estimate / error)), row, found);
    }

    private static double[] only(int column, CountRows rows) {
        double[] terms = new double[rows.columns()];
        terms[column] = 1;
        return terms;
    }

    /** An estimate near 0 is known to a share of its standard error, not of itself. */
    private static void checkTerm(double estimate, double error, GoldenTable.Row row, List<String> found) {
        double theirs = row.number("estimate");
        double room = relative(row) * Math.max(Math.abs(theirs), row.number("se"));
        check(Math.abs(estimate - theirs) <= room, "estimate " + estimate, row, found);
        check("se", error, row, found);
    }

    /** To nine digits of itself, or of its logarithm where it is so small that rounding of z counts a thousandfold. */
    private static void checkPValue(double ours, GoldenTable.Row row, List<String> found) {
        double theirs = row.number("pvalue");
        boolean same = Math.abs(ours - theirs) <= (relative(row) > RELATIVE ? 1.5e-8 : RELATIVE) * theirs
                || (theirs < 1e-6 && Math.abs(Math.log(ours / theirs)) <= RELATIVE * Math.abs(Math.log(theirs)))
                || (theirs == 0 && ours == 0);
        check(same, "pvalue " + ours, row, found);
    }

    private static double relative(GoldenTable.Row row) {
        return row.toString().startsWith(STILL_MOVING) ? 2 * RELATIVE : RELATIVE;
    }

    private static void check(String column, double ours, GoldenTable.Row row, List<String> found) {
        double theirs = row.number(column);
        check(Math.abs(ours - theirs) <= RELATIVE * Math.abs(theirs), column + " " + ours, row, found);
    }

    private static void check(boolean holds, String what, GoldenTable.Row row, List<String> found) {
        if (!holds) {
            found.add(what + " for " + row);
        }
    }
}
