package org.vigie.analytics.spacetime;

/**
 * A city whose baseline is learned and whose neighbours are known: evidence of any of its weeks, and of quiet weeks drawn
 * from its baseline. For one thread.
 */
public final class PreparedScan {

    private final SiteWeekCounts counts;
    private final ExpectedCounts baseline;
    private final EvidenceKernel kernel;
    private final int weeks;

    PreparedScan(SiteWeekCounts counts, int[][] nearest, ExpectedCounts baseline, EvidenceScanSettings settings) {
        this.counts = counts;
        this.baseline = baseline;
        weeks = settings.longestWeeks();
        kernel = new EvidenceKernel(nearest, counts.neighbourhoods(), weeks, settings.shortestWeeks());
    }

    /** Weeks from the first that the baseline was learned from. */
    public int historyWeeks() {
        return baseline.historyWeeks();
    }

    /** Evidence of the windows that end with a week, which has at least the longest window behind it. */
    public double evidence(int lastWeek) {
        kernel.expect(baseline.window(lastWeek, weeks));
        return kernel.scan(counts.newest(lastWeek, weeks));
    }

    /**
     * Evidence of quiet weeks drawn from what is expected of the week scanned last.
     *
     * @param threads used at once; the result does not depend on their number
     * @return shape [replicates]
     */
    public double[] quietEvidence(Replicates replicates, int threads) {
        return kernel.repeated().quiet(replicates, threads);
    }

    /** Members of the hotspots of the week scanned last. */
    HotspotMembers members(int lastWeek) {
        return new HotspotMembers(kernel, kernel.expected(), counts.newest(lastWeek, weeks));
    }
}
