package org.vigie.jobs.detection;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;

/**
 * What all sites share, for every week and series judged, as the sums of both passes: made once on the driver, sent to
 * every process, and turned into a baseline there when first asked for.
 */
final class Portfolio implements Serializable {

    private static final long serialVersionUID = 1L;

    private final JudgementPlan plan;
    private final byte[][] totals;
    private final byte[][] moments;
    private transient volatile AtomicReferenceArray<PooledBaseline> baselines;

    Portfolio(JudgementPlan plan, byte[][] totals, byte[][] moments) {
        this.plan = plan;
        this.totals = totals.clone();
        this.moments = moments.clone();
        this.baselines = new AtomicReferenceArray<>(plan.size());
    }

    JudgementPlan plan() {
        return plan;
    }

    /** The baseline of a week and series; empty when there is no history at all. */
    Optional<PooledBaseline> baseline(int asOf, int seriesPosition) {
        if (plan.weeks(asOf) == 0) {
            return Optional.empty();
        }
        AtomicReferenceArray<PooledBaseline> known = known();
        int position = plan.position(asOf, seriesPosition);
        PooledBaseline baseline = known.get(position);
        if (baseline == null) {
            PooledTotals sums = PooledTotals.of(plan.layout(asOf), numbers(totals[position]));
            baseline = new PooledBaseline(
                    sums,
                    PooledMoments.of(sums, PooledSettings.STANDARD, numbers(moments[position])),
                    PooledSettings.STANDARD);
            known.set(position, baseline);
        }
        return Optional.of(baseline);
    }

    static byte[] bytes(double[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Double.BYTES);
        buffer.asDoubleBuffer().put(numbers);
        return buffer.array();
    }

    static double[] numbers(byte[] bytes) {
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
        return numbers;
    }

    /** Adds partial sums in the order given. */
    static byte[][] sum(List<byte[][]> inOrder) {
        byte[][] sums = inOrder.get(0).clone();
        for (int position = 0; position < sums.length; position++) {
            double[] sum = numbers(sums[position]);
            for (byte[][] more : inOrder.subList(1, inOrder.size())) {
                double[] added = numbers(more[position]);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += added[i];
                }
            }
            sums[position] = bytes(sum);
        }
        return sums;
    }

    private AtomicReferenceArray<PooledBaseline> known() {
        AtomicReferenceArray<PooledBaseline> known = baselines;
        if (known == null) {
            synchronized (this) {
                known = baselines;
                if (known == null) {
                    known = new AtomicReferenceArray<>(plan.size());
                    baselines = known;
                }
            }
        }
        return known;
    }
}
