package org.vigie.analytics.baseline;

/** Sums and products of equal shape. */
final class PooledSums {

    private PooledSums() {}

    static void addInto(double[] sums, double[] others) {
        if (sums.length != others.length) {
            throw new IllegalArgumentException("states of different portfolios cannot be merged");
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
    }

    /** Product of each pair. */
    static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            product[i] = left[i] * right[i];
        }
        return product;
    }

    static double of(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
