package org.vigie.jobs.detection;

import java.time.LocalDate;
import java.util.List;

/**
 * Neighbouring sites whose facts rise together, as found by the space-time scan of their region.
 *
 * @param members its sites, surest first
 * @param since Monday of its first week; its last is the published week
 * @param observed facts of its sites since then
 * @param expected facts expected of them
 * @param pValue chance that the scan of any region finds as much in a week in which nothing changed
 */
public record Hotspot(List<Member> members, LocalDate since, long observed, double expected, double pValue) {

    /** A history of four years says little beyond this (METHODS.md): rarer is told as this rare. */
    private static final double LONGEST_RECURRENCE_WEEKS = 52;

    /**
     * A site of a hotspot.
     *
     * @param siteId unit scored
     * @param observed its facts since the first week
     * @param expected facts expected of it
     * @param posterior share of the evidence that speaks for this site, 0 to 1
     */
    public record Member(String siteId, long observed, double expected, double posterior) {}

    /** Copies the list. */
    public Hotspot {
        members = List.copyOf(members);
    }

    /** Observed over expected facts. */
    public double relativeRisk() {
        return observed / Math.max(expected, 1e-9);
    }

    /** Larger is stronger. */
    public double evidence() {
        return -Math.log10(Math.max(pValue, 1e-12));
    }

    /** Weeks in which chance does the same about once, at most a year. */
    public double recurrenceWeeks() {
        return Math.min(1 / Math.max(pValue, 1e-12), LONGEST_RECURRENCE_WEEKS);
    }
}
