package org.vigie.analytics.forecast;

/**
 * What one Newton step of a {@link CountModel} needs of the rows, taken at the model's present coefficients: sums that may
 * be taken in pieces, whose merging in the same order gives the same bits.
 *
 * <pre>
 *   score_j = sum x_j (y - m) / (1 + m / k)         information_jl = sum x_j x_l m / (1 + m / k)
 *   squares = sum m^2                               excess = sum (y - m)^2 - m
 * </pre>
 */
public final class CountSums {

    private static final int SCALARS = 2;

    private final CountModel model;
    private final int terms;
    private final double[] sums;

    /** No row yet. */
    public CountSums(CountModel model) {
        this.model = model;
        this.terms = model.terms();
        this.sums = new double[terms + terms * (terms + 1) / 2 + SCALARS];
    }

    /** Adds a row: its terms, shape [terms], and its count. */
    public void add(double[] row, double count) {
        double mean = model.mean(row);
        double spread = 1 + mean / model.size();
        double residual = (count - mean) / spread;
        double weight = mean / spread;
        int next = terms;
        for (int j = 0; j < terms; j++) {
            sums[j] += row[j] * residual;
            double weighted = row[j] * weight;
            for (int l = 0; l <= j; l++) {
                sums[next++] += weighted * row[l];
            }
        }
        sums[next] += mean * mean;
        sums[next + 1] += (count - mean) * (count - mean) - mean;
    }

    /** Sums as one array, in the order of the equations. */
    public double[] toArray() {
        return sums.clone();
    }

    /** Sums of the same model taken elsewhere, as {@link #toArray} gave them. */
    public static CountSums of(CountModel model, double[] array) {
        CountSums sums = new CountSums(model);
        if (array.length != sums.sums.length) {
            throw new IllegalArgumentException(
                    "sums of " + model.terms() + " terms have " + sums.sums.length + " numbers: " + array.length);
        }
        System.arraycopy(array, 0, sums.sums, 0, array.length);
        return sums;
    }

    double score(int term) {
        return sums[term];
    }

    double information(int row, int column) {
        int high = Math.max(row, column);
        return sums[terms + high * (high + 1) / 2 + Math.min(row, column)];
    }

    double squares() {
        return sums[sums.length - 2];
    }

    double excess() {
        return sums[sums.length - 1];
    }
}
