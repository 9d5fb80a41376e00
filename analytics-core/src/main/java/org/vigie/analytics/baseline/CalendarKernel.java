package org.vigie.analytics.baseline;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;

/**
 * Coefficients of what is known of a week beforehand, from totals, by penalised quasi-Poisson regression.
 *
 * <pre>
 *   log m(t) = log E(t) + sum over k of b(k) x(k,t)
 *   maximise   sum over t of (T(t) log m(t) - m(t)) / phi - sum over k of r(k) b(k)^2 / 2
 *   var(b)   = inverse of the negative second derivative,   phi = max(1, mean of (T - m)^2 / m)
 * </pre>
 * <p>By Newton's method, so that no step moves a coefficient by more than 1. A penalty r is the inverse variance that a
 * coefficient has before anything is known (Hoerl and Kennard 1970, Technometrics 12(1)); the dispersion phi is that of
 * McCullagh and Nelder (1989), Generalized Linear Models, section 9.2. A week where nothing is expected is left out.
 */
final class CalendarKernel {

    private static final int STEPS = 4;

    private CalendarKernel() {}

    /**
     * Improves the coefficients by some steps.
     *
     * @param totals facts, shape [weeks]
     * @param expected expected facts without the columns, shape [weeks]
     * @param columns x, shape [weeks][columns]; the number of rows is that of the weeks fitted
     * @param penalties r, shape [columns], greater than 0
     * @param coefficients b, shape [columns], changed in place
     * @return variances and covariances of the coefficients, shape [columns][columns]
     */
    static double[][] fit(
            double[] totals, double[] expected, double[][] columns, double[] penalties, double[] coefficients) {
        double[] means = means(expected, columns, coefficients);
        double phi = 1;
        DecompositionSolver solver = solver(means, columns, penalties, phi);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(totals, means, columns, phi);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] -= penalties[k] * coefficients[k];
            }
            double[] change = solver.solve(new ArrayRealVector(gradient, false)).toArray();
            for (int k = 0; k < coefficients.length; k++) {
                coefficients[k] += Math.max(-1, Math.min(1, change[k]));
            }
            means = means(expected, columns, coefficients);
            phi = dispersion(totals, means);
            solver = solver(means, columns, penalties, phi);
        }
        return solver.getInverse().getData();
    }

    /** m, 0 where nothing is expected: shape [weeks]. */
    static double[] means(double[] expected, double[][] columns, double[] coefficients) {
        double[] means = new double[columns.length];
        for (int t = 0; t < means.length; t++) {
            means[t] = expected[t] > 0 ? expected[t] * Math.exp(dot(columns[t], coefficients)) : 0;
        }
        return means;
    }

    private static double dispersion(double[] totals, double[] means) {
        double sum = 0;
        int weeks = 0;
        for (int t = 0; t < means.length; t++) {
            if (means[t] > 0) {
                sum += (totals[t] - means[t]) * (totals[t] - means[t]) / means[t];
                weeks++;
            }
        }
        return Math.max(1, sum / Math.max(1, weeks));
    }

    private static double[] gradient(double[] totals, double[] means, double[][] columns, double phi) {
        double[] gradient = new double[columns[0].length];
        for (int t = 0; t < means.length; t++) {
            double excess = means[t] > 0 ? (totals[t] - means[t]) / phi : 0;
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += columns[t][k] * excess;
            }
        }
        return gradient;
    }

    private static DecompositionSolver solver(double[] means, double[][] columns, double[] penalties, double phi) {
        int size = penalties.length;
        double[][] information = new double[size][size];
        for (int t = 0; t < means.length; t++) {
            for (int i = 0; i < size; i++) {
                double weighted = columns[t][i] * means[t] / phi;
                for (int j = 0; weighted != 0 && j <= i; j++) {
                    information[i][j] += weighted * columns[t][j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            information[i][i] += penalties[i];
            for (int j = 0; j < i; j++) {
                information[j][i] = information[i][j];
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(information, false)).getSolver();
    }

    private static double dot(double[] row, double[] coefficients) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * coefficients[k];
        }
        return sum;
    }
}
