package org.vigie.jobs.backtest;

import org.vigie.analytics.evaluation.ClusteredShare;
import org.vigie.analytics.evaluation.UnitBootstrap;
import org.vigie.dashboards.tables.BacktestMeasure;

/** Figures of the core as measures of a report. */
final class Measures {

    /** Draws of every bootstrap. */
    static final int REPLICATES = 2000;

    /** Seed of every bootstrap: the same data, the same interval. */
    static final long SEED = 20_260_105;

    private Measures() {}

    static BacktestMeasure share(String scope, String method, String measure, ClusteredShare share) {
        return BacktestMeasure.of(scope, method, measure, share.value(), share.cases())
                .within(share.low(), share.high());
    }

    /** A ratio of sums over units, with its bootstrap interval. */
    static BacktestMeasure ratio(String scope, String method, String measure, double[] sums, int[] cases) {
        UnitBootstrap ratio = UnitBootstrap.of(sums, cases, REPLICATES, SEED);
        long all = java.util.Arrays.stream(cases).asLongStream().sum();
        return BacktestMeasure.of(scope, method, measure, ratio.value(), all).within(ratio.low(), ratio.high());
    }
}
