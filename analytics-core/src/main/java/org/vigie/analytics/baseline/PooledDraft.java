package org.vigie.analytics.baseline;

/**
 * A first, rough idea of each group's rate and its course, from totals alone: enough to compare the sites of a group
 * over different weeks, on which the second pass relies.
 */
final class PooledDraft {

    private static final int HALF_WIDTH = 6;
    /** Facts of a group, or of a group's weeks, that weigh as much as the belief that nothing is special. */
    private static final double PRIOR_FACTS = 5;

    private final PooledLayout layout;
    private final double[] ratePerExposure;
    private final double[] level;
    private final double[] weekly;

    PooledDraft(PooledTotals totals, int guardWeeks) {
        layout = totals.layout();
        ratePerExposure = new double[layout.parts() * layout.groups().size()];
        level = new double[layout.cells()];
        weekly = new double[layout.cells()];
        int last = Math.max(0, layout.weeks() - guardWeeks);
        for (int part = 0; part < layout.parts(); part++) {
            double portfolio = portfolioRate(totals, part, last);
            for (int group = 0; group < layout.groups().size(); group++) {
                describe(totals, part, group, portfolio, last);
            }
        }
    }

    private void describe(PooledTotals totals, int part, int group, double portfolio, int last) {
        double[] counts = totals.counts(part, group);
        double[] exposures = totals.exposures(part, group);
        double rate = portfolio == 0
                ? 0
                : (PooledSums.of(counts, 0, last) + PRIOR_FACTS)
                        / (PooledSums.of(exposures, 0, last) + PRIOR_FACTS / portfolio);
        ratePerExposure[part * layout.groups().size() + group] = rate;
        int row = layout.row(part, group);
        for (int week = 0; week < last; week++) {
            int from = Math.max(0, week - HALF_WIDTH);
            int to = Math.min(last, week + HALF_WIDTH + 1);
            double around = (PooledSums.of(counts, from, to) + PRIOR_FACTS)
                    / (rate * PooledSums.of(exposures, from, to) + PRIOR_FACTS);
            level[row + week] = around;
            weekly[row + week] =
                    around * (counts[week] + 2 * PRIOR_FACTS) / (rate * exposures[week] * around + 2 * PRIOR_FACTS);
        }
    }

    private static double portfolioRate(PooledTotals totals, int part, int last) {
        double counts = 0;
        double exposures = 0;
        for (int group = 0; group < totals.layout().groups().size(); group++) {
            counts += PooledSums.of(totals.counts(part, group), 0, last);
            exposures += PooledSums.of(totals.exposures(part, group), 0, last);
        }
        return exposures > 0 ? counts / exposures : 0;
    }

    /** Facts per exposure and week that are usual in a group. */
    double rate(int part, int group) {
        return ratePerExposure[part * layout.groups().size() + group];
    }

    /** Course of the group around 1, smooth; 0 in the guard weeks. */
    double level(int cell) {
        return level[cell];
    }

    /** Course of the group around 1, single weeks included; 0 in the guard weeks. */
    double weekly(int cell) {
        return weekly[cell];
    }
}
