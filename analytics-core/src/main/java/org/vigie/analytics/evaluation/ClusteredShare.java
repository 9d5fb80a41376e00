package org.vigie.analytics.evaluation;

/**
 * A share with an interval that heeds that cases of the same unit resemble each other, such as the weeks of one site.
 *
 * <pre>
 *   m = sum y_i / n,   r_g = sum over unit g of (y_i - m),   se^2 = G / (G - 1) sum_g r_g^2 / n^2      G units
 * </pre>
 *
 * <p>The interval is m +- z se, widened to Wilson's where that is wider: shares near 0 and 1 have no normal law. Sources:
 * Liang and Zeger (1986), Biometrika 73(1), 13-22 (independence working model); Wilson (1927), Journal of the American
 * Statistical Association 22(158), 209-212.
 *
 * @param value share; NaN without any case
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param cases number of cases
 */
public record ClusteredShare(double value, double low, double high, int cases) {

    /** Quantile .975 of the normal law. */
    static final double Z = 1.959963984540054;

    /**
     * The share of cases that are hits.
     *
     * @param hit whether a case is one, shape [cases]
     * @param unit unit of each case, from 0, shape [cases]
     */
    public static ClusteredShare of(boolean[] hit, int[] unit) {
        if (hit.length != unit.length) {
            throw new IllegalArgumentException("as many units as cases, not " + unit.length + " and " + hit.length);
        }
        int cases = hit.length;
        if (cases == 0) {
            return new ClusteredShare(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        int hits = 0;
        for (boolean one : hit) {
            hits += one ? 1 : 0;
        }
        double mean = (double) hits / cases;
        double error = standardError(hit, unit, mean);
        double[] wilson = wilson(mean, cases);
        return new ClusteredShare(
                mean,
                Math.max(0, Math.min(wilson[0], mean - Z * error)),
                Math.min(1, Math.max(wilson[1], mean + Z * error)),
                cases);
    }

    private static double standardError(boolean[] hit, int[] unit, double mean) {
        double[] residual = new double[Units.count(unit)];
        boolean[] present = new boolean[residual.length];
        for (int i = 0; i < hit.length; i++) {
            residual[unit[i]] += (hit[i] ? 1 : 0) - mean;
            present[unit[i]] = true;
        }
        int units = Units.present(present);
        double squares = 0;
        for (double sum : residual) {
            squares += sum * sum;
        }
        return units < 2 ? 0 : Math.sqrt(squares * units / (units - 1)) / hit.length;
    }

    private static double[] wilson(double mean, int cases) {
        double z2 = Z * Z / cases;
        double centre = (mean + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(mean * (1 - mean) / cases + z2 / (4 * cases));
        return new double[] {centre - half, centre + half};
    }
}
