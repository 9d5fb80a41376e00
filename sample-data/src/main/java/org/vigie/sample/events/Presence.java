package org.vigie.sample.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.Residence;

/**
 * Team hours at every residence and week, and how they compare with the usual ones: what teams discover follows their
 * hours.
 */
public final class Presence {

    private static final int UNVISITED_WEEKS = 6;
    private static final List<String> REASONS = List.of("PROGRAMME", "ALERTE", "APPEL");
    private static final double[] REASON_WEIGHTS = {86, 8, 6};

    private final Period period;
    private final AgencyHabits habits;
    private final List<PresenceHours> all = new ArrayList<>();
    private final Map<String, double[]> ratios = new HashMap<>();

    private Presence(Period period) {
        this.period = period;
        this.habits = new AgencyHabits(period);
    }

    /** Draws the hours. */
    public static Presence draw(Estate estate, Period period, long seed) {
        Presence presence = new Presence(period);
        for (int i = 0; i < estate.residences().size(); i++) {
            Residence residence = estate.residences().get(i);
            presence.visit(residence, Dice.of(seed, "presence", residence.code()), i % 50 == 20);
        }
        return presence;
    }

    private void visit(Residence residence, Dice dice, boolean unvisitedAtTheEnd) {
        double caretaker = StrictMath.max(2.5, StrictMath.min(35, residence.dwellings() * 0.17));
        double[] ratio = new double[period.weeks()];
        for (int week = 0; week < period.weeks(); week++) {
            boolean lives = residence.livesOn(period.monday(week));
            if (lives && !(unvisitedAtTheEnd && week > period.beforeLast(UNVISITED_WEEKS))) {
                double hours = team(week, residence, "GARDIEN", caretakerHours(residence, week, caretaker), dice)
                        + team(week, residence, "MEDIATION", mediationHours(residence, dice), dice)
                        + team(week, residence, "NUIT", residence.area().nightTeam() ? 1.6 : 0, dice);
                ratio[week] = hours
                        / (caretaker
                                + usualMediation(residence)
                                + (residence.area().nightTeam() ? 1.6 : 0));
            }
        }
        ratios.put(residence.code(), ratio);
    }

    private double caretakerHours(Residence residence, int week, double usual) {
        boolean august = period.monday(week).plusDays(3).getMonthValue() == 8;
        return usual * habits.caretakerHours(residence.area().agency(), week) * (august ? 0.7 : 1);
    }

    private static double usualMediation(Residence residence) {
        return residence.area().priority() ? 2.2 : 0.6;
    }

    private static double mediationHours(Residence residence, Dice dice) {
        double share = residence.area().priority() ? 0.7 : 0.3;
        return dice.chance(share) ? usualMediation(residence) / share : 0;
    }

    private double team(int week, Residence residence, String team, double meanHours, Dice dice) {
        if (meanHours == 0) {
            return 0;
        }
        double hours = StrictMath.max(0.5, StrictMath.round(meanHours * dice.between(0.8, 1.2) * 2) / 2.0);
        boolean mediation = team.equals("MEDIATION");
        String reason = mediation ? REASONS.get(dice.weighted(REASON_WEIGHTS)) : "PROGRAMME";
        int visits = mediation ? dice.whole(1, 3) : dice.whole(3, 6);
        all.add(new PresenceHours(week, residence.code(), team, hours, visits, reason));
        return hours;
    }

    /** Every team-week, by residence. */
    public List<PresenceHours> all() {
        return List.copyOf(all);
    }

    /** Hours of a week against the usual ones at the start; 0 when nobody came. */
    public double ratio(Residence residence, int week) {
        double[] ratio = ratios.get(residence.code());
        if (ratio == null) {
            throw new IllegalArgumentException("no presence drawn for " + residence.code());
        }
        return ratio[week];
    }
}
