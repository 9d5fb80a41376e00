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

    private static final double EPSILON = 1e-8;
    private static final int MAX_STEPS = 25;
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

    /** Fits the regression; false when it did not converge. The rows must not change while the fit is read. */
    public boolean fit(CountRows newRows) {
        rows = newRows;
        prepare();
        double before = deviance();
        for (steps = 1; steps <= MAX_STEPS; steps++) {
            if (!step()) {
                return false;
            }
            predict();
            deviance = deviance();
            for (int halvings = 0; !Double.isFinite(deviance) && steps > 1 && halvings < MAX_STEPS; halvings++) {
                halveStep();
                deviance = deviance();
            }
            if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < EPSILON) {
                return true;
            }
            before = deviance;
            System.arraycopy(coefficients, 0, earlier, 0, rows.columns());
        }
        steps = MAX_STEPS;
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
            workingWeights[i] = rows.weights[i] * means[i];
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
            double part = y > 0 ? y * Math.log(y / means[i]) - (y - means[i]) : means[i];
            sum += rows.weights[i] * part;
        }
        return 2 * sum;
    }
}
