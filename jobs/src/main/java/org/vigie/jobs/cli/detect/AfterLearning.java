package org.vigie.jobs.cli.detect;

import java.util.function.Consumer;
import org.vigie.analytics.prospective.Reason;
import org.vigie.analytics.prospective.Verdict;
import org.vigie.jobs.cli.detect.VerdictRow.Figures;

/**
 * Judges with a detector that follows a series period after period, against what was usual before: it learns from every
 * period before the first one judged, and from so many at least.
 */
final class AfterLearning implements SeriesMethod.Judge {

    private final Settings settings;
    private final int fewestLearned;
    private final Start start;

    AfterLearning(Settings settings, int fewestLearned, Start start) {
        if (fewestLearned < 2) {
            throw new IllegalArgumentException("learnPeriods must be >= 2, not " + fewestLearned);
        }
        this.settings = settings;
        this.fewestLearned = fewestLearned;
        this.start = start;
    }

    /** Makes a detector out of the counts learned from. */
    @FunctionalInterface
    interface Start {

        Follower after(Learned learned);
    }

    /** A detector on its way along a series. */
    @FunctionalInterface
    interface Follower {

        /** Says that there is nothing to compare with. */
        Follower NONE = count -> new Verdict.NotAssessed(Reason.NO_FIT);

        Verdict next(double count);
    }

    /** Mean and variance of the counts learned from. */
    record Learned(double mean, double variance) {

        /** a of the variance mu + a mu^2, by moments; 0 where the counts vary no more than Poisson ones. */
        double overdispersion() {
            return mean > 0 ? Math.max(0, (variance - mean) / (mean * mean)) : 0;
        }
    }

    @Override
    public void judge(SeriesSet all, Periods periods, Consumer<VerdictRow> rows) {
        for (Series series : all.series()) {
            judge(series, periods, rows);
        }
    }

    private void judge(Series series, Periods periods, Consumer<VerdictRow> rows) {
        long before = Math.max(0, (long) periods.first() - series.firstPeriod());
        int learned = (int) Math.min(series.length(), Math.max(fewestLearned, before));
        Follower follower = learned < fewestLearned ? Follower.NONE : start.after(learn(series, learned));
        for (int position = 0; position < series.length(); position++) {
            Verdict verdict = position < learned
                    ? new Verdict.NotAssessed(Reason.HISTORY_TOO_SHORT)
                    : follower.next(series.count(position));
            if (periods.contains(series.period(position))) {
                rows.accept(new VerdictRow(settings.id(), series, position, Figures.of(verdict), verdict));
            }
        }
    }

    private static Learned learn(Series series, int periods) {
        double sum = 0;
        for (int i = 0; i < periods; i++) {
            sum += series.count(i);
        }
        double mean = sum / periods;
        double squares = 0;
        for (int i = 0; i < periods; i++) {
            squares += (series.count(i) - mean) * (series.count(i) - mean);
        }
        return new Learned(mean, squares / (periods - 1));
    }
}
