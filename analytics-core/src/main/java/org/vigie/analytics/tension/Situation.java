package org.vigie.analytics.tension;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a site in a week, as far as its tension score needs it.
 *
 * @param pValue chance of evidence at least as strong if nothing changed, all series together, 0 to 1
 * @param excess facts above expected by family, since the onset of the rise; only positive ones count
 * @param recentGrave facts of severity 4 and 5 in the last four weeks
 * @param hotspotPValue chance of a group of neighbours at least as strong; 1 outside any group
 * @param context works, moves and presence around it
 */
public record Situation(
        double pValue, Map<String, Double> excess, int recentGrave, double hotspotPValue, Context context) {

    /** Copies the map, sorted by family; checks the p-values. */
    public Situation {
        excess = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(excess));
        requireProbability("pValue", pValue);
        requireProbability("hotspotPValue", hotspotPValue);
        if (recentGrave < 0) {
            throw new IllegalArgumentException("recentGrave must be >= 0: " + recentGrave);
        }
    }

    /**
     * What may explain a rise or make it worse; it counts only beside evidence.
     *
     * @param worksRunning building works running
     * @param worksStarting building works that start within four weeks
     * @param worksUntold of both, works of which tenants were not told
     * @param movesAboveUsual moves in 13 weeks above the usual number
     * @param weeksUnanswered weeks that an alert has waited for an answer
     * @param presenceMissing share of the usual presence that is missing, 0 to 1
     */
    public record Context(
            int worksRunning,
            int worksStarting,
            int worksUntold,
            double movesAboveUsual,
            int weeksUnanswered,
            double presenceMissing) {

        /** Nothing known around the site. */
        public static final Context NONE = new Context(0, 0, 0, 0, 0, 0);
    }

    private static void requireProbability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " lies between 0 and 1: " + value);
        }
    }
}
