package org.vigie.analytics.prospective;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.FarringtonBaseline;
import org.vigie.analytics.baseline.FarringtonBaselineSettings;
import org.vigie.analytics.baseline.Timeline;

/** One series-week of Farrington-flexible: the regression alone, and the whole verdict. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FarringtonKernels {

    /** Mean count a week. */
    @Param({"0.3", "20"})
    public double mean;

    private final FarringtonBaseline baseline = new FarringtonBaseline(FarringtonBaselineSettings.NOUFAILY);
    private final FarringtonFlexible detector = new FarringtonFlexible(FarringtonFlexibleSettings.NOUFAILY);
    private CountSeries series = CountSeries.of(new Timeline.Ordinal(52), new double[0]);
    private int position;

    /** Makes the series. */
    @Setup
    public void simulate() {
        SplittableRandom random = new SplittableRandom(1);
        double[] counts = new double[7 * 52];
        for (int week = 0; week < counts.length; week++) {
            double usual = mean * (1 + 0.4 * Math.sin(2 * Math.PI * week / 52));
            counts[week] = Math.floor(usual * -Math.log(1 - random.nextDouble()) + random.nextDouble());
        }
        series = CountSeries.of(new Timeline.Ordinal(52), counts);
    }

    /** Both fits of the baseline. */
    @Benchmark
    public double baseline() {
        baseline.estimate(series, next());
        return baseline.phi();
    }

    /** Baseline, threshold and p-value. */
    @Benchmark
    public FarringtonResult verdict() {
        return detector.judge(series, next());
    }

    private int next() {
        position = (position + 1) % 52;
        return series.length() - 1 - position;
    }
}
