package org.vigie.analytics.spacetime;

import java.util.Arrays;

/** Weights between places, sparse: for each place the places it is weighed with. */
public final class SpatialWeights {

    private final int[][] places;
    private final double[][] weights;

    /**
     * Keeps copies of the weights.
     *
     * @param places indices of the places that each place is weighed with, shape [places][any]; a place may be among its
     *     own (Gi*) or not (Gi, Moran)
     * @param weights of the same shape
     */
    public SpatialWeights(int[][] places, double[][] weights) {
        this.places = new int[places.length][];
        this.weights = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            if (places[i].length != weights[i].length) {
                throw new IllegalArgumentException("one weight for each neighbour of place " + i + ": "
                        + weights[i].length + " and " + places[i].length);
            }
            this.places[i] = places[i].clone();
            this.weights[i] = weights[i].clone();
        }
    }

    /** Weight 1 for each of these neighbours, shape [places][any]. */
    public static SpatialWeights binary(int[][] neighbours) {
        double[][] ones = new double[neighbours.length][];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = new double[neighbours[i].length];
            Arrays.fill(ones[i], 1);
        }
        return new SpatialWeights(neighbours, ones);
    }

    /** The same neighbours, the weights of each place divided by their sum. */
    public SpatialWeights rowStandardised() {
        double[][] shares = new double[weights.length][];
        for (int i = 0; i < shares.length; i++) {
            double sum = sum(i);
            shares[i] = Arrays.stream(weights[i]).map(w -> w / sum).toArray();
        }
        return new SpatialWeights(places, shares);
    }

    int size() {
        return places.length;
    }

    int[] neighbours(int place) {
        return places[place];
    }

    double[] weights(int place) {
        return weights[place];
    }

    double sum(int place) {
        double sum = 0;
        for (double weight : weights[place]) {
            sum += weight;
        }
        return sum;
    }

    double sumOfSquares(int place) {
        double sum = 0;
        for (double weight : weights[place]) {
            sum += weight * weight;
        }
        return sum;
    }

    /** sum_j w_ij x_j. */
    double lag(int place, double[] values) {
        double sum = 0;
        for (int k = 0; k < places[place].length; k++) {
            sum += weights[place][k] * values[places[place][k]];
        }
        return sum;
    }

    /** w_ij, 0 where j is not a neighbour of i. */
    double between(int place, int other) {
        double sum = 0;
        for (int k = 0; k < places[place].length; k++) {
            sum += places[place][k] == other ? weights[place][k] : 0;
        }
        return sum;
    }
}
