package org.vigie.sample;

import java.util.List;
import org.vigie.analytics.series.SiteHistory;
import org.vigie.sample.events.Tension;

/**
 * Counts of one simulated residence, where it lies, beside the tensions planted there.
 *
 * @param code code of the residence
 * @param place where it lies
 * @param history its counted facts, hours and works, under the agency that the files name
 * @param tensions in the order of their first weeks, which are positions of the history
 */
public record SimulatedSite(String code, Place place, SiteHistory history, List<Tension> tensions) {

    /**
     * Where a residence lies.
     *
     * @param x Lambert 93 easting, metres
     * @param y Lambert 93 northing, metres
     * @param neighbourhood code of its neighbourhood, as filed
     */
    public record Place(double x, double y, String neighbourhood) {}

    /** Copies the list. */
    public SimulatedSite {
        tensions = List.copyOf(tensions);
    }
}
