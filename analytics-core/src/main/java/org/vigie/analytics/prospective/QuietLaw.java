package org.vigie.analytics.prospective;

import org.vigie.analytics.baseline.WildWeeks;

/**
 * What the score's law on quiet weeks depends on.
 *
 * @param mean facts expected in a week of the window
 * @param dispersion variance of a week's true mean, per fact expected
 * @param wildShare share of wild weeks, {@link WildWeeks}
 */
record QuietLaw(double mean, double dispersion, double wildShare) {

    WildWeeks wildWeeks() {
        return new WildWeeks(wildShare);
    }
}
