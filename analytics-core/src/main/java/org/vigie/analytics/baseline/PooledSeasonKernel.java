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

    /** Coefficients a, b1..b4 that fit the first {@code weeks} totals. */
    static double[] fit(double[] totals, double[] expected, int weeks, double weeksPerYear) {
        int size = COEFFICIENTS + 1;
        double[] coefficients = new double[size];
        double[] row = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[size][size + 1];
            for (int t = 0; t < weeks; t++) {
                harmonics(t, weeksPerYear, row);
                double mean = expected[t] * Math.exp(dot(row, coefficients));
                for (int i = 0; i < size; i++) {
                    system[i][size] += row[i] * (totals[t] - mean);
                    for (int j = 0; j < size; j++) {
                        system[i][j] += row[i] * row[j] * mean;
                    }
                }
            }
            system[0][0] += 1e-6;
            for (int i = 1; i < size; i++) {
                system[i][i] += RIDGE;
                system[i][size] -= RIDGE * coefficients[i];
            }
            solve(system, coefficients);
        }
        return coefficients;
    }

    /** Season of each week, around 1, without the constant. */
    static double[] season(double[] coefficients, int weeks, double weeksPerYear) {
        double[] season = new double[weeks];
        double[] row = new double[COEFFICIENTS + 1];
        for (int t = 0; t < weeks; t++) {
            harmonics(t, weeksPerYear, row);
            row[0] = 0;
            season[t] = Math.exp(dot(row, coefficients));
        }
        return season;
    }

    private static void harmonics(int week, double weeksPerYear, double[] row) {
        double angle = 2 * Math.PI * week / weeksPerYear;
        row[0] = 1;
        row[1] = Math.sin(angle);
        row[2] = Math.cos(angle);
        row[3] = Math.sin(2 * angle);
        row[4] = Math.cos(2 * angle);
    }

    private static double dot(double[] row, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
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
