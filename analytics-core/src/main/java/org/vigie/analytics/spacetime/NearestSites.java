package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The nearest sites of every site, found on a grid of square cells: rings of cells around a site are searched until no
 * nearer one can follow.
 */
public final class NearestSites {

    private static final double SITES_PER_CELL = 2;

    private final double[] x;
    private final double[] y;
    private final double cell;
    private final int columns;
    private final int rows;
    private final double left;
    private final double bottom;
    /** Sites sorted by cell; those of cell c lie from first[c] to first[c + 1]. */
    private final int[] bySite;

    private final int[] first;
    /** Sites of the rings searched that are not yet known to be the next, nearest on top. */
    private final PriorityQueue<Candidate> pending =
            new PriorityQueue<>(Comparator.comparingDouble(Candidate::square).thenComparingInt(Candidate::site));

    private NearestSites(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        left = Arrays.stream(x).min().orElse(0);
        bottom = Arrays.stream(y).min().orElse(0);
        double width = Arrays.stream(x).max().orElse(0) - left;
        double height = Arrays.stream(y).max().orElse(0) - bottom;
        double longSide = Math.max(width, height);
        double area = Math.max(width, longSide / x.length) * Math.max(height, longSide / x.length);
        cell = longSide > 0 ? Math.sqrt(area * SITES_PER_CELL / x.length) : 1;
        columns = (int) (width / cell) + 1;
        rows = (int) (height / cell) + 1;
        first = new int[columns * rows + 1];
        bySite = new int[x.length];
        sortByCell();
    }

    /**
     * For each site the k nearest sites, itself first, then by distance and, at equal distance, by index.
     *
     * @param x metres, shape [sites]
     * @param y metres, shape [sites]
     * @param k sites wanted, the site itself included; all if there are fewer
     * @return shape [sites][min(k, sites)]
     */
    public static int[][] of(double[] x, double[] y, int k) {
        if (x.length != y.length || x.length == 0 || k < 1) {
            throw new IllegalArgumentException(
                    "needs as many x as y, at least one, and k >= 1: " + x.length + ", " + y.length + ", " + k);
        }
        NearestSites grid = new NearestSites(x, y);
        int[][] nearest = new int[x.length][];
        for (int site = 0; site < x.length; site++) {
            int[] taken = {0};
            nearest[site] = grid.search(site, other -> taken[0]++ < k);
        }
        return nearest;
    }

    /**
     * For each site its nearest sites, in the order of {@link #of}, while together they hold no more people than wanted.
     *
     * @param population shape [sites]
     * @param most people that the sites of a site may hold together
     * @return shape [sites][any]
     */
    static int[][] within(double[] x, double[] y, double[] population, double most) {
        NearestSites grid = new NearestSites(x, y);
        int[][] nearest = new int[x.length][];
        for (int site = 0; site < x.length; site++) {
            double[] held = {0};
            nearest[site] = grid.search(site, other -> (held[0] += population[other]) <= most);
        }
        return nearest;
    }

    /**
     * The same for places in degrees, on a plane around their middle: right to a part in a thousand over a city.
     *
     * @param longitude WGS 84, degrees, shape [sites]
     * @param latitude WGS 84, degrees, shape [sites]
     * @param k sites wanted, the site itself included; all if there are fewer
     * @return shape [sites][min(k, sites)]
     */
    public static int[][] ofDegrees(double[] longitude, double[] latitude, int k) {
        double shrink =
                Math.cos(Math.toRadians(Arrays.stream(latitude).average().orElse(0)));
        return of(Arrays.stream(longitude).map(degrees -> degrees * shrink).toArray(), latitude, k);
    }

    /**
     * The nearest one, two, ... sites of every site, by site and size: zones of a {@link SpaceTimeScan}.
     *
     * @param nearest as {@link #of} gives them
     */
    public static int[][] zones(int[][] nearest) {
        return Arrays.stream(nearest)
                .flatMap(sites -> IntStream.rangeClosed(1, sites.length).mapToObj(size -> Arrays.copyOf(sites, size)))
                .toArray(int[][]::new);
    }

    /**
     * Puts every site into a group of neighbours, for cities whose neighbourhoods are not known: the first site without a
     * group takes with it those of its nearest sites that have none either.
     *
     * @param nearest as {@link #of} gives them
     * @return number of each site's group, from 0, shape [sites]
     */
    public static int[] groups(int[][] nearest) {
        int[] group = new int[nearest.length];
        Arrays.fill(group, -1);
        int groups = 0;
        for (int site = 0; site < nearest.length; site++) {
            if (group[site] < 0) {
                for (int other : nearest[site]) {
                    group[other] = group[other] < 0 ? groups : group[other];
                }
                groups++;
            }
        }
        return group;
    }

    private int column(int site) {
        return (int) ((x[site] - left) / cell);
    }

    private int row(int site) {
        return (int) ((y[site] - bottom) / cell);
    }

    private void sortByCell() {
        for (int site = 0; site < x.length; site++) {
            first[row(site) * columns + column(site) + 1]++;
        }
        for (int c = 0; c < columns * rows; c++) {
            first[c + 1] += first[c];
        }
        int[] next = first.clone();
        for (int site = 0; site < x.length; site++) {
            bySite[next[row(site) * columns + column(site)]++] = site;
        }
    }

    /** Sites by distance, itself first, for as long as they are wanted. */
    private int[] search(int site, IntPredicate wanted) {
        pending.clear();
        int[] nearest = new int[16];
        int found = 0;
        if (!wanted.test(site)) {
            return new int[0];
        }
        nearest[found++] = site;
        int reach = Math.max(columns, rows);
        for (int ring = 0; ring <= reach; ring++) {
            searchRing(site, ring);
            // sites of the rings to come lie at least this far away
            double reached = ring == reach ? Double.POSITIVE_INFINITY : ring * cell * (ring * cell);
            while (!pending.isEmpty() && pending.peek().square() < reached) {
                int next = pending.remove().site();
                if (!wanted.test(next)) {
                    return Arrays.copyOf(nearest, found);
                }
                nearest = found == nearest.length ? Arrays.copyOf(nearest, 2 * found) : nearest;
                nearest[found++] = next;
            }
        }
        return Arrays.copyOf(nearest, found);
    }

    private void searchRing(int site, int ring) {
        int row = row(site);
        int column = column(site);
        for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
            boolean edge = Math.abs(r - row) == ring;
            int step = edge || ring == 0 ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += step) {
                if (c >= 0 && c < columns) {
                    searchCell(site, r * columns + c);
                }
            }
        }
    }

    private void searchCell(int site, int c) {
        for (int position = first[c]; position < first[c + 1]; position++) {
            int other = bySite[position];
            if (other != site) {
                double dx = x[other] - x[site];
                double dy = y[other] - y[site];
                pending.add(new Candidate(dx * dx + dy * dy, other));
            }
        }
    }

    private record Candidate(double square, int site) {}
}
