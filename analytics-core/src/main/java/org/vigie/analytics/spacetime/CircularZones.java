package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Circles around each site that hold at most a share of the population: the windows of a spatial scan.
 *
 * <p>The sites of a centre are in order of distance, itself first, ties by index; the zone of size k is the first k of
 * them. Source: Kulldorff 1997, Commun. Statist. 26, 1481-1496.
 */
public final class CircularZones {

    private final int[][] nearest;

    private CircularZones(int[][] nearest) {
        this.nearest = nearest;
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
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in 0..1, above 0: " + share);
        }
        double most = share * Arrays.stream(population).sum();
        int[][] nearest = new int[x.length][];
        for (int centre = 0; centre < x.length; centre++) {
            int[] order = byDistance(x, y, centre);
            double held = 0;
            int size = 0;
            while (size < order.length && held + population[order[size]] <= most) {
                held += population[order[size++]];
            }
            nearest[centre] = Arrays.copyOf(order, size);
        }
        return new CircularZones(nearest);
    }

    /** How many centres there are; a centre too populous for the share has no zone. */
    public int centres() {
        return nearest.length;
    }

    /** How many zones a centre has. */
    public int zones(int centre) {
        return nearest[centre].length;
    }

    /** Sites of the zone of this size, nearest first, shape [size]. */
    public int[] sites(int centre, int size) {
        return Arrays.copyOf(nearest[centre], size);
    }

    int site(int centre, int rank) {
        return nearest[centre][rank];
    }

    private static int[] byDistance(double[] x, double[] y, int centre) {
        double[] distances = new double[x.length];
        Arrays.setAll(distances, i -> Math.hypot(x[i] - x[centre], y[i] - y[centre]));
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
