package org.vigie.sample.facts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.vigie.sample.places.Residence;

/**
 * A fact as it was written down.
 *
 * @param residence where
 * @param place code written down: the residence, one of its buildings or entrances
 * @param type what
 * @param severity 1 to 5
 * @param day day written down
 * @param minute minute of the day, or -1 when not written down
 * @param recorded when it was written down
 * @param channel code of the channel
 * @param moreReports further reports of the same fact
 */
public record Fact(
        Residence residence,
        String place,
        FactType type,
        int severity,
        LocalDate day,
        int minute,
        LocalDateTime recorded,
        String channel,
        int moreReports) {

    /** The order in which facts were written down, the same on every machine. */
    public static final Comparator<Fact> BY_RECORDING = Comparator.comparing(Fact::recorded)
            .thenComparing(Fact::place)
            .thenComparing(fact -> fact.type().code())
            .thenComparing(Fact::day)
            .thenComparing(Fact::minute)
            .thenComparing(Fact::channel);

    /** Whether staff found it; the others were reported. */
    public boolean discovered() {
        return FactWriter.DISCOVERED.contains(channel);
    }
}
