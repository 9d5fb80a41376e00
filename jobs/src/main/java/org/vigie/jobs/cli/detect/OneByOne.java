package org.vigie.jobs.cli.detect;

import java.util.function.Consumer;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.prospective.FarringtonResult;
import org.vigie.analytics.prospective.Verdict;
import org.vigie.jobs.cli.detect.VerdictRow.Figures;

/** Judges with a detector that looks at one series at a time. */
final class OneByOne implements SeriesMethod.Judge {

    private final Settings settings;
    private final Detector detector;

    OneByOne(Settings settings, Detector detector) {
        this.settings = settings;
        this.detector = detector;
    }

    /** A detector of one series. */
    @FunctionalInterface
    interface Detector {

        Finding judge(CountSeries counts, int position);
    }

    /** What it found. */
    record Finding(Figures figures, Verdict verdict) {

        static Finding of(Verdict verdict) {
            return new Finding(Figures.of(verdict), verdict);
        }

        static Finding of(FarringtonResult result) {
            if (Double.isNaN(result.phi())) {
                return new Finding(Figures.NONE, result.verdict());
            }
            Figures figures = new Figures(
                    result.expected(),
                    result.upperBound(),
                    result.score(),
                    result.pValue(),
                    result.phi(),
                    result.trendKept() ? 1 : 0);
            return new Finding(figures, result.verdict());
        }
    }

    @Override
    public void judge(SeriesSet all, Periods periods, Consumer<VerdictRow> rows) {
        for (Series series : all.series()) {
            judge(series, periods, rows);
        }
    }

    private void judge(Series series, Periods periods, Consumer<VerdictRow> rows) {
        CountSeries counts = series.counts();
        for (int position = 0; position < series.length(); position++) {
            if (periods.contains(series.period(position))) {
                Finding finding = detector.judge(counts, position);
                rows.accept(new VerdictRow(settings.id(), series, position, finding.figures(), finding.verdict()));
            }
        }
    }
}
