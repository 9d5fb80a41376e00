package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.Timeline;
import org.vigie.analytics.prospective.EarsSettings.Variant;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings.Power;

/** EARS and Farrington 1996 beside R's surveillance 1.20.3, see golden/README.md. */
class OlderDetectorsGoldenTest {

    private static final double RELATIVE = 1e-9;

    @Test
    void earsAgreesWithTheReferencePackage() {
        assertThat(earsDisagreements(GoldenTable.resource("series.csv.gz"), GoldenTable.resource("ears.csv.gz")))
                .isEmpty();
    }

    @Test
    void farrington1996AgreesWithTheReferencePackage() {
        assertThat(farringtonDisagreements(
                        GoldenTable.resource("series.csv.gz"), GoldenTable.resource("farrington-1996.csv.gz")))
                .isEmpty();
    }

    @Test
    void bothAgreeWithTheReferencePackageOnItsOwnSeries() {
        assumeTrue(GoldenTable.shared().isPresent(), "skipped: no ../shared");
        Path folder = GoldenTable.shared().orElseThrow().resolve("golden/temporal");
        GoldenTable series = GoldenTable.file(folder.resolve("series.csv.gz"));
        assertThat(earsDisagreements(series, GoldenTable.file(folder.resolve("earsC.csv.gz"))))
                .isEmpty();
        assertThat(farringtonDisagreements(series, GoldenTable.file(folder.resolve("farrington1996.csv.gz"))))
                .isEmpty();
    }

    @Test
    void earsSignalsAnyCountAboveAFlatBaselineUnlessGivenASmallestDeviation() {
        CountSeries series = CountSeries.of(new Timeline.Ordinal(52), new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(new Ears(EarsSettings.usual(Variant.C2)).judge(series, 9)).isInstanceOf(Verdict.Signal.class);
        assertThat(new Ears(new EarsSettings(Variant.C2, 7, 0.5, 0.001)).judge(series, 9))
                .isInstanceOf(Verdict.Quiet.class);
        assertThat(new Ears(EarsSettings.usual(Variant.C2)).judge(series, 8))
                .isEqualTo(new Verdict.NotAssessed(Reason.HISTORY_TOO_SHORT));
        assertThat(new Ears(EarsSettings.usual(Variant.C3)).judge(series, 9))
                .isEqualTo(new Verdict.NotAssessed(Reason.HISTORY_TOO_SHORT));
    }

    /** Counts near normal: (y - mean) / sd over 7 weeks is sqrt(1 + 1/7) times a t of 6 degrees, so exactly that often. */
    @Test
    void earsSignalsOnQuietSeriesAsOftenAsStudentsDistributionSays() {
        int trials = 20_000;
        double z = new NormalDistribution().inverseCumulativeProbability(0.999);
        double nominal = new TDistribution(6).cumulativeProbability(-z / Math.sqrt(1 + 1 / 7.0));
        PoissonDistribution counts =
                new PoissonDistribution(new Well19937c(9), 900, PoissonDistribution.DEFAULT_EPSILON, 1000);
        Ears ears = new Ears(EarsSettings.usual(Variant.C1));
        int signals = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] weeks = Arrays.stream(counts.sample(8)).asDoubleStream().toArray();
            Verdict verdict = ears.judge(CountSeries.of(new Timeline.Ordinal(52), weeks), 7);
            signals += verdict instanceof Verdict.Signal ? 1 : 0;
        }
        double error = Math.sqrt(nominal * (1 - nominal) / trials);
        assertThat(signals / (double) trials).isBetween(nominal - 3 * error, nominal + 3 * error);
    }

    @Test
    void earsRefusesSettingsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EarsSettings(Variant.C1, 1, 0, 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new EarsSettings(Variant.C1, 7, -1, 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new EarsSettings(Variant.C1, 7, 0, 0));
    }

    private static List<String> earsDisagreements(GoldenTable seriesTable, GoldenTable golden) {
        GoldenSeries series = new GoldenSeries(seriesTable);
        List<String> found = new ArrayList<>();
        for (GoldenTable.Row row : golden.rows()) {
            EarsSettings settings = new EarsSettings(
                    Variant.valueOf(row.text("method")),
                    row.integer("baseline"),
                    row.number("minSigma"),
                    row.number("alpha"));
            Verdict verdict = new Ears(settings).judge(series.ordinal(row.text("series_id")), row.integer("t") - 1);
            compare(row, verdict, found);
        }
        return found;
    }

    private static List<String> farringtonDisagreements(GoldenTable seriesTable, GoldenTable golden) {
        GoldenSeries series = new GoldenSeries(seriesTable);
        List<String> found = new ArrayList<>();
        for (GoldenTable.Row row : golden.rows()) {
            Power power = row.text("powertrans").equals("none") ? Power.NONE : Power.TWO_THIRDS;
            FarringtonFlexible detector = new FarringtonFlexible(FarringtonFlexibleSettings.farrington1996(
                            row.integer("b"), row.integer("w"), true, true, row.number("alpha"))
                    .withRecent(0, 4)
                    .withPower(power));
            FarringtonResult result = detector.judge(series.ordinal(row.text("series_id")), row.integer("t") - 1);
            compare(row, result.verdict(), found);
            if (result.trendKept() != row.flag("trend")) {
                found.add("trend " + result.trendKept() + " for " + row);
            }
        }
        return found;
    }

    private static void compare(GoldenTable.Row row, Verdict verdict, List<String> found) {
        double theirs = row.number("upperbound");
        double ours = verdict.fold(Evidence::threshold, Evidence::threshold, reason -> Double.NaN);
        boolean same = Double.compare(ours, theirs) == 0 || Math.abs(ours - theirs) <= RELATIVE * Math.abs(theirs);
        boolean sameAlarm = Double.isNaN(theirs) || (verdict instanceof Verdict.Signal) == row.flag("alarm");
        if (!same || !sameAlarm) {
            found.add(verdict + " for " + row);
        }
    }
}
