package org.vigie.sample.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.places.Area;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.Residence;

/**
 * The {@link Noise} that a simulated landlord has, drawn beforehand; without any, every factor is 1 and nothing is added.
 *
 * <pre>
 *   shock[t]  = exp(x[t]),  x[t] = r x[t-1] + s sqrt(1 - r²) e[t]      agencies r .9, s .25; neighbourhoods r .9, s .3
 *   burst     = (a - 1) / a / gamma(a)                                 mean 1, tail index a = 1.8: no variance
 *   added     = straight lines between levels of 0 to .3 facts a week, drawn every 40 weeks for each agency
 * </pre>
 * The forms and sizes are ours (no source): large beside what real portfolios are said to show.
 */
public final class Disturbances {

    private static final double PERSISTENCE = 0.9;
    private static final double AGENCY_SHOCK = 0.25;
    private static final double AREA_SHOCK = 0.3;
    private static final double TAIL = 1.8;
    private static final double MOST_ADDED = 0.3;
    private static final int WEEKS_BETWEEN_LEVELS = 40;
    private static final double STRONGEST_SWING = 0.5;
    private static final double MISFILED = 0.15;

    private final Set<Noise> kinds;
    private final Period period;
    private final long seed;
    private final Map<String, double[]> factors = new HashMap<>();
    private final Map<String, double[]> added = new HashMap<>();
    private final Map<String, Season> seasons = new HashMap<>();

    private Disturbances(Set<Noise> kinds, Period period, long seed) {
        this.kinds = Set.copyOf(kinds);
        this.period = period;
        this.seed = seed;
    }

    /** Draws them. */
    public static Disturbances draw(Set<Noise> kinds, Estate estate, Period period, long seed) {
        Disturbances drawn = new Disturbances(kinds, period, seed);
        if (kinds.contains(Noise.DRIFT)) {
            estate.areas().forEach(area -> drawn.added.computeIfAbsent(area.agency(), agency -> drawn.addedBy(agency)));
        }
        estate.residences().forEach(drawn::drawResidence);
        return drawn;
    }

    private void drawResidence(Residence residence) {
        String code = residence.code();
        double[] factor = new double[period.weeks()];
        Arrays.fill(factor, 1);
        if (kinds.contains(Noise.SHOCKS)) {
            multiply(
                    factor,
                    shocks(AGENCY_SHOCK, "agency shock", residence.area().agency()));
            multiply(factor, shocks(AREA_SHOCK, "area shock", residence.area().code()));
        }
        if (kinds.contains(Noise.BURSTS)) {
            multiply(factor, bursts(Dice.of(seed, "bursts", code)));
        }
        factors.put(code, factor);
        if (kinds.contains(Noise.SEASONS)) {
            Dice dice = Dice.of(seed, "season", code);
            seasons.put(code, Season.any(dice.between(0, STRONGEST_SWING), dice.uniform()));
        }
    }

    private double[] shocks(double deviation, String... purpose) {
        Dice dice = Dice.of(seed, purpose);
        double[] shocks = new double[period.weeks()];
        double log = deviation * dice.normal();
        for (int week = 0; week < shocks.length; week++) {
            shocks[week] = StrictMath.exp(log);
            log = PERSISTENCE * log + deviation * StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE) * dice.normal();
        }
        return shocks;
    }

    private double[] bursts(Dice dice) {
        double[] bursts = new double[period.weeks()];
        for (int week = 0; week < bursts.length; week++) {
            bursts[week] = (TAIL - 1) / TAIL / dice.gamma(TAIL);
        }
        return bursts;
    }

    private double[] addedBy(String agency) {
        Dice dice = Dice.of(seed, "added", agency);
        double[] level = new double[period.weeks()];
        double from = dice.between(0, MOST_ADDED);
        double to = from;
        for (int week = 0; week < level.length; week++) {
            int since = week % WEEKS_BETWEEN_LEVELS;
            if (since == 0) {
                from = to;
                to = dice.between(0, MOST_ADDED);
            }
            level[week] = from + (to - from) * since / WEEKS_BETWEEN_LEVELS;
        }
        return level;
    }

    private static void multiply(double[] factor, double[] other) {
        for (int week = 0; week < factor.length; week++) {
            factor[week] *= other[week];
        }
    }

    /** Factor of all that happens at a residence in a week. */
    public double factor(Residence residence, int week) {
        double[] factor = factors.get(residence.code());
        return factor == null ? 1 : factor[week];
    }

    /** Facts a week that its agency's clerks write down at a residence beside the others, whatever its size. */
    public double added(Residence residence, int week) {
        double[] level = added.get(residence.area().agency());
        return level == null ? 0 : level[week];
    }

    /** The season of a residence. */
    public Season season(Residence residence) {
        return seasons.getOrDefault(residence.code(), Season.COMMON);
    }

    /** The residences as the files know them: some under another agency's sector, with their own neighbourhood. */
    public Estate asFiled(Estate estate) {
        if (!kinds.contains(Noise.LABELS)) {
            return estate;
        }
        List<Residence> filed = new ArrayList<>();
        for (Residence residence : estate.residences()) {
            Dice dice = Dice.of(seed, "label", residence.code());
            boolean wrong = dice.chance(MISFILED);
            filed.add(wrong ? residence.filedIn(elsewhere(residence, estate.areas(), dice)) : residence);
        }
        return new Estate(estate.areas(), filed, estate.demolished());
    }

    private static Area elsewhere(Residence residence, List<Area> areas, Dice dice) {
        Area own = residence.area();
        List<Area> others = areas.stream()
                .filter(area -> !area.agency().equals(own.agency()))
                .toList();
        return own.lookedAfterAs(dice.pick(others));
    }
}
