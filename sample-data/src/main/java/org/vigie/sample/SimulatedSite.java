package org.vigie.sample;

import java.util.List;
import org.vigie.analytics.series.SiteHistory;
import org.vigie.sample.events.Tension;

/**
 * Counts of one simulated residence beside the tensions planted there.
 *
 * @param code code of the residence
 * @param history its counted facts, hours and works, under the agency that the files name
 * @param tensions in the order of their first weeks, which are positions of the history
 */
public record SimulatedSite(String code, SiteHistory history, List<Tension> tensions) {

    /** Copies the list. */
    public SimulatedSite {
        tensions = List.copyOf(tensions);
    }
}
