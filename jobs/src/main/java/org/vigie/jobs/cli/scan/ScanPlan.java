package org.vigie.jobs.cli.scan;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.jobs.cli.detect.TimeAxis;

/** Sites with their counts: one row per site, one column per period from the first to the last. */
public final class ScanPlan {

    private final ScanSites sites;
    private final TimeAxis axis;
    private final int firstPeriod;
    private final int[][] counts;
    private final Optional<double[][]> baseline;

    /**
     * Takes the arrays over, without a copy.
     *
     * @param counts facts, oldest period first, shape [sites][periods]
     * @param baseline expected facts where the file gives them, shape [sites][periods]
     */
    ScanPlan(ScanSites sites, TimeAxis axis, int firstPeriod, int[][] counts, Optional<double[][]> baseline) {
        this.sites = sites;
        this.axis = axis;
        this.firstPeriod = firstPeriod;
        this.counts = counts;
        this.baseline = baseline;
    }

    /** Counts of periods 1, 2, 3..., taken over without a copy; shape [sites][periods]. */
    public static ScanPlan numbered(ScanSites sites, int[][] counts) {
        return new ScanPlan(sites, TimeAxis.NUMBERED, 1, counts, Optional.empty());
    }

    /** The sites. */
    public ScanSites sites() {
        return sites;
    }

    /** Number of periods. */
    public int periods() {
        return counts[0].length;
    }

    /** A period as the file writes it. */
    public String time(int position) {
        return axis.format(firstPeriod + position);
    }

    /** Facts, oldest period first, shape [sites][periods]. */
    public int[][] counts() {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /** Expected facts where the file gives them, shape [sites][periods]. */
    public Optional<double[][]> baseline() {
        return baseline.map(rows -> Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new));
    }
}
