package org.vigie.analytics.numeric;

/**
 * Rows of {@link SeasonTrendRows} taken together where they follow each other in time with the same weight and
 * population: their means are a geometric series, and a step of {@link SeasonTrendRegression} needs three sums of it.
 *
 * <pre>
 *   run of n periods, the newest s periods ago, f = exp(-b):   means = exp(a) p f^s (1, f, ..., f^(n-1))
 *   sum w        = W (S0[n])                    W  = omega p exp(a) f^s
 *   sum w time   = -W (s S0[n] + S1[n])         Sk[n] = sum over j &lt; n of j^k f^j
 *   sum w time^2 = W (s^2 S0[n] + 2 s S1[n] + S2[n])
 * </pre>
 * <p>All terms have one sign, so nothing cancels. Five years of weeks are about fifty runs.
 */
final class SeasonTrendRuns {

    private int[] levelEnds = new int[0];
    private int[] newest = new int[0];
    private int[] lengths = new int[0];
    private double[] weights = new double[0];
    private double[] populations = new double[0];
    private double[] powers0 = new double[0];
    private double[] powers1 = new double[0];
    private double[] powers2 = new double[0];
    private int runs;
    private int longest;
    private double w;
    private double wTime;
    private double wTimeSquared;

    /** Finds the runs of each level. */
    void find(SeasonTrendRows rows) {
        makeRoom(rows);
        runs = 0;
        longest = 0;
        for (int level = 0; level < rows.levels(); level++) {
            int first = rows.levelStart(level);
            for (int row = first; row < rows.levelEnds[level]; row++) {
                if (row > first && continues(rows, row)) {
                    lengths[runs - 1]++;
                    newest[runs - 1]--;
                } else {
                    open(rows, row);
                }
                longest = Math.max(longest, lengths[runs - 1]);
            }
            levelEnds[level] = runs;
        }
    }

    private static boolean continues(SeasonTrendRows rows, int row) {
        return rows.times[row] == rows.times[row - 1] + 1
                && rows.weights[row] == rows.weights[row - 1]
                && rows.populations[row] == rows.populations[row - 1];
    }

    private void open(SeasonTrendRows rows, int row) {
        newest[runs] = (int) -rows.times[row];
        lengths[runs] = 1;
        weights[runs] = rows.weights[row];
        populations[runs] = rows.populations[row];
        runs++;
    }

    /**
     * Sums of powers for runs of every length.
     *
     * @param growth f^k for k periods ago
     */
    void growBy(double[] growth) {
        if (powers0.length <= longest) {
            powers0 = new double[longest + 1];
            powers1 = new double[longest + 1];
            powers2 = new double[longest + 1];
        }
        for (int j = 0; j < longest; j++) {
            powers0[j + 1] = powers0[j] + growth[j];
            powers1[j + 1] = powers1[j] + j * growth[j];
            powers2[j + 1] = powers2[j] + (double) j * j * growth[j];
        }
    }

    /** Sums over a level whose mean at time 0 is {@code start} per unit of population, with a trend. */
    void sum(int level, double start, double[] growth) {
        w = 0;
        wTime = 0;
        wTimeSquared = 0;
        for (int run = level == 0 ? 0 : levelEnds[level - 1]; run < levelEnds[level]; run++) {
            int ago = newest[run];
            int length = lengths[run];
            double mean = start * populations[run] * growth[ago];
            double farthest = start * populations[run] * growth[ago + length - 1];
            if (Math.min(mean, farthest) < SeasonTrendRegression.SMALLEST_MEAN) {
                sumOneByOne(run, start, growth);
            } else {
                double weight = weights[run] * mean;
                w += weight * powers0[length];
                wTime -= weight * (ago * powers0[length] + powers1[length]);
                wTimeSquared +=
                        weight * ((double) ago * ago * powers0[length] + 2.0 * ago * powers1[length] + powers2[length]);
            }
        }
    }

    /** The same without a trend: only {@link #w} differs from 0. */
    void sum(int level, double start) {
        w = 0;
        wTime = 0;
        wTimeSquared = 0;
        for (int run = level == 0 ? 0 : levelEnds[level - 1]; run < levelEnds[level]; run++) {
            double mean = Math.max(start * populations[run], SeasonTrendRegression.SMALLEST_MEAN);
            w += weights[run] * mean * lengths[run];
        }
    }

    /** Where means have run away towards 0, none falls below the smallest one. */
    private void sumOneByOne(int run, double start, double[] growth) {
        for (int ago = newest[run]; ago < newest[run] + lengths[run]; ago++) {
            double mean = Math.max(start * populations[run] * growth[ago], SeasonTrendRegression.SMALLEST_MEAN);
            double weight = weights[run] * mean;
            w += weight;
            wTime -= weight * ago;
            wTimeSquared += weight * ago * ago;
        }
    }

    double w() {
        return w;
    }

    double wTime() {
        return wTime;
    }

    double wTimeSquared() {
        return wTimeSquared;
    }

    private void makeRoom(SeasonTrendRows rows) {
        if (levelEnds.length < rows.levels()) {
            levelEnds = new int[rows.levels()];
        }
        if (newest.length < rows.rows()) {
            newest = new int[rows.rows()];
            lengths = new int[rows.rows()];
            weights = new double[rows.rows()];
            populations = new double[rows.rows()];
        }
    }
}
