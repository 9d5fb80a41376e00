package org.vigie.jobs.backtest;

import java.util.List;
import org.vigie.analytics.evaluation.RaisedAlert;
import org.vigie.dashboards.tables.BacktestMeasure;

/** What signals and alerts are held against. */
interface GroundTruth {

    /** Whether it is known what to say of a row at all. */
    boolean known(int row);

    /** Whether nothing was there to be found. */
    boolean clean(int row);

    /** Whether it was right to look at this site in this week. */
    boolean right(int row);

    /** How much of what was there was found, and how soon. */
    List<BacktestMeasure> found(String scope, String method, String suffix, double at, List<RaisedAlert> alerts);
}
