package org.vigie.jobs.detection;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.analytics.spacetime.GetisOrd;
import org.vigie.analytics.spacetime.LocalDeviate;
import org.vigie.analytics.trend.EmergingHotspots;
import org.vigie.analytics.trend.EmergingPattern;

/**
 * What kind of spot each place has been over two years: Gi* of its facts per dwelling in periods of four weeks, with its
 * neighbours and the period before, and the class that their history makes. A label, not an alert.
 */
public final class PlaceTrends {

    /** Sites, the site itself included, that make up the surroundings of a site. */
    static final int NEIGHBOURS = 8;

    /** Weeks of a period. */
    public static final int PERIOD_WEEKS = 4;

    /** Most periods looked at: two years. */
    public static final int MOST_PERIODS = 26;

    private static final int LEAST_PERIODS = 10;
    private static final int LEAST_PLACES = 4;
    private static final double ALPHA = 0.05;

    private final EmergingPattern[] patterns;

    private PlaceTrends(EmergingPattern[] patterns) {
        this.patterns = patterns;
    }

    /**
     * The classes of places; empty when there are too few places or periods.
     *
     * @param facts by place and period, oldest period first, shape [places][periods]
     * @param dwellings of each place, above 0, shape [places]
     * @param neighbours of each place, itself included, shape [places][any]
     */
    public static Optional<PlaceTrends> of(int[][] facts, double[] dwellings, int[][] neighbours) {
        int places = facts.length;
        int periods = places == 0 ? 0 : facts[0].length;
        if (periods < LEAST_PERIODS || places < LEAST_PLACES) {
            return Optional.empty();
        }
        double[] stacked = new double[places * periods];
        for (int place = 0; place < places; place++) {
            for (int period = 0; period < periods; period++) {
                stacked[period * places + place] = facts[place][period] / dwellings[place];
            }
        }
        LocalDeviate[] deviates = GetisOrd.star(stacked, GetisOrd.cube(neighbours, periods, 1));
        EmergingPattern[] patterns = new EmergingPattern[places];
        Arrays.setAll(patterns, place -> pattern(deviates, place, places));
        return Optional.of(new PlaceTrends(patterns));
    }

    /** Sums of the newest weeks by period, oldest period first. */
    static int[] periods(int[] weekly) {
        int[] sums = new int[Math.min(MOST_PERIODS, weekly.length / PERIOD_WEEKS)];
        for (int back = 0; back < sums.length * PERIOD_WEEKS; back++) {
            sums[sums.length - 1 - back / PERIOD_WEEKS] += weekly[weekly.length - 1 - back];
        }
        return sums;
    }

    /** The class of a place. */
    public EmergingPattern pattern(int place) {
        return patterns[place];
    }

    private static EmergingPattern pattern(LocalDeviate[] deviates, int place, int places) {
        double[] z = new double[deviates.length / places];
        double[] p = new double[z.length];
        for (int period = 0; period < z.length; period++) {
            LocalDeviate deviate = deviates[period * places + place];
            z[period] = deviate.deviate();
            p[period] = deviate.pValue();
        }
        return Arrays.stream(z).allMatch(Double::isFinite)
                ? EmergingHotspots.classify(z, p, ALPHA)
                : EmergingPattern.NONE;
    }
}
