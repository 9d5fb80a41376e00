package org.vigie.analytics.spacetime;

/**
 * Circles around each site that hold at most a share of the population.
 *
 * <p>A series for each site: its nearest sites, itself first, then by distance and, at equal distance, by index. Source:
 * Kulldorff 1997, Commun. Statist. 26, 1481-1496.
 */
public final class CircularZones extends NestedZones {

    private CircularZones(int[][] nearest) {
        super(nearest);
    }

    /**
     * Draws the circles.
     *
     * @param x in any unit of length, shape [sites]
     * @param y in the same unit, shape [sites]
     * @param population shape [sites]
     * @param share of the population that a zone may hold at most, such as .5
     */
    public static CircularZones around(double[] x, double[] y, double[] population, double share) {
        return new CircularZones(NestedZones.nearest(x, y, population, share));
    }
}
