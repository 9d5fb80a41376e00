package org.vigie.analytics.spacetime;

/**
 * Settings of {@link EvidenceScan}.
 *
 * @param longestWeeks longest window, weeks
 * @param shortestWeeks shortest window, weeks
 * @param memberPosterior posterior from which a site belongs to a hotspot
 * @param backScanStep weeks between the past scans that evidence is compared with
 * @param reportedBelow a second and further hotspot is named when its p-value is at most this
 */
public record EvidenceScanSettings(
        int longestWeeks, int shortestWeeks, double memberPosterior, int backScanStep, double reportedBelow) {

    /** Windows of two to eight weeks; members chosen for precision on simulated cities (METHODS.md). */
    public static final EvidenceScanSettings STANDARD = new EvidenceScanSettings(8, 2, 0.35, 2, 0.05);

    /** Checks the ranges given above. */
    public EvidenceScanSettings {
        require(shortestWeeks >= 1, "shortestWeeks must be >= 1", shortestWeeks);
        require(longestWeeks >= shortestWeeks, "longestWeeks must be >= shortestWeeks", longestWeeks);
        require(memberPosterior > 0 && memberPosterior < 1, "memberPosterior must lie in (0, 1)", memberPosterior);
        require(backScanStep >= 1, "backScanStep must be >= 1", backScanStep);
        require(reportedBelow > 0 && reportedBelow < 1, "reportedBelow must lie in (0, 1)", reportedBelow);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + value);
        }
    }

    /** The same with another longest window. */
    public EvidenceScanSettings withLongestWeeks(int weeks) {
        return new EvidenceScanSettings(
                weeks, Math.min(shortestWeeks, weeks), memberPosterior, backScanStep, reportedBelow);
    }
}
