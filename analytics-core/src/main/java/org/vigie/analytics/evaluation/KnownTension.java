package org.vigie.analytics.evaluation;

import org.vigie.analytics.calendar.IsoWeek;

/**
 * A tension that is known to have been there.
 *
 * @param site where
 * @param family family in which most of its extra facts lie
 * @param start first week in which it was active
 * @param end last week in which it was active
 * @param factor rate of facts at its height, against the ordinary rate
 */
public record KnownTension(String site, String family, IsoWeek start, IsoWeek end, double factor) {

    /** Checks the order of the weeks and that the rate was raised. */
    public KnownTension {
        if (end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a tension ends after it starts, not " + start + " to " + end);
        }
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("a tension's factor is at least 1, not " + factor);
        }
    }

    /** Whether it was active in a week, or had ended at most so many weeks before. */
    boolean activeIn(IsoWeek week, int weeksAfter) {
        return week.compareTo(start) >= 0 && week.compareTo(end.plusWeeks(weeksAfter)) <= 0;
    }
}
