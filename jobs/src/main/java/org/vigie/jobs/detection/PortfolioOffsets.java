package org.vigie.jobs.detection;

import org.vigie.analytics.baseline.CalendarEffects;
import org.vigie.analytics.baseline.PooledDelays;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledOffsets;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.ReportingDelay;
import org.vigie.analytics.calendar.CalendarWeeks;

/** What multiplies the exposure of all sites in a week and is learned, on the driver, from the sums of the first pass. */
final class PortfolioOffsets {

    private final Portfolio totals;
    private final JudgementPlan plan;
    private final byte[][] delays;
    private final KnownCalendar calendar;

    /**
     * @param totals the portfolio after the first pass
     * @param delays sums of {@link PooledDelays} by position
     */
    PortfolioOffsets(Portfolio totals, byte[][] delays, KnownCalendar calendar) {
        this.totals = totals;
        this.plan = totals.plan();
        this.delays = delays.clone();
        this.calendar = calendar;
    }

    /** Offsets by position, for transport. A kind of fact is held to the delays of all facts in the same week. */
    byte[][] learn() {
        byte[][] offsets = new byte[plan.size()][];
        plan.forEach((asOf, series) -> {
            PooledLayout layout = plan.layout(asOf);
            ReportingDelay all = ReportingDelay.of(delays(layout, plan.position(asOf, 0)));
            int position = plan.position(asOf, series);
            ReportingDelay delay = series == 0 ? all : ReportingDelay.of(delays(layout, position), all);
            CalendarWeeks weeks = calendar.at(asOf, plan.firstWeek(asOf), layout.weeks());
            CalendarEffects effects = CalendarEffects.learn(totals.totals(position), weeks, PooledSettings.STANDARD);
            offsets[position] = BucketSums.bytes(
                    PooledOffsets.none(layout).with(delay).with(effects).toArray());
        });
        return offsets;
    }

    private PooledDelays delays(PooledLayout layout, int position) {
        return new PooledDelays(layout).merge(BucketSums.numbers(delays[position]));
    }
}
