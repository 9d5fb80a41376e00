package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.baseline.FarringtonBaselineSettings;
import org.vigie.analytics.baseline.FarringtonBaselineSettings.DispersionForErrors;
import org.vigie.analytics.baseline.Timeline;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings.Power;

/** Every figure of R surveillance 1.20.3 within 1e-9 of itself; see golden/README.md. */
class FarringtonFlexibleGoldenTest {

    private static final double RELATIVE = 1e-9;
    /** Its residuals are rounding noise, and so is the package's test whether they have a trend. */
    private static final String ALL_EQUAL = "sim_constant5";
    /** Settings that keep any trend: there also a series of equal counts has one. */
    private static final Set<String> FORCED_TREND = Set.of(
            "P01_delta",
            "P01_nbPlugin",
            "P01_muan",
            "P05_delta",
            "P05_nbPlugin",
            "P05_muan",
            "P08_delta",
            "P08_nbPlugin",
            "P08_muan");

    @Test
    void agreesWithTheReferencePackageOnSimulatedSeries() {
        assertThat(disagreements(
                        GoldenTable.resource("series.csv.gz"),
                        GoldenTable.resource("farrington-flexible-settings.csv"),
                        GoldenTable.resource("farrington-flexible.csv.gz")))
                .isEmpty();
    }

    @Test
    void agreesWithTheReferencePackageOnYearsOf53Weeks() {
        assertThat(datedDisagreements(
                        GoldenTable.resource("series.csv.gz"),
                        GoldenTable.resource("farrington-flexible-dates.csv.gz")))
                .isEmpty();
    }

    @Test
    void agreesWithTheReferencePackageOnItsOwnSeries() {
        assumeTrue(GoldenTable.shared().isPresent(), "skipped: no ../shared");
        Path folder = GoldenTable.shared().orElseThrow().resolve("golden/temporal");
        GoldenTable series = GoldenTable.file(folder.resolve("series.csv.gz"));
        assertThat(disagreements(
                        series,
                        GoldenTable.file(folder.resolve("farringtonFlexible_params.csv")),
                        GoldenTable.file(folder.resolve("farringtonFlexible.csv.gz"))))
                .isEmpty();
        assertThat(datedDisagreements(series, GoldenTable.file(folder.resolve("farringtonFlexible_dates.csv"))))
                .isEmpty();
    }

    private static List<String> disagreements(GoldenTable seriesTable, GoldenTable settingsTable, GoldenTable golden) {
        GoldenSeries series = new GoldenSeries(seriesTable);
        Map<String, GoldenTable.Row> settings = GoldenSeries.byId(settingsTable);
        List<String> found = new ArrayList<>();
        for (GoldenTable.Row row : golden.rows()) {
            String id = row.text("series_id");
            FarringtonFlexible detector = new FarringtonFlexible(GoldenSeries.settings(
                    settings.get(row.text("param_id")), series.frequency(id), DispersionForErrors.AS_IN_R_PACKAGE));
            compare(row, detector.judge(series.ordinal(id), row.integer("t") - 1), found);
        }
        return found;
    }

    private static List<String> datedDisagreements(GoldenTable seriesTable, GoldenTable golden) {
        GoldenSeries series = new GoldenSeries(seriesTable);
        Timeline weeks = new Timeline.Dated(new IsoWeek(LocalDate.of(2015, 1, 5)));
        List<String> found = new ArrayList<>();
        for (GoldenTable.Row row : golden.rows()) {
            FarringtonBaselineSettings baseline = new FarringtonBaselineSettings(
                    row.integer("b"),
                    row.integer("w"),
                    row.integer("noPeriods"),
                    row.integer("pastWeeksNotIncluded"),
                    true,
                    2.58,
                    true,
                    0.05,
                    false,
                    DispersionForErrors.AS_IN_R_PACKAGE);
            FarringtonFlexible detector = new FarringtonFlexible(new FarringtonFlexibleSettings(
                    baseline,
                    GoldenSeries.method(row.text("thresholdMethod")),
                    row.number("alpha"),
                    0,
                    4,
                    Power.TWO_THIRDS));
            compare(row, detector.judge(series.on(row.text("series_id"), weeks), row.integer("t") - 1), found);
        }
        return found;
    }

    private static void compare(GoldenTable.Row row, FarringtonResult ours, List<String> found) {
        check(row, "count", ours.observed(), found);
        boolean notFitted = Double.isNaN(row.number("phi"));
        if (notFitted) {
            if (!(ours.verdict() instanceof Verdict.NotAssessed)) {
                found.add(row + " : judged, although the package found no fit");
            }
            return;
        }
        check(row, "expected", ours.expected(), found);
        check(row, "upperbound", ours.upperBound(), found);
        check(row, "alarm", ours.alarm() ? 1 : 0, found);
        boolean tested = !FORCED_TREND.contains(row.header().contains("param_id") ? row.text("param_id") : "");
        if (row.text("series_id").equals(ALL_EQUAL)) {
            check(row, "trend", tested ? row.number("trend") : ours.trendKept() ? 1 : 0, found);
            checkNoTrend(row, "trendCoef", ours.trendCoefficient(), found);
        } else {
            check(row, "trend", ours.trendKept() ? 1 : 0, found);
            check(row, "trendCoef", ours.trendCoefficient(), found);
        }
        check(row, "phi", ours.phi(), found);
        checkPValue(row, ours.pValue(), found);
        if (row.header().contains("mu0")) {
            check(row, "mu0", ours.plugInMean(), found);
        }
    }

    /**
     * Where a block of the season has only zeros, means run away towards 0 and p-values with them, down to 1e-300: there
     * the logarithm is compared, because rounding of the mean counts a thousandfold in the p-value.
     */
    private static void checkPValue(GoldenTable.Row row, double ours, List<String> found) {
        double theirs = row.number("pvalue");
        boolean runaway = row.number("expected") < 1e-6 && theirs > 0;
        if (!runaway || Math.abs(Math.log(ours) - Math.log(theirs)) > RELATIVE * Math.abs(Math.log(theirs))) {
            check(row, "pvalue", ours, found);
        }
    }

    /** Both sides kept no trend, or one that is rounding noise. */
    private static void checkNoTrend(GoldenTable.Row row, String column, double ours, List<String> found) {
        if (Math.abs(ours) > 1e-12 || Math.abs(row.number(column)) > 1e-12) {
            found.add(column + " " + ours + " for " + row);
        }
    }

    private static void check(GoldenTable.Row row, String column, double ours, List<String> found) {
        double theirs = row.number(column);
        boolean same = Double.compare(ours, theirs) == 0
                || Math.abs(ours - theirs) <= RELATIVE * Math.abs(theirs)
                || (column.equals("expected") && Math.abs(ours - theirs) <= 1e-6);
        if (!same) {
            found.add(column + " " + ours + " for " + row);
        }
    }
}
