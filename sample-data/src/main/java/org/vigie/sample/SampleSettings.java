package org.vigie.sample;

import java.util.Set;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.sample.events.Noise;

/**
 * What to simulate.
 *
 * @param sites residences, {@value #FEWEST_SITES} to {@value #MOST_SITES}; merges and splits change the number a little
 * @param weeks length, {@value #FEWEST_WEEKS} to {@value #MOST_WEEKS}
 * @param seed any number; the same one gives the same bytes
 * @param lastWeek last week of the exports, which end on its Sunday
 * @param tensionsPer100Sites tensions that start in a year per hundred residences, 0 to {@value #MOST_TENSIONS}
 * @param noise noise beside that of the committed sample
 */
public record SampleSettings(
        int sites, int weeks, long seed, IsoWeek lastWeek, double tensionsPer100Sites, Set<Noise> noise) {

    private static final int FEWEST_SITES = 40;
    private static final int MOST_SITES = 5000;
    private static final int FEWEST_WEEKS = 53;
    private static final int MOST_WEEKS = 1043;
    private static final int MOST_TENSIONS = 50;
    private static final double USUAL_TENSIONS = 6;

    /** The committed sample: 150 residences and four years, delivered on Monday 26 October 2026. */
    public static final SampleSettings DEFAULT = new SampleSettings(150, 209, 2026, IsoWeek.of(2026, 43));

    /** Checks the ranges given above. */
    public SampleSettings {
        require(sites >= FEWEST_SITES && sites <= MOST_SITES, "sites", FEWEST_SITES, MOST_SITES, sites);
        require(weeks >= FEWEST_WEEKS && weeks <= MOST_WEEKS, "weeks", FEWEST_WEEKS, MOST_WEEKS, weeks);
        if (!(tensionsPer100Sites >= 0 && tensionsPer100Sites <= MOST_TENSIONS)) {
            throw new IllegalArgumentException(
                    "tensionsPer100Sites must be 0 to " + MOST_TENSIONS + ", not " + tensionsPer100Sites);
        }
        noise = Set.copyOf(noise);
    }

    /** As many tensions as in the committed sample and no more noise. */
    public SampleSettings(int sites, int weeks, long seed, IsoWeek lastWeek) {
        this(sites, weeks, seed, lastWeek, USUAL_TENSIONS, Set.of());
    }

    /** The same with this noise. */
    public SampleSettings withNoise(Set<Noise> kinds) {
        return new SampleSettings(sites, weeks, seed, lastWeek, tensionsPer100Sites, kinds);
    }

    /** The same with so many tensions a year per hundred residences. */
    public SampleSettings withTensions(double per100Sites) {
        return new SampleSettings(sites, weeks, seed, lastWeek, per100Sites, noise);
    }

    double tensionsAYear() {
        return tensionsPer100Sites * sites / 100;
    }

    private static void require(boolean holds, String name, int least, int most, int value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
