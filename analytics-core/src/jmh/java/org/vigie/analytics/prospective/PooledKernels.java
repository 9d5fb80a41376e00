package org.vigie.analytics.prospective;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledMoments;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;
import org.vigie.analytics.series.SiteHistory;

/** One site of the pooled detector, 208 weeks of history: each pass, and the judgement of one week. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PooledKernels {

    private static final int SITES = 300;
    private static final int WEEKS = 208;

    private final List<SiteHistory> sites = new ArrayList<>();
    private final PooledLayout layout = PooledLayout.of(List.of("A", "B", "C"), WEEKS, false);
    private final PooledTotals totals = new PooledTotals(layout);
    private PooledMoments moments = new PooledMoments(totals, PooledSettings.STANDARD);
    private PooledBaseline first = new PooledBaseline(totals, moments, PooledSettings.STANDARD);
    private PooledBaseline baseline = first;
    private int position;

    /** Makes the portfolio and learns from it once. */
    @Setup
    public void learn() {
        SplittableRandom random = new SplittableRandom(1);
        for (int site = 0; site < SITES; site++) {
            double[] counts = new double[WEEKS];
            double mean = 0.05 + random.nextDouble();
            for (int week = 0; week < WEEKS; week++) {
                counts[week] = Math.floor(mean * -Math.log(1 - random.nextDouble()) + random.nextDouble() * 0.6);
            }
            sites.add(SiteHistory.ofCounts(layout.groups().get(site % 3), 40, counts));
        }
        sites.forEach(totals::add);
        moments = new PooledMoments(totals, PooledSettings.STANDARD);
        sites.forEach(moments::add);
        first = new PooledBaseline(totals, moments, PooledSettings.STANDARD);
        PooledMoments refined = new PooledMoments(first);
        sites.forEach(refined::add);
        baseline = first.refine(refined);
    }

    /** First pass. */
    @Benchmark
    public PooledTotals totals() {
        return new PooledTotals(layout).add(next());
    }

    /** Second pass. */
    @Benchmark
    public PooledMoments moments() {
        return new PooledMoments(totals, PooledSettings.STANDARD).add(next());
    }

    /** Third pass. */
    @Benchmark
    public PooledMoments refinedMoments() {
        return new PooledMoments(first).add(next());
    }

    /** Judgement of the newest week. */
    @Benchmark
    public PooledVerdict verdict() {
        return PooledDetector.judge(next(), baseline);
    }

    private SiteHistory next() {
        position = (position + 1) % SITES;
        return sites.get(position);
    }
}
