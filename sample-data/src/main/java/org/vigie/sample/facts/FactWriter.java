package org.vigie.sample.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.events.AgencyHabits;
import org.vigie.sample.places.Part;
import org.vigie.sample.places.Residence;

/** Writes a fact down as staff or residents would: where exactly, when, through which channel, how late. */
final class FactWriter {

    private static final List<String> REPORTED =
            List.of("RES_PHONE", "RES_WEB", "RES_DESK", "RES_ASSOC", "PARTNER", "UNKNOWN");
    private static final double[] REPORTED_WEIGHTS = {54, 20, 14, 3, 5, 4};
    static final List<String> DISCOVERED =
            List.of("STAFF_ROUND", "STAFF_LOG", "MED_VISIT", "CONTRACTOR", "CCTV", "WALK");
    private static final double[] DISCOVERED_WEIGHTS = {40, 38, 12, 6, 2, 2};
    private static final int[] DELAY_FROM = {0, 1, 3, 8, 22};
    private static final int[] DELAY_TO = {0, 2, 7, 21, 63};
    private static final double[] DELAY_WEIGHTS = {42, 26, 20, 9.5, 2.5};

    private final AgencyHabits habits;
    private final Circumstances world;
    private final Dice dice;

    FactWriter(Circumstances world, Dice dice) {
        this.world = world;
        this.habits = world.habits();
        this.dice = dice;
    }

    Dice dice() {
        return dice;
    }

    Fact write(Residence residence, FactType type, boolean discovered, int week) {
        LocalDate happened = world.period().monday(week).plusDays(dice.whole(0, 6));
        if (discovered && habits.waitsForBatch(residence.area().agency(), week)) {
            LocalDate entered = world.period().monday(habits.batchWeek()).plusDays(dice.whole(1, 4));
            LocalDate day = dice.chance(0.6) || happened.isAfter(entered) ? entered : happened;
            return fact(residence, type, new When(day, -1, office(entered)), channel(true));
        }
        int minute = dice.chance(discovered ? 0.4 : 0.2) ? -1 : minute(type, discovered);
        When when = new When(happened, minute, recorded(happened, minute, discovered));
        return fact(residence, type, when, channel(discovered));
    }

    /** A fact of a night that everyone remembers: reported, with its hour. */
    Fact writeOn(Residence residence, FactType type, LocalDate day) {
        int minute = dice.whole(22 * 12, 24 * 12 - 1) * 5;
        return fact(residence, type, new When(day, minute, recorded(day, minute, false)), channel(false));
    }

    private record When(LocalDate day, int minute, LocalDateTime recorded) {}

    private Fact fact(Residence residence, FactType type, When when, String channel) {
        int shift = dice.chance(0.08) ? (dice.chance(0.5) ? 1 : -1) : 0;
        int severity = StrictMath.max(1, StrictMath.min(5, type.severity() + shift));
        int more =
                REPORTED.contains(channel) ? dice.poisson(0.2 * residence.area().reporting()) : 0;
        return new Fact(
                residence, place(residence), type, severity, when.day(), when.minute(), when.recorded(), channel, more);
    }

    private String place(Residence residence) {
        List<Part> parts = residence.parts();
        return parts.isEmpty() || dice.chance(0.55)
                ? residence.code()
                : dice.pick(parts).code();
    }

    private String channel(boolean discovered) {
        return discovered
                ? DISCOVERED.get(dice.weighted(DISCOVERED_WEIGHTS))
                : REPORTED.get(dice.weighted(REPORTED_WEIGHTS));
    }

    private int minute(FactType type, boolean discovered) {
        if (type.evening()) {
            int hour = dice.whole(18, 26) % 24;
            return hour * 60 + dice.whole(0, 3) * 15;
        }
        return (discovered ? dice.whole(7, 17) : dice.whole(7, 22)) * 60 + dice.whole(0, 11) * 5;
    }

    private LocalDateTime recorded(LocalDate happened, int minute, boolean discovered) {
        int step = dice.weighted(DELAY_WEIGHTS);
        LocalDate day = happened.plusDays(dice.whole(DELAY_FROM[step], DELAY_TO[step]));
        LocalDateTime recorded = discovered ? office(weekday(day)) : day.atTime(dice.whole(7, 21), dice.whole(0, 59));
        boolean before = recorded.isBefore(happened.atStartOfDay().plusMinutes(minute));
        return before ? office(weekday(happened.plusDays(1))) : recorded;
    }

    private LocalDateTime office(LocalDate day) {
        return day.atTime(dice.whole(8, 17), dice.whole(0, 59));
    }

    private static LocalDate weekday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.plusDays(2);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
