package org.vigie.analytics.spacetime;

import java.util.List;

/**
 * Neighbouring sites whose facts have multiplied together.
 *
 * @param members its sites, surest first
 * @param firstWeek index of its first week
 * @param lastWeek index of its last week, the newest of the scan
 * @param observed facts of its sites in its weeks
 * @param expected facts expected
 * @param logLikelihoodRatio of its strongest window
 * @param pValue chance of evidence at least as strong if nothing had changed
 */
public record EvidenceHotspot(
        List<Member> members,
        int firstWeek,
        int lastWeek,
        long observed,
        double expected,
        double logLikelihoodRatio,
        double pValue) {

    /**
     * A site of a hotspot.
     *
     * @param site index of the site
     * @param observed its facts in the weeks of the hotspot
     * @param expected facts expected of it
     * @param posterior share of the evidence that speaks for this site
     */
    public record Member(int site, long observed, double expected, double posterior) {}

    /** Copies the list. */
    public EvidenceHotspot {
        members = List.copyOf(members);
    }

    /** Observed over expected facts. */
    public double relativeRisk() {
        return observed / Math.max(expected, 1e-9);
    }
}
