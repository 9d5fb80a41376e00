package org.vigie.sample.events;

import org.vigie.sample.places.Residence;

/**
 * A planted tension: what a detector should find.
 *
 * <p>The factor multiplies the whole rate of the residence. Of the extra facts, {@link #SHARE_IN_FAMILY} belong to the
 * tension's family, the others follow the ordinary mix.
 *
 * @param residence where
 * @param family code of the family in which most of the extra facts lie
 * @param firstWeek number of its first week
 * @param weeks how long it lasts
 * @param factor rate at its height against the ordinary rate, 1.5 to 4
 * @param ramp true when it rises evenly over its first half, false when it starts at its height
 */
public record Tension(Residence residence, String family, int firstWeek, int weeks, double factor, boolean ramp) {

    /** Share of the extra facts that lie in the tension's family. */
    public static final double SHARE_IN_FAMILY = 0.8;

    /** Number of its last week. */
    public int lastWeek() {
        return firstWeek + weeks - 1;
    }

    /** Rate of this week against the ordinary one; 1 outside the tension. */
    public double factorIn(int week) {
        if (week < firstWeek || week > lastWeek()) {
            return 1;
        }
        int rise = (weeks + 1) / 2;
        double height = ramp ? StrictMath.min(1, (week - firstWeek + 1.0) / rise) : 1;
        return 1 + (factor - 1) * height;
    }
}
