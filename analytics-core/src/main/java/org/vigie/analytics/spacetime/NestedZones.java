package org.vigie.analytics.spacetime;

import java.util.Arrays;

/**
 * Series of zones, each zone of a series one site larger than the one before it: the windows of a spatial scan.
 *
 * <p>The zone of size k is the first k sites of its series.
 */
public abstract sealed class NestedZones permits CircularZones, EllipticZones {

    private final int[][] order;

    /** Takes the sites of each series over, without a copy, shape [series][any]. */
    NestedZones(int[][] order) {
        this.order = order;
    }

    /** How many series there are; one whose first site is too populous has no zone. */
    public int series() {
        return order.length;
    }

    /** How many zones a series has. */
    public int zones(int series) {
        return order[series].length;
    }

    /** Sites of the zone of this size, shape [size]. */
    public int[] sites(int series, int size) {
        return Arrays.copyOf(order[series], size);
    }

    int site(int series, int rank) {
        return order[series][rank];
    }

    /** What the log likelihood ratios of a series are multiplied by. */
    double penalty(int series) {
        return 1;
    }

    /**
     * Sites around each site while they hold at most a share of the population.
     *
     * @return shape [sites][any]
     */
    static int[][] nearest(double[] x, double[] y, double[] population, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in 0..1, above 0: " + share);
        }
        return NearestSites.within(
                x, y, population, share * Arrays.stream(population).sum());
    }
}
