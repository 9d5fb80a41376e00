package org.vigie.sample.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.sample.basis.Period;
import org.vigie.sample.places.EstateDraw;
import org.vigie.sample.places.Residence;

class TensionTest {

    private static final Residence RESIDENCE = EstateDraw.draw(40, 1, Period.endingWith(IsoWeek.parse("2026-W43"), 60))
            .residences()
            .get(0);

    private static double[] factors(boolean ramp) {
        Tension tension = new Tension(RESIDENCE, "OCC", 10, 5, 2.5, ramp);
        return IntStream.range(9, 16).mapToDouble(tension::factorIn).toArray();
    }

    @Test
    void aStepStandsAtItsHeightAtOnce() {
        assertThat(factors(false)).containsExactly(1, 2.5, 2.5, 2.5, 2.5, 2.5, 1);
    }

    @Test
    void aRampReachesItsHeightHalfWay() {
        assertThat(factors(true)).containsExactly(1, 1.5, 2, 2.5, 2.5, 2.5, 1);
    }
}
