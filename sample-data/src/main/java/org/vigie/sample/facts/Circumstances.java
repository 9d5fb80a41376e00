package org.vigie.sample.facts;

import org.vigie.sample.basis.Period;
import org.vigie.sample.events.AgencyHabits;
import org.vigie.sample.events.Disturbances;
import org.vigie.sample.events.Presence;
import org.vigie.sample.events.Tensions;
import org.vigie.sample.events.Works;
import org.vigie.sample.places.Estate;

/**
 * All that bears on the facts.
 *
 * @param estate places
 * @param period weeks
 * @param tensions what was planted
 * @param works building works
 * @param presence team hours
 * @param disturbances noise beside all that
 */
public record Circumstances(
        Estate estate, Period period, Tensions tensions, Works works, Presence presence, Disturbances disturbances) {

    AgencyHabits habits() {
        return new AgencyHabits(period);
    }
}
