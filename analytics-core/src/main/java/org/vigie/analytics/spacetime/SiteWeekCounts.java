package org.vigie.analytics.spacetime;

import java.util.Arrays;

/**
 * Facts of every site in every week, with what is needed to expect them: dwellings and the neighbourhood that each site
 * shares its shocks with.
 */
public final class SiteWeekCounts {

    private final int sites;
    private final int weeks;
    private final int[] counts;
    private final double[] dwellings;
    private final int[] neighbourhoods;

    /**
     * Copies the arrays.
     *
     * @param counts facts, oldest week first, shape [sites][weeks]
     * @param dwellings exposure of each site, above 0, shape [sites]
     * @param neighbourhoods number of each site's neighbourhood from 0, shape [sites]
     */
    public SiteWeekCounts(int[][] counts, double[] dwellings, int[] neighbourhoods) {
        sites = counts.length;
        if (sites == 0 || dwellings.length != sites || neighbourhoods.length != sites) {
            throw new IllegalArgumentException("needs counts, dwellings and neighbourhood of each site: " + sites + ", "
                    + dwellings.length + ", " + neighbourhoods.length);
        }
        weeks = counts[0].length;
        this.counts = new int[sites * weeks];
        for (int site = 0; site < sites; site++) {
            require(counts[site].length == weeks, "as many weeks for every site", counts[site].length);
            require(dwellings[site] > 0, "dwellings > 0", dwellings[site]);
            require(neighbourhoods[site] >= 0, "neighbourhoods from 0", neighbourhoods[site]);
            System.arraycopy(counts[site], 0, this.counts, site * weeks, weeks);
        }
        this.dwellings = dwellings.clone();
        this.neighbourhoods = neighbourhoods.clone();
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException("needs " + rule + ", not " + value);
        }
    }

    /** Number of sites. */
    public int sites() {
        return sites;
    }

    /** Number of weeks. */
    public int weeks() {
        return weeks;
    }

    /** Facts of a site in a week. */
    public int count(int site, int week) {
        return counts[site * weeks + week];
    }

    /** Exposure of a site. */
    public double dwellings(int site) {
        return dwellings[site];
    }

    /** Neighbourhood of a site. */
    public int neighbourhood(int site) {
        return neighbourhoods[site];
    }

    /** Neighbourhood of each site, shape [sites]. */
    public int[] neighbourhoods() {
        return neighbourhoods.clone();
    }

    /** One more than the highest neighbourhood. */
    public int neighbourhoodCount() {
        return Arrays.stream(neighbourhoods).max().orElse(-1) + 1;
    }

    /** Facts of the weeks that end with {@code last}, newest first, shape [sites * weeks]. */
    int[] newest(int last, int length) {
        int[] newest = new int[sites * length];
        for (int site = 0; site < sites; site++) {
            for (int back = 0; back < length; back++) {
                newest[site * length + back] = counts[site * weeks + last - back];
            }
        }
        return newest;
    }
}
