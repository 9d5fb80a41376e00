package org.vigie.analytics.spacetime;

import java.util.List;

/**
 * What a scan of a city says of its newest weeks.
 *
 * @param statistic log(0.1 + evidence): larger for more suspicious, comparable across cities
 * @param evidence mean likelihood ratio over all windows and factors
 * @param pValue chance of evidence at least as strong in a week like those of the city's past
 * @param hotspots the strongest hotspot, and further ones that stand out by themselves; empty if no window does
 */
public record EvidenceFinding(double statistic, double evidence, double pValue, List<EvidenceHotspot> hotspots) {

    /** Copies the list. */
    public EvidenceFinding {
        hotspots = List.copyOf(hotspots);
    }

    /** Weeks, scanned one after the other, in which chance does the same about once. */
    public double recurrenceWeeks() {
        return 1 / Math.max(pValue, 1e-9);
    }
}
