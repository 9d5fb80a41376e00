package org.vigie.analytics.evaluation;

/**
 * Whether forecast probabilities mean what they say: logistic regression of what happened on the log odds forecast.
 *
 * <pre>
 *   logit P(y_i = 1) = a + b logit(p_i)        calibrated: a = 0, b = 1; b &lt; 1: forecasts too extreme
 * </pre>
 *
 * <p>Maximum likelihood by Newton's steps (McCullagh and Nelder 1989, section 4.4); {@code standardError} is that of
 * R's {@code glm}, for independent cases. Weeks of one site are not independent and four-week forecasts of successive
 * weeks overlap: {@code clusteredError} is the sandwich A^-1 B A^-1 G / (G - 1) with B the sum over units of the squared
 * sums of their scores (Liang and Zeger 1986, Biometrika 73(1), 13-22). Source of the regression: Cox (1958), Biometrika
 * 45(3-4), 562-565. Probabilities are held {@value #CLIP} away from 0 and 1.
 *
 * @param intercept a
 * @param slope b; NaN when it cannot be estimated: one kind of outcome only, or one forecast only
 * @param standardError of the slope, cases taken as independent
 * @param clusteredError of the slope, units taken as independent
 */
public record CalibrationFit(double intercept, double slope, double standardError, double clusteredError) {

    static final double CLIP = 1e-6;

    private static final CalibrationFit NONE = new CalibrationFit(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final int MOST_STEPS = 50;
    private static final double SMALLEST_STEP = 1e-10;

    /** Lower end of the 95 % interval of the slope, units taken as independent. */
    public double slopeLow() {
        return slope - ClusteredShare.Z * clusteredError;
    }

    /** Upper end of the 95 % interval of the slope. */
    public double slopeHigh() {
        return slope + ClusteredShare.Z * clusteredError;
    }

    /**
     * Fits the regression.
     *
     * @param probability forecast, 0 to 1, shape [cases]
     * @param happened what came, shape [cases]
     * @param unit unit of each case, from 0, shape [cases]
     */
    public static CalibrationFit of(double[] probability, boolean[] happened, int[] unit) {
        double[] x = new double[probability.length];
        for (int i = 0; i < x.length; i++) {
            double p = Math.min(1 - CLIP, Math.max(CLIP, probability[i]));
            x[i] = Math.log(p / (1 - p));
        }
        double base = ClusteredShare.of(happened, unit).value();
        double[] estimate = {Math.log(base / (1 - base)), 0};
        for (int step = 0; step < MOST_STEPS; step++) {
            Sums sums = Sums.at(estimate, x, happened);
            double determinant = sums.determinant();
            if (!(determinant > 1e-12 * sums.aa * sums.bb)) {
                return NONE;
            }
            double a = (sums.bb * sums.scoreA - sums.ab * sums.scoreB) / determinant;
            double b = (sums.aa * sums.scoreB - sums.ab * sums.scoreA) / determinant;
            estimate[0] += a;
            estimate[1] += b;
            if (Math.abs(a) + Math.abs(b) < SMALLEST_STEP) {
                return withErrors(estimate, x, happened, unit);
            }
        }
        return NONE;
    }

    private static CalibrationFit withErrors(double[] estimate, double[] x, boolean[] happened, int[] unit) {
        Sums sums = Sums.at(estimate, x, happened);
        double variance = sums.aa / sums.determinant();
        double[] scoreA = new double[Units.count(unit)];
        double[] scoreB = new double[scoreA.length];
        boolean[] present = new boolean[scoreA.length];
        for (int i = 0; i < x.length; i++) {
            double residual = (happened[i] ? 1 : 0) - logistic(estimate, x[i]);
            scoreA[unit[i]] += residual;
            scoreB[unit[i]] += residual * x[i];
            present[unit[i]] = true;
        }
        double squares = 0;
        for (int g = 0; g < scoreA.length; g++) {
            double influence = (sums.aa * scoreB[g] - sums.ab * scoreA[g]) / sums.determinant();
            squares += influence * influence;
        }
        int units = Units.present(present);
        double clustered = units < 2 ? Double.NaN : Math.sqrt(squares * units / (units - 1));
        return new CalibrationFit(estimate[0], estimate[1], Math.sqrt(variance), clustered);
    }

    private static double logistic(double[] estimate, double x) {
        return 1 / (1 + Math.exp(-estimate[0] - estimate[1] * x));
    }

    /** Information matrix and score at an estimate. */
    private record Sums(double aa, double ab, double bb, double scoreA, double scoreB) {

        static Sums at(double[] estimate, double[] x, boolean[] happened) {
            double aa = 0;
            double ab = 0;
            double bb = 0;
            double scoreA = 0;
            double scoreB = 0;
            for (int i = 0; i < x.length; i++) {
                double p = logistic(estimate, x[i]);
                double weight = p * (1 - p);
                double residual = (happened[i] ? 1 : 0) - p;
                aa += weight;
                ab += weight * x[i];
                bb += weight * x[i] * x[i];
                scoreA += residual;
                scoreB += residual * x[i];
            }
            return new Sums(aa, ab, bb, scoreA, scoreB);
        }

        double determinant() {
            return aa * bb - ab * ab;
        }
    }
}
