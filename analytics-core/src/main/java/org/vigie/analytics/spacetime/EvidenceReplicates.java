package org.vigie.analytics.spacetime;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Evidence of scans of quiet weeks drawn by {@link QuietWeeks}: what chance brings if the city is as it was learned to
 * be. Every replicate has a seed of its own, so that the result does not depend on the number of threads.
 */
final class EvidenceReplicates {

    private EvidenceReplicates() {}

    /**
     * Scans replicates against the expectations just set.
     *
     * @param kernel on which {@code expected} was set
     * @param threads used at once
     * @return shape [replicates]
     */
    static double[] scan(EvidenceKernel kernel, QuietSettings quiet, int threads) {
        double[] evidence = new double[quiet.replicates()];
        long[] seeds =
                new SplittableRandom(quiet.seed()).longs(quiet.replicates()).toArray();
        List<EvidenceKernel> kernels = kernel.forThreads(threads);
        IntStream.range(0, threads).parallel().forEach(thread -> {
            QuietWeeks weeks = new QuietWeeks(kernel.expected(), kernel.areas());
            for (int i = thread; i < evidence.length; i += threads) {
                evidence[i] = kernels.get(thread).scan(weeks.draw(seeds[i]));
            }
        });
        return evidence;
    }

    /**
     * How many replicates, and from where.
     *
     * @param replicates number of quiet weeks drawn, 0 or more
     * @param seed of the first
     */
    record QuietSettings(int replicates, long seed) {}
}
