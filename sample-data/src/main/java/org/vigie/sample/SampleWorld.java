package org.vigie.sample;

import java.util.List;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Disturbances;
import org.vigie.sample.events.Presence;
import org.vigie.sample.events.Tensions;
import org.vigie.sample.events.Works;
import org.vigie.sample.facts.Circumstances;
import org.vigie.sample.facts.Fact;
import org.vigie.sample.facts.FactDraw;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.EstateDraw;

/** All that happens at a simulated landlord's and what is written down of it, before anything is printed. */
record SampleWorld(Circumstances circumstances, List<Fact> facts) {

    static SampleWorld draw(SampleSettings settings) {
        long seed = settings.seed();
        Period period = Period.endingWith(settings.lastWeek(), settings.weeks());
        Estate estate = EstateDraw.draw(settings.sites(), seed, period);
        Tensions tensions = Tensions.draw(estate, period, seed, settings.tensionsAYear());
        Works works = Works.draw(estate, tensions, period, seed);
        Presence presence = Presence.draw(estate, period, seed);
        Disturbances disturbances = Disturbances.draw(settings.noise(), estate, period, seed);
        Circumstances around = new Circumstances(estate, period, tensions, works, presence, disturbances);
        return new SampleWorld(around, FactDraw.draw(around, seed));
    }
}
