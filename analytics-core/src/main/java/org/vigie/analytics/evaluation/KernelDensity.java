package org.vigie.analytics.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The naive map of hot places: past facts smoothed over space, each spread by a Gaussian kernel.
 *
 * <pre>
 *   f_i = sum_j c_j exp(-d_ij^2 / (2 h^2))        h bandwidth in metres, cut at 3 h
 * </pre>
 *
 * <p>Sites are put into squares of 3 h, so that only neighbouring squares are looked at. Source: Chainey, Tompson and
 * Uhlig (2008), Security Journal 21(1-2), 4-28, section on kernel density estimation.
 */
public final class KernelDensity {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final double CUT = 3;

    private final double[] x;
    private final double[] y;
    private final double bandwidth;
    private final Map<Long, int[]> squares = new HashMap<>();

    /**
     * Kernels around these sites.
     *
     * @param longitude degrees, shape [sites]; NaN for a site without a place, which keeps its facts to itself
     * @param latitude degrees, shape [sites]
     * @param bandwidthMetres h, above 0
     */
    public KernelDensity(double[] longitude, double[] latitude, double bandwidthMetres) {
        this.x = new double[longitude.length];
        this.y = new double[longitude.length];
        this.bandwidth = bandwidthMetres;
        for (int i = 0; i < longitude.length; i++) {
            x[i] = longitude[i] * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude[i]));
            y[i] = latitude[i] * METRES_PER_DEGREE;
            if (!Double.isNaN(x[i] + y[i])) {
                squares.merge(square(i, 0, 0), new int[] {i}, KernelDensity::joined);
            }
        }
    }

    /** Smoothed facts at each site, shape [sites], from facts per site of the same shape. */
    public double[] of(double[] facts) {
        double[] density = new double[facts.length];
        for (int i = 0; i < facts.length; i++) {
            if (Double.isNaN(x[i] + y[i])) {
                density[i] = facts[i];
                continue;
            }
            for (int column = -1; column <= 1; column++) {
                for (int line = -1; line <= 1; line++) {
                    density[i] += from(squares.getOrDefault(square(i, column, line), new int[0]), i, facts);
                }
            }
        }
        return density;
    }

    private double from(int[] others, int i, double[] facts) {
        double sum = 0;
        for (int j : others) {
            double squared = (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]);
            if (squared <= CUT * CUT * bandwidth * bandwidth) {
                sum += facts[j] * Math.exp(-squared / (2 * bandwidth * bandwidth));
            }
        }
        return sum;
    }

    private long square(int i, int column, int line) {
        long across = (long) Math.floor(x[i] / (CUT * bandwidth)) + column;
        long up = (long) Math.floor(y[i] / (CUT * bandwidth)) + line;
        return (across << 32) ^ (up & 0xFFFFFFFFL);
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
