package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the detectors said of one site in one week, as far as alerts need it.
 *
 * @param monday the week judged
 * @param pValue all series together; 1 when not judged
 * @param discovery whether it stands out among all sites of that week
 * @param leading series that stands out most
 * @param rise observed against expected since the onset
 * @param recentFacts facts of the last four weeks
 * @param recentExpected facts expected in the last four weeks
 * @param recentGrave of these facts, severity 4 and 5
 * @param recentGravest of these facts, severity 5
 * @param newFacts whether facts of the leading series became known
 * @param presenceShare hours of presence over usual hours; empty when not delivered
 */
record SiteWeek(
        LocalDate monday,
        double pValue,
        boolean discovery,
        String leading,
        Rise rise,
        int recentFacts,
        double recentExpected,
        int recentGrave,
        int recentGravest,
        boolean newFacts,
        Optional<Double> presenceShare) {

    /**
     * Observed against expected since the most likely onset.
     *
     * @param since Monday of the onset week
     * @param observed facts since then
     * @param expected facts expected since then
     * @param reported of the observed, reported by residents or partners
     * @param score strength on the detector's scale
     * @param pValue chance of evidence as strong, all series together
     */
    record Rise(LocalDate since, int observed, double expected, int reported, double score, double pValue) {}

    /** Whether the site was judged in the week. */
    boolean judged() {
        return rise.score() > 0 || rise.observed() > 0 || pValue < 1;
    }

    /** Whether the last four weeks are back to what is expected, and somebody was there to see it. */
    boolean calm() {
        return backToExpected() && presenceShare.map(share -> share >= 0.7).orElse(true);
    }

    /** Whether the last four weeks hold no more than expected and one standard deviation of a Poisson count. */
    boolean backToExpected() {
        return recentFacts <= recentExpected + Math.sqrt(recentExpected);
    }
}
