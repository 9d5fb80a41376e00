package org.vigie.jobs.detection;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;

/**
 * What all sites share, for every week and series judged, as the sums of both passes: made on the driver, sent once to
 * every process, and turned into a baseline there when first asked for.
 */
final class Portfolio implements Serializable {

    private static final long serialVersionUID = 1L;

    private final JudgementPlan plan;
    private final byte[][] totals;
    private final byte[][] moments;
    private transient @Nullable PooledBaseline @Nullable [] baselines;

    /** A portfolio of which only the first pass is known. */
    Portfolio(JudgementPlan plan, byte[][] totals) {
        this(plan, totals, new byte[0][]);
    }

    private Portfolio(JudgementPlan plan, byte[][] totals, byte[][] moments) {
        this.plan = plan;
        this.totals = totals.clone();
        this.moments = moments.clone();
    }

    /** The same portfolio with the second pass. */
    Portfolio with(byte[][] secondPass) {
        return new Portfolio(plan, totals, secondPass);
    }

    JudgementPlan plan() {
        return plan;
    }

    PooledTotals totals(int position) {
        return PooledTotals.of(plan.layout(plan.asOf(position)), numbers(totals[position]));
    }

    /** The baseline of a week and series; made once in each process. */
    synchronized PooledBaseline baseline(int position) {
        @Nullable PooledBaseline[] made = baselines == null ? new PooledBaseline[plan.size()] : baselines;
        baselines = made;
        PooledBaseline known = made[position];
        if (known == null) {
            PooledTotals sums = totals(position);
            PooledMoments second = PooledMoments.of(sums, PooledSettings.STANDARD, numbers(moments[position]));
            known = new PooledBaseline(sums, second, PooledSettings.STANDARD);
            made[position] = known;
        }
        return known;
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

    /** Adds arrays of equal length in the order given. */
    static byte[] sum(List<double[]> inOrder) {
        double[] sum = inOrder.get(0).clone();
        for (double[] more : inOrder.subList(1, inOrder.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
        }
        return bytes(sum);
    }
}
