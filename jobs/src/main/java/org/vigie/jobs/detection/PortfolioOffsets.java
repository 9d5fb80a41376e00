package org.vigie.jobs.detection;

import org.vigie.analytics.baseline.PooledDelays;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledOffsets;
import org.vigie.analytics.baseline.ReportingDelay;

/** What multiplies the exposure of all sites in a week and is learned, on the driver, from the sums of the first pass. */
final class PortfolioOffsets {

    private final JudgementPlan plan;
    private final byte[][] delays;

    /**
     * @param delays sums of {@link PooledDelays} by position
     */
    PortfolioOffsets(JudgementPlan plan, byte[][] delays) {
        this.plan = plan;
        this.delays = delays.clone();
    }

    /** Offsets by position, for transport. A kind of fact is held to the delays of all facts in the same week. */
    byte[][] learn() {
        byte[][] offsets = new byte[plan.size()][];
        plan.forEach((asOf, series) -> {
            PooledLayout layout = plan.layout(asOf);
            ReportingDelay all = ReportingDelay.of(delays(layout, plan.position(asOf, 0)));
            int position = plan.position(asOf, series);
            ReportingDelay delay = series == 0 ? all : ReportingDelay.of(delays(layout, position), all);
            offsets[position] = Portfolio.bytes(
                    PooledOffsets.none(layout).with(delay).toArray());
        });
        return offsets;
    }

    private PooledDelays delays(PooledLayout layout, int position) {
        return new PooledDelays(layout).merge(Portfolio.numbers(delays[position]));
    }
}
