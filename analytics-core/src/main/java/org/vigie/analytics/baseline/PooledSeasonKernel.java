package org.vigie.analytics.baseline;

/**
 * Harmonics of a year fitted to totals by penalised Poisson regression.
 *
 * <pre>
 *   log S(t) = b1 sin(wt) + b2 cos(wt) + b3 sin(2wt) + b4 cos(2wt),   w = 2 pi / weeks per year
 *   maximise  sum T(t) log m(t) - m(t) - ridge/2 |b|^2,               m(t) = E(t) exp(a) S(t)
 * </pre>
 * <p>By Newton's method, six steps. Shape of all arrays but the coefficients: [weeks].
 */
final class PooledSeasonKernel {

    static final int COEFFICIENTS = 4;
    private static final int STEPS = 6;
    /** Facts: a season is believed when it moves several times as many. */
    private static final double RIDGE = 10;

    private PooledSeasonKernel() {}

    /** Columns 1, sin, cos, sin, cos of each week, shape [weeks][coefficients + 1]. */
    static double[][] harmonics(int weeks, double weeksPerYear) {
        double[][] harmonics = new double[weeks][COEFFICIENTS + 1];
        for (int t = 0; t < weeks; t++) {
            double angle = 2 * Math.PI * t / weeksPerYear;
            harmonics[t][0] = 1;
            harmonics[t][1] = Math.sin(angle);
            harmonics[t][2] = Math.cos(angle);
            harmonics[t][3] = 2 * harmonics[t][1] * harmonics[t][2];
            harmonics[t][4] = 2 * harmonics[t][2] * harmonics[t][2] - 1;
        }
        return harmonics;
    }

    /** Coefficients a, b1..b4 that fit the first {@code weeks} totals. */
    static double[] fit(double[] totals, double[] expected, int weeks, double[][] harmonics) {
        int size = COEFFICIENTS + 1;
        double[] coefficients = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[size][size + 1];
            for (int t = 0; t < weeks; t++) {
                double[] row = harmonics[t];
                double mean = expected[t] * Math.exp(dot(row, coefficients, 0));
                for (int i = 0; i < size; i++) {
                    system[i][size] += row[i] * (totals[t] - mean);
                    for (int j = i; j < size; j++) {
                        system[i][j] += row[i] * row[j] * mean;
                    }
                }
            }
            penalise(system, coefficients);
            solve(system, coefficients);
        }
        return coefficients;
    }

    /** Season of each week, around 1, without the constant. */
    static double[] season(double[] coefficients, double[][] harmonics) {
        double[] season = new double[harmonics.length];
        for (int t = 0; t < season.length; t++) {
            season[t] = Math.exp(dot(harmonics[t], coefficients, 1));
        }
        return season;
    }

    private static void penalise(double[][] system, double[] coefficients) {
        int size = coefficients.length;
        system[0][0] += 1e-6;
        for (int i = 1; i < size; i++) {
            system[i][i] += RIDGE;
            system[i][size] -= RIDGE * coefficients[i];
            for (int j = 0; j < i; j++) {
                system[i][j] = system[j][i];
            }
        }
    }

    private static double dot(double[] row, double[] coefficients, int from) {
        double sum = 0;
        for (int i = from; i < row.length; i++) {
            sum += row[i] * coefficients[i];
        }
        return sum;
    }

    /** Gaussian elimination of a positive definite system with its right side as last column; adds the step. */
    private static void solve(double[][] system, double[] coefficients) {
        int size = coefficients.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int i = pivot + 1; i < size; i++) {
                double ratio = system[i][pivot] / system[pivot][pivot];
                for (int j = pivot; j <= size; j++) {
                    system[i][j] -= ratio * system[pivot][j];
                }
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            double right = system[i][size];
            for (int j = i + 1; j < size; j++) {
                right -= system[i][j] * system[j][size];
            }
            system[i][size] = right / system[i][i];
            coefficients[i] += Math.max(-1, Math.min(1, system[i][size]));
        }
    }
}
