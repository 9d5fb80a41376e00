package org.vigie.sample;

import org.vigie.analytics.calendar.IsoWeek;

/**
 * What to simulate.
 *
 * @param sites residences, {@value #FEWEST_SITES} to {@value #MOST_SITES}; merges and splits change the number a little
 * @param weeks length, {@value #FEWEST_WEEKS} to {@value #MOST_WEEKS}
 * @param seed any number; the same one gives the same bytes
 * @param lastWeek last week of the exports, which end on its Sunday
 */
public record SampleSettings(int sites, int weeks, long seed, IsoWeek lastWeek) {

    private static final int FEWEST_SITES = 40;
    private static final int MOST_SITES = 5000;
    private static final int FEWEST_WEEKS = 53;
    private static final int MOST_WEEKS = 1043;

    /** The committed sample: 150 residences and four years, delivered on Monday 26 October 2026. */
    public static final SampleSettings DEFAULT = new SampleSettings(150, 209, 2026, IsoWeek.of(2026, 43));

    /** Checks the ranges given above. */
    public SampleSettings {
        require(sites >= FEWEST_SITES && sites <= MOST_SITES, "sites", FEWEST_SITES, MOST_SITES, sites);
        require(weeks >= FEWEST_WEEKS && weeks <= MOST_WEEKS, "weeks", FEWEST_WEEKS, MOST_WEEKS, weeks);
    }

    private static void require(boolean holds, String name, int least, int most, int value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
