package org.vigie.dashboards.architecture.statistics;

import org.vigie.analytics.stub.Statistic;

/** Breaks a rule on purpose: a page that computes. */
final class Computes {
    Statistic statistic() {
        return new Statistic();
    }
}
