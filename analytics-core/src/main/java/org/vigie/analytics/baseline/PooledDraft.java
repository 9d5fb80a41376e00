package org.vigie.analytics.baseline;

import org.vigie.analytics.series.SiteHistory;

/**
 * A first, rough idea of each group's rate and its course, from totals alone: enough to compare the sites of a group
 * over different weeks, on which the second pass relies.
 */
final class PooledDraft implements PooledGround {

    private static final int HALF_WIDTH = 6;
    /** Facts of a group, or of a group's weeks, that weigh as much as the belief that nothing is special. */
    private static final double PRIOR_FACTS = 5;

    /** What stands for a kind of fact that came for the first time in the guard weeks (Jeffreys's prior of a rate). */
    private static final double FIRST_FACT = .5;

    /** Sites as heterogeneous as this are assumed until the portfolio has been asked. */
    private static final double SHAPE = 1;

    private final PooledLayout layout;
    private final PooledOffsets offsets;
    private final int guarded;
    private final double[] ratePerExposure;
    private final double[] level;
    private final double[] weekly;

    PooledDraft(PooledTotals totals, int guardWeeks) {
        layout = totals.layout();
        offsets = totals.offsets();
        ratePerExposure = new double[layout.parts() * layout.groups().size()];
        level = new double[layout.cells()];
        weekly = new double[layout.cells()];
        guarded = Math.max(0, layout.weeks() - guardWeeks);
        for (int part = 0; part < layout.parts(); part++) {
            double portfolio = portfolioRate(totals, part, guarded);
            for (int group = 0; group < layout.groups().size(); group++) {
                describe(totals, part, group, portfolio);
            }
        }
    }

    private void describe(PooledTotals totals, int part, int group, double portfolio) {
        int last = guarded;
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
        double newest = 0;
        double exposures = 0;
        for (int group = 0; group < totals.layout().groups().size(); group++) {
            double[] facts = totals.counts(part, group);
            counts += PooledSums.of(facts, 0, last);
            newest += PooledSums.of(facts, last, facts.length);
            exposures += PooledSums.of(totals.exposures(part, group), 0, last);
        }
        double known = counts == 0 && newest > 0 ? FIRST_FACT : counts;
        return exposures > 0 ? known / exposures : 0;
    }

    @Override
    public PooledOffsets offsets() {
        return offsets;
    }

    @Override
    public double usualRate(int part, int group) {
        return ratePerExposure[part * layout.groups().size() + group];
    }

    @Override
    public PooledSite describe(SiteHistory site, int part) {
        PooledSite described = new PooledSite(layout.weeks());
        PooledPart kind = PooledPart.at(part);
        int group = layout.position(site.group());
        double usual = usualRate(part, group);
        int row = layout.row(part, group);
        double counts = SHAPE;
        double exposures = usual > 0 ? SHAPE / usual : 0;
        for (int week = site.firstWeek(); week < layout.weeks(); week++) {
            described.counts[week] = kind.count(site, week, layout);
            described.plain[week] = offsets.exposure(site, part, group, week);
            described.rise[week] = 1;
            if (week < guarded && !site.worksRunning(week)) {
                counts += described.counts[week];
                exposures += described.plain[week] * level[row + week];
            }
        }
        double rate = usual > 0 ? counts / exposures : 0;
        for (int week = site.firstWeek(); week < layout.weeks(); week++) {
            described.plain[week] *= rate;
            described.expected[week] = described.plain[week] * weekly[row + week];
        }
        return described;
    }
}
