package org.vigie.jobs.detection;

import java.io.Serializable;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledOffsets;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;

/**
 * What all sites share, for every week and series judged, as the sums of the passes made so far: made on the driver, sent
 * once to every process, and turned into a baseline there when first asked for.
 */
final class Portfolio implements Serializable {

    private static final long serialVersionUID = 1L;

    private final JudgementPlan plan;
    /** Sums by pass and position: totals, moments, refined moments. */
    private final byte[][][] passes;
    /** Offsets by position; none where they were not learned. */
    private final byte[][] offsets;

    private transient @Nullable ConcurrentHashMap<Integer, PooledBaseline> baselines;

    /** A portfolio of which no pass was made. */
    Portfolio(JudgementPlan plan) {
        this(plan, new byte[0][][], new byte[0][]);
    }

    private Portfolio(JudgementPlan plan, byte[][][] passes, byte[][] offsets) {
        this.plan = plan;
        this.passes = passes.clone();
        this.offsets = offsets.clone();
    }

    /** The same portfolio with one more pass. */
    Portfolio with(byte[][] pass) {
        byte[][][] more = Arrays.copyOf(passes, passes.length + 1);
        more[passes.length] = pass;
        return new Portfolio(plan, more, offsets);
    }

    /** The same portfolio with what multiplies exposure, by position. */
    Portfolio knowing(byte[][] learned) {
        return new Portfolio(plan, passes, learned);
    }

    JudgementPlan plan() {
        return plan;
    }

    /** Moments over no site, on the ground of the passes made so far. */
    PooledMoments noMoments(int position) {
        return passes.length == 1
                ? new PooledMoments(totals(position), PooledSettings.STANDARD)
                : new PooledMoments(baseline(position));
    }

    /** The baseline of a week and series after the passes made so far; made once in each process. */
    PooledBaseline baseline(int position) {
        return baselines().computeIfAbsent(position, this::learn);
    }

    private synchronized ConcurrentHashMap<Integer, PooledBaseline> baselines() {
        ConcurrentHashMap<Integer, PooledBaseline> made = baselines == null ? new ConcurrentHashMap<>() : baselines;
        baselines = made;
        return made;
    }

    private PooledBaseline learn(int position) {
        PooledTotals totals = totals(position);
        PooledMoments moments = new PooledMoments(totals, PooledSettings.STANDARD).merge(sums(1, position));
        PooledBaseline first = new PooledBaseline(totals, moments, PooledSettings.STANDARD);
        return passes.length < 3 ? first : first.refine(new PooledMoments(first).merge(sums(2, position)));
    }

    /** Counts and exposures of the groups. */
    PooledTotals totals(int position) {
        PooledLayout layout = plan.layout(plan.asOf(position));
        PooledTotals totals = PooledTotals.of(layout, sums(0, position));
        return offsets.length == 0
                ? totals
                : totals.measuredAgainst(PooledOffsets.of(layout, BucketSums.numbers(offsets[position])));
    }

    private double[] sums(int pass, int position) {
        return BucketSums.numbers(passes[pass][position]);
    }
}
