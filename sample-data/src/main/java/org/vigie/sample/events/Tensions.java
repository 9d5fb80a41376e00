package org.vigie.sample.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.Residence;

/**
 * All planted tensions, of 4 to 12 weeks, factor 1.5 to 4.
 *
 * <p>A residence is drawn as often as it has dwellings. Tensions at the same place are at least {@value #PAUSE} weeks
 * apart. The first {@value #STILL_ACTIVE} are placed so that they are still active in the last week. Where and while an
 * agency's reports are missing nothing is planted: no reader of the files could see it.
 *
 * @param all in the order of their first weeks
 */
public record Tensions(List<Tension> all) {

    private static final int STILL_ACTIVE = 3;
    private static final int PAUSE = 12;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 12;
    private static final List<String> FAMILIES = List.of("OCC", "PRO", "NEI", "ENV", "MIS", "VEH");
    private static final double[] FAMILY_WEIGHTS = {34, 20, 16, 12, 10, 8};

    /** Copies the list. */
    public Tensions {
        all = List.copyOf(all);
    }

    /**
     * Draws them.
     *
     * @param aYear how many start in a year, on average
     */
    public static Tensions draw(Estate estate, Period period, long seed, double aYear) {
        Dice dice = Dice.of(seed, "tensions");
        long count = StrictMath.round(aYear * period.years());
        List<Tension> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            Tension tension = one(dice, estate, period, drawn.size() < STILL_ACTIVE);
            if (fits(tension, period, drawn)) {
                drawn.add(tension);
            }
        }
        drawn.sort(Comparator.comparingInt(Tension::firstWeek)
                .thenComparing(tension -> tension.residence().code()));
        return new Tensions(drawn);
    }

    private static Tension one(Dice dice, Estate estate, Period period, boolean stillActive) {
        int weeks = dice.whole(SHORTEST, LONGEST);
        int latest = period.weeks() - 1;
        int first =
                stillActive ? latest - dice.whole(SHORTEST - 1, weeks - 1) : dice.whole(SHORTEST, latest - SHORTEST);
        double[] weights =
                estate.residences().stream().mapToDouble(Residence::dwellings).toArray();
        Residence residence = estate.residences().get(dice.weighted(weights));
        String family = FAMILIES.get(dice.weighted(FAMILY_WEIGHTS));
        double factor = StrictMath.round(dice.between(1.5, 4) * 100) / 100.0;
        return new Tension(residence, family, first, weeks, factor, dice.chance(0.5));
    }

    private static boolean fits(Tension tension, Period period, List<Tension> others) {
        Residence residence = tension.residence();
        boolean lives = residence.livesOn(period.monday(tension.firstWeek()))
                && residence.livesOn(period.monday(tension.lastWeek()).plusDays(6));
        boolean silent = residence.area().agency().equals(AgencyHabits.SILENT_AGENCY)
                && tension.lastWeek() >= new AgencyHabits(period).silentFrom();
        return lives
                && !silent
                && others.stream()
                        .noneMatch(other -> other.residence().code().equals(residence.code())
                                && tension.firstWeek() <= other.lastWeek() + PAUSE
                                && other.firstWeek() <= tension.lastWeek() + PAUSE);
    }

    /** Those of one residence. */
    public List<Tension> of(Residence residence) {
        return all.stream()
                .filter(tension -> tension.residence().code().equals(residence.code()))
                .toList();
    }
}
