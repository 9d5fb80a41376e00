package org.vigie.analytics.spacetime;

/**
 * Settings of {@link EvidenceScan}.
 *
 * @param longestWeeks longest window, weeks
 * @param shortestWeeks shortest window, weeks
 * @param memberPosterior posterior from which a site belongs to a hotspot
 * @param backScanStep weeks between the past scans that evidence is compared with
 * @param reportedBelow a second and further hotspot is named when its p-value is at most this
 * @param replicates quiet weeks drawn where the past is too short to compare with; 0 for none
 * @param seed of the draws
 */
public record EvidenceScanSettings(
        int longestWeeks,
        int shortestWeeks,
        double memberPosterior,
        int backScanStep,
        double reportedBelow,
        int replicates,
        long seed) {

    /** Windows of two to eight weeks; members chosen for precision on simulated cities (METHODS.md). */
    public static final EvidenceScanSettings STANDARD = new EvidenceScanSettings(8, 2, 0.4, 2, 0.05, 999, 1);

    /** Checks the ranges given above. */
    public EvidenceScanSettings {
        require(shortestWeeks >= 1, "shortestWeeks must be >= 1", shortestWeeks);
        require(longestWeeks >= shortestWeeks, "longestWeeks must be >= shortestWeeks", longestWeeks);
        require(memberPosterior > 0 && memberPosterior < 1, "memberPosterior must lie in (0, 1)", memberPosterior);
        require(backScanStep >= 1, "backScanStep must be >= 1", backScanStep);
        require(replicates >= 0, "replicates must be >= 0", replicates);
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
                weeks, Math.min(shortestWeeks, weeks), memberPosterior, backScanStep, reportedBelow, replicates, seed);
    }

    /** The same with other draws. */
    public EvidenceScanSettings withReplicates(int number, long from) {
        return new EvidenceScanSettings(
                longestWeeks, shortestWeeks, memberPosterior, backScanStep, reportedBelow, number, from);
    }
}
