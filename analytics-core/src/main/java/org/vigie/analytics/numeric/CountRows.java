package org.vigie.analytics.numeric;

import java.util.Arrays;

/**
 * Rows of a regression of counts: terms, count, offset and weight. Made once and filled again for each fit, because a
 * detector fits thousands of regressions of the same shape.
 */
public final class CountRows {

    double[] terms = new double[0];
    double[] counts = new double[0];
    double[] offsets = new double[0];
    double[] weights = new double[0];
    private int rows;
    private int columns;

    /** Empties the table and gives it a new shape: terms, counts and offsets 0, weights 1. */
    public void reset(int newRows, int newColumns) {
        rows = newRows;
        columns = newColumns;
        if (terms.length < rows * columns) {
            terms = new double[rows * columns];
        }
        if (counts.length < rows) {
            counts = new double[rows];
            offsets = new double[rows];
            weights = new double[rows];
        }
        Arrays.fill(terms, 0, rows * columns, 0);
        Arrays.fill(counts, 0, rows, 0);
        Arrays.fill(offsets, 0, rows, 0);
        Arrays.fill(weights, 0, rows, 1);
    }

    /** Number of observations. */
    public int rows() {
        return rows;
    }

    /** Number of terms of the linear predictor. */
    public int columns() {
        return columns;
    }

    /** Sets one term of one observation. */
    public void term(int row, int column, double value) {
        terms[column * rows + row] = value;
    }

    /** Sets the count of an observation and the known part of its linear predictor. */
    public void count(int row, double count, double offset) {
        counts[row] = count;
        offsets[row] = offset;
    }

    /** Count of an observation. */
    public double countOf(int row) {
        return counts[row];
    }

    /** Sets the prior weight of an observation. */
    public void weight(int row, double weight) {
        weights[row] = weight;
    }
}
