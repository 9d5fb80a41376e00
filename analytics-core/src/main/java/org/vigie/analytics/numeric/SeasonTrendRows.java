package org.vigie.analytics.numeric;

import java.util.Arrays;

/**
 * Past counts of one series for {@link SeasonTrendRegression}, level of the season after level. Made once and filled
 * again for each fit, because a detector makes thousands of fits of the same shape.
 */
public final class SeasonTrendRows {

    int[] levelEnds = new int[0];
    double[] counts = new double[0];
    double[] times = new double[0];
    double[] populations = new double[0];
    double[] weights = new double[0];
    int longestAgo;
    boolean populationsDiffer;
    private int levels;
    private int rows;

    /** Empties the table. */
    public void reset(int newLevels, int mostRows) {
        levels = 0;
        rows = 0;
        longestAgo = 0;
        populationsDiffer = false;
        if (levelEnds.length < newLevels) {
            levelEnds = new int[newLevels];
        }
        if (counts.length < mostRows) {
            counts = new double[mostRows];
            times = new double[mostRows];
            populations = new double[mostRows];
            weights = new double[mostRows];
        }
    }

    /** Adds a count, its exposure, and how many periods before the one judged it was. */
    public void add(double count, int periodsAgo, double population) {
        counts[rows] = count;
        times[rows] = -periodsAgo;
        populations[rows] = population;
        populationsDiffer |= population != 1;
        longestAgo = Math.max(longestAgo, periodsAgo);
        rows++;
    }

    /** Ends a level: what is added next belongs to the following one. A level may be empty. */
    public void endLevel() {
        levelEnds[levels++] = rows;
    }

    /** Gives every row the weight 1. */
    public void weighEqually() {
        Arrays.fill(weights, 0, rows, 1);
    }

    /** Sets the weight of a row, above 0. */
    public void weight(int row, double weight) {
        weights[row] = weight;
    }

    /** Multiplies the weight of every row. */
    public void scaleWeights(double factor) {
        for (int row = 0; row < rows; row++) {
            weights[row] *= factor;
        }
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of levels, empty ones included. */
    public int levels() {
        return levels;
    }

    /** Count of a row. */
    public double count(int row) {
        return counts[row];
    }

    /** Highest count of all rows; 0 without rows. */
    public double highestCount() {
        double highest = 0;
        for (int row = 0; row < rows; row++) {
            highest = Math.max(highest, counts[row]);
        }
        return highest;
    }

    /** First row after a level's. */
    public int levelEnd(int level) {
        return levelEnds[level];
    }

    int levelStart(int level) {
        return level == 0 ? 0 : levelEnds[level - 1];
    }
}
