package org.vigie.analytics.numeric;

import java.util.Arrays;

/**
 * Quasi-Poisson regression with a level for each part of the season and at most one trend: what {@link
 * LogLinearRegression} does, without matrices, because levels do not overlap.
 *
 * <pre>
 *   log mu = a[level] + b time + log population        var(y) = phi mu / omega
 *   with w = omega mu, r = omega (y - mu), and sums over the rows of a level:
 *     db = sum_levels (sum r time - sum r * m) / S,    m = sum w time / sum w
 *     da = sum r / sum w - m db,                       S = sum_levels (sum w time^2 - m sum w time)
 *   variance of a + b t = 1 / sum w + (t - m)^2 / S
 * </pre>
 * <p>These are the same least-squares steps, from the same start y + 0.1 and with the same rule for stopping, so that
 * figures agree with R's {@code glm.fit} also where it stops early; a test compares the two classes. Time 0 is the
 * period to be predicted.
 *
 * <p>One object serves many fits, one after the other; it is not for several threads.
 */
public final class SeasonTrendRegression {

    private static final double EPSILON = 1e-8;
    private static final int MAX_STEPS = 25;
    /** Smallest mean, so that a runaway level never gives a variance of zero. */
    static final double SMALLEST_MEAN = Math.ulp(1.0);
    /** Up to this exponent the growth from week to week may be multiplied up. */
    private static final double LARGEST_GROWTH = 100;

    private static final int STRIDE = 4;
    /** Square of the pivot tolerance of {@link HouseholderDecomposition}. */
    private static final double NO_SPREAD = 1e-22;

    private final SeasonTrendSums sums = new SeasonTrendSums();
    private final SeasonTrendRuns runs = new SeasonTrendRuns();
    private double[] levels = new double[0];
    private double[] levelsBefore = new double[0];
    private double[] growth = new double[0];
    private double[] growthBefore = new double[0];
    private double[] means = new double[0];
    private double[] meansBefore = new double[0];
    private double slope;
    private double slopeBefore;
    private double dispersion;
    private int steps;
    private boolean trend;
    private SeasonTrendRows rows = new SeasonTrendRows();

    /** Fits levels and, if asked for, a trend; false when it did not converge. */
    public boolean fit(SeasonTrendRows newRows, boolean withTrend) {
        rows = newRows;
        trend = withTrend;
        prepare();
        sums.start(rows, trend);
        runs.find(rows);
        boolean converged = iterate();
        describeRows();
        return converged;
    }

    private boolean iterate() {
        double before = sums.startDeviance();
        while (steps < MAX_STEPS && move()) {
            steps++;
            double deviance = predict();
            for (int halvings = 0; !Double.isFinite(deviance) && steps > 1 && halvings < MAX_STEPS; halvings++) {
                deviance = halve();
            }
            if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < EPSILON) {
                return true;
            }
            before = deviance;
        }
        return false;
    }

    /** Change of the logarithm of the mean per period; 0 without trend. */
    public double slope() {
        return slope;
    }

    /** Logarithm of the mean at time 0, per unit of population. */
    public double predictor(int level) {
        return levels[level];
    }

    /** Variance of {@link #predictor}, in units of the dispersion. */
    public double unscaledVariance(int level) {
        return sums.unscaledVariance(level, 0);
    }

    /** Variance of {@link #slope}, in units of the dispersion. */
    public double unscaledSlopeVariance() {
        return 1 / sums.spread();
    }

    /** Rows less estimated terms. */
    public int residualDegrees() {
        return rows.rows() - sums.filledLevels() - (trend ? 1 : 0);
    }

    /** Mean of a row. */
    public double mean(int row) {
        return means[row];
    }

    /** Share of a row in its own prediction, from 0 to 1. */
    public double leverage(int level, int row) {
        return rows.weights[row] * meansBefore[row] * sums.unscaledVariance(level, rows.times[row]);
    }

    /** Pearson's dispersion: weighted squares of (y - mu) over mu, per residual degree of freedom. */
    public double dispersion() {
        return dispersion;
    }

    /** Squares of (y - mu) / mu with the prior weights alone, per residual degree of freedom. */
    public double priorWeightDispersion() {
        double sum = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double residual = (rows.counts[i] - means[i]) / means[i];
            sum += rows.weights[i] * residual * residual;
        }
        return sum / residualDegrees();
    }

    private void prepare() {
        if (levels.length < rows.levels()) {
            levels = new double[rows.levels()];
            levelsBefore = new double[rows.levels()];
        }
        if (means.length < rows.rows()) {
            means = new double[rows.rows()];
            meansBefore = new double[rows.rows()];
        }
        if (growth.length <= rows.longestAgo) {
            growth = new double[rows.longestAgo + 1];
            growthBefore = new double[rows.longestAgo + 1];
        }
        Arrays.fill(levels, 0);
        slope = 0;
        steps = 0;
    }

    /** One least-squares step; false where none is possible, and then nothing has changed. */
    private boolean move() {
        sums.settle();
        double slopeStep = sums.slopeStep();
        boolean possible = !trend || (sums.spread() > NO_SPREAD * sums.timeSquares() && Double.isFinite(slopeStep));
        for (int level = 0; level < rows.levels(); level++) {
            possible &= Double.isFinite(sums.levelStep(level, slopeStep));
        }
        if (!possible) {
            return false;
        }
        System.arraycopy(levels, 0, levelsBefore, 0, rows.levels());
        slopeBefore = slope;
        double[] kept = growthBefore;
        growthBefore = growth;
        growth = kept;
        slope += slopeStep;
        for (int level = 0; level < rows.levels(); level++) {
            levels[level] += sums.levelStep(level, slopeStep);
        }
        return true;
    }

    private double halve() {
        slope = (slope + slopeBefore) / 2;
        for (int level = 0; level < rows.levels(); level++) {
            levels[level] = (levels[level] + levelsBefore[level]) / 2;
        }
        return predict();
    }

    /** Sums at the present coefficients; their deviance. */
    private double predict() {
        if (trend) {
            fillGrowth();
            runs.growBy(growth);
        }
        for (int level = 0; level < rows.levels(); level++) {
            if (trend) {
                runs.sum(level, Math.exp(levels[level]), growth);
            } else {
                runs.sum(level, Math.exp(levels[level]));
            }
            sums.add(level, runs);
        }
        return sums.deviance(levels, slope);
    }

    /** Means of the rows after the last step and before it, and what they say of the dispersion. */
    private void describeRows() {
        double sum = 0;
        for (int level = 0; level < rows.levels(); level++) {
            double start = Math.exp(levels[level]);
            double startBefore = Math.exp(levelsBefore[level]);
            for (int i = rows.levelStart(level); i < rows.levelEnds[level]; i++) {
                means[i] = mean(i, start, growth);
                meansBefore[i] = steps > 1 ? mean(i, startBefore, growthBefore) : rows.counts[i] + 0.1;
                double residual = (rows.counts[i] - means[i]) / means[i];
                sum += rows.weights[i] * meansBefore[i] * residual * residual;
            }
        }
        dispersion = sum / residualDegrees();
    }

    private double mean(int row, double start, double[] grown) {
        double mean = start * rows.populations[row];
        return Math.max(trend ? mean * grown[(int) -rows.times[row]] : mean, SMALLEST_MEAN);
    }

    /** exp(-slope k) for k periods ago. */
    private void fillGrowth() {
        int last = rows.longestAgo;
        boolean gentle = Math.abs(slope) * last < LARGEST_GROWTH;
        for (int ago = 0; ago <= last && (ago < STRIDE || !gentle); ago++) {
            growth[ago] = Math.exp(-slope * ago);
        }
        // four products side by side do not wait for each other
        double stride = Math.exp(-slope * STRIDE);
        for (int ago = STRIDE; ago <= last && gentle; ago++) {
            growth[ago] = growth[ago - STRIDE] * stride;
        }
    }
}
