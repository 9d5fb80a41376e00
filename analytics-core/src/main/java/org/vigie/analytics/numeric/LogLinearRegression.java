package org.vigie.analytics.numeric;

import java.util.Arrays;

/**
 * Quasi-Poisson regression with logarithmic link, by iteratively reweighted least squares (McCullagh and Nelder 1989,
 * Generalized Linear Models, section 2.5).
 *
 * <pre>
 *   log mu = X b + offset        var(y) = phi mu / omega
 *   each step: b minimises sum omega mu (z - X b)^2,   z = log mu - offset + (y - mu) / mu
 * </pre>
 * <p>It starts from mu = y + 0.1 and stops when the deviance changes by less than 1e-8 of itself, or after 25 steps, as
 * R's {@code glm.fit} does: where counts are all zero the coefficients run away and depend on the number of steps.
 *
 * <p>The working weights and the decomposition belong to the last step, hence to the means before it; dispersion,
 * leverage and standard errors are built on them, again as in R.
 *
 * <p>One object serves many fits, one after the other; it is not for several threads.
 */
public final class LogLinearRegression {

    private static final Stopping USUAL = new Stopping(1e-8, 25);
    /** Smallest mean, so that a runaway predictor never gives a variance of zero. */
    private static final double SMALLEST_MEAN = Math.ulp(1.0);

    private double[] scaled = new double[0];
    private double[] predictor = new double[0];
    private double[] means = new double[0];
    private double[] workingWeights = new double[0];
    private double[] response = new double[0];
    private double[] coefficients = new double[0];
    private double[] earlier = new double[0];
    private double[] work = new double[0];
    private final HouseholderDecomposition decomposition = new HouseholderDecomposition();
    private CountRows rows = new CountRows();
    private int rank;
    private int steps;
    private int weighted;
    private double deviance;
    private double size = Double.POSITIVE_INFINITY;

    /**
     * When a fit ends.
     *
     * @param epsilon relative change of the deviance
     * @param maxSteps steps without it
     */
    record Stopping(double epsilon, int maxSteps) {}

    /** Fits the regression; false when it did not converge. The rows must not change while the fit is read. */
    public boolean fit(CountRows newRows) {
        return fit(newRows, USUAL);
    }

    /** The same with another rule for stopping. */
    boolean fit(CountRows newRows, Stopping stopping) {
        rows = newRows;
        size = Double.POSITIVE_INFINITY;
        prepare();
        return iterate(stopping);
    }

    /**
     * Fits the rows of the last fit again from its means, for negative binomial counts: variance mu + mu^2 / size. Such
     * counts weigh omega mu / (1 + mu / size) in a step.
     */
    boolean refit(double newSize, Stopping stopping) {
        size = newSize;
        return iterate(stopping);
    }

    private boolean iterate(Stopping stopping) {
        double before = deviance();
        for (steps = 1; steps <= stopping.maxSteps(); steps++) {
            if (!step()) {
                return false;
            }
            predict();
            deviance = deviance();
            for (int halvings = 0;
                    !Double.isFinite(deviance) && steps > 1 && halvings < stopping.maxSteps();
                    halvings++) {
                halveStep();
                deviance = deviance();
            }
            if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < stopping.epsilon()) {
                return true;
            }
            before = deviance;
            System.arraycopy(coefficients, 0, earlier, 0, rows.columns());
        }
        steps = stopping.maxSteps();
        return false;
    }

    /** Steps taken by the last fit. */
    public int steps() {
        return steps;
    }

    /** Twice the distance of the log-likelihood from that of a model with a term for each row. */
    public double finalDeviance() {
        return deviance;
    }

    /** Rows with a weight, less the independent terms. */
    public int residualDegrees() {
        return weighted - rank;
    }

    /** Mean of a row. */
    public double mean(int row) {
        return means[row];
    }

    /** Coefficient of a term; 0 for one that depends on earlier terms. */
    public double coefficient(int column) {
        return coefficients[column];
    }

    /** Share of a row in its own prediction, from 0 to 1. */
    public double leverage(int row) {
        double scale = Math.sqrt(workingWeights[row]);
        for (int j = 0; j < rank; j++) {
            work[j] = rows.terms[decomposition.pivot(j) * rows.rows() + row] * scale;
        }
        double leverage = decomposition.squaredLength(work);
        return leverage > 1 - 10 * SMALLEST_MEAN ? 1 : leverage;
    }

    /** Pearson's dispersion: weighted squares of (y - mu) over mu, per residual degree of freedom. */
    public double dispersion() {
        double sum = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double residual = (rows.counts[i] - means[i]) / means[i];
            sum += workingWeights[i] * residual * residual;
        }
        return sum / residualDegrees();
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

    /** Variance of a linear predictor made of these terms, in units of the dispersion. */
    public double unscaledVariance(double[] terms) {
        for (int j = 0; j < rank; j++) {
            work[j] = terms[decomposition.pivot(j)];
        }
        return decomposition.squaredLength(work);
    }

    private void prepare() {
        int n = rows.rows();
        int columns = rows.columns();
        if (means.length < n) {
            means = new double[n];
            predictor = new double[n];
            workingWeights = new double[n];
            response = new double[n];
        }
        if (scaled.length < n * columns) {
            scaled = new double[n * columns];
        }
        if (coefficients.length != columns) {
            coefficients = new double[columns];
            earlier = new double[columns];
            work = new double[columns];
        }
        weighted = 0;
        for (int i = 0; i < n; i++) {
            means[i] = rows.counts[i] + 0.1;
            predictor[i] = Math.log(means[i]);
            weighted += rows.weights[i] == 0 ? 0 : 1;
        }
    }

    private boolean step() {
        int n = rows.rows();
        for (int i = 0; i < n; i++) {
            workingWeights[i] = rows.weights[i] * means[i] / (1 + means[i] / size);
            double root = Math.sqrt(workingWeights[i]);
            response[i] = (predictor[i] - rows.offsets[i] + (rows.counts[i] - means[i]) / means[i]) * root;
            for (int j = 0; j < rows.columns(); j++) {
                scaled[j * n + i] = rows.terms[j * n + i] * root;
            }
        }
        rank = decomposition.decompose(scaled, n, rows.columns());
        decomposition.solve(response, work);
        Arrays.fill(coefficients, 0);
        for (int j = 0; j < rank; j++) {
            if (!Double.isFinite(work[j])) {
                return false;
            }
            coefficients[decomposition.pivot(j)] = work[j];
        }
        return weighted >= rank;
    }

    private void halveStep() {
        for (int j = 0; j < rows.columns(); j++) {
            coefficients[j] = (coefficients[j] + earlier[j]) / 2;
        }
        predict();
    }

    private void predict() {
        int n = rows.rows();
        System.arraycopy(rows.offsets, 0, predictor, 0, n);
        for (int j = 0; j < rows.columns(); j++) {
            double coefficient = coefficients[j];
            for (int i = 0; i < n; i++) {
                predictor[i] += rows.terms[j * n + i] * coefficient;
            }
        }
        for (int i = 0; i < n; i++) {
            means[i] = Math.max(Math.exp(predictor[i]), SMALLEST_MEAN);
        }
    }

    private double deviance() {
        double sum = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double y = rows.counts[i];
            double ratio = y > 0 ? y * Math.log(y / means[i]) : 0;
            double rest =
                    Double.isInfinite(size) ? y - means[i] : (y + size) * Math.log((y + size) / (means[i] + size));
            sum += rows.weights[i] * (ratio - rest);
        }
        return 2 * sum;
    }
}
