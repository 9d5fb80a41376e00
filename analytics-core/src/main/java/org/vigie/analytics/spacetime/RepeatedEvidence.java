package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The scan of {@link EvidenceKernel} for many counts against the same expectations: what does not depend on the counts is
 * computed once for all windows, and a window that does not stand out costs an addition and a comparison.
 */
final class RepeatedEvidence {

    private static final int FACTORS = RiseLikelihood.FACTORS.length;

    private final SiteScores scores;
    private final int[] order;
    private final int nearest;
    private final int weeks;
    private final int shortest;
    /** Score from which a window stands out, B, B / I, r, and log((q B + r) / (B + r)), by window. */
    private final double[] least;

    private final double[] mean;
    private final double[] scale;
    private final double[] size;
    private final double[] logRatio;

    /** Computes what the windows have in common, from moments on which the expectations were set. */
    RepeatedEvidence(SiteScores scores, WindowMoments moments, int[] order, int shortest) {
        this.scores = scores;
        this.order = order;
        this.shortest = shortest;
        weeks = scores.expected().weeks;
        nearest = order.length / scores.expected().sites;
        int windows = order.length * weeks;
        least = new double[windows];
        mean = new double[windows];
        scale = new double[windows];
        size = new double[windows];
        logRatio = new double[windows * FACTORS];
        for (int centre = 0; centre * nearest < order.length; centre++) {
            double[] information = moments.of(centre);
            for (int row = 0; row < nearest * weeks; row++) {
                keep(moments, centre * nearest * weeks + row, information[row]);
            }
        }
    }

    private void keep(WindowMoments moments, int window, double information) {
        mean[window] = moments.mean(window);
        if (window % weeks < shortest - 1 || mean[window] <= 0) {
            least[window] = Double.POSITIVE_INFINITY;
            return;
        }
        scale[window] = mean[window] / information;
        double variance = moments.variance(window, mean[window], information);
        size[window] = RiseLikelihood.size(mean[window], variance);
        least[window] = Math.sqrt(EvidenceKernel.STANDS_OUT * variance) / scale[window];
        for (int factor = 0; factor < FACTORS; factor++) {
            logRatio[window * FACTORS + factor] = RiseLikelihood.logRatio(mean[window], size[window], factor);
        }
    }

    /**
     * Evidence of scans of quiet weeks drawn by {@link QuietWeeks}: what chance brings if the city is as it was learned to
     * be.
     *
     * @param threads used at once; the result does not depend on them
     * @return shape [replicates]
     */
    double[] quiet(Replicates replicates, int threads) {
        double[] evidence = new double[replicates.number()];
        long[] seeds = replicates.seeds();
        List<ToDoubleFunction<Long>> scans =
                Stream.generate(this::quietScan).limit(threads).toList();
        IntStream.range(0, threads).parallel().forEach(thread -> {
            for (int i = thread; i < evidence.length; i += threads) {
                evidence[i] = scans.get(thread).applyAsDouble(seeds[i]);
                replicates.afterEach().run();
            }
        });
        return evidence;
    }

    private ToDoubleFunction<Long> quietScan() {
        SiteScores own = new SiteScores(scores);
        QuietWeeks quiet = new QuietWeeks(own.expected(), own.areas());
        return seed -> scan(own.of(quiet.draw(seed)));
    }

    /** Evidence where sites have these scores. */
    double scan(double[] siteScore) {
        double[] running = new double[weeks];
        double sum = 0;
        for (int position = 0; position < order.length; position++) {
            if (position % nearest == 0) {
                Arrays.fill(running, 0);
            }
            int cell = order[position] * weeks;
            int window = position * weeks;
            for (int t = 0; t < weeks; t++) {
                double score = running[t] += siteScore[cell + t];
                if (score > least[window + t]) {
                    sum += weigh(window + t, score);
                }
            }
        }
        return sum / ((double) order.length * (weeks - shortest + 1));
    }

    private double weigh(int window, double score) {
        double count = mean[window] + score * scale[window];
        double sum = 0;
        for (int factor = 0; factor < FACTORS; factor++) {
            sum += RiseLikelihood.ratio(count, size[window], factor, logRatio[window * FACTORS + factor]);
        }
        return sum / FACTORS;
    }
}
