package org.vigie.analytics.prospective;

/**
 * Cumulative sum of Poisson counts made near normal (Rossi, Lampugnani and Marchi 1999, Statistics in Medicine 18(16),
 * 2111-2122).
 *
 * <pre>
 *   S[t] = max(0, S[t-1] + z(y[t], m) - k)      signal when S[t] &gt;= h
 * </pre>
 * <p>The sum is not set back after a signal: it falls by itself when counts do. One object follows one series, period
 * after period. Golden file: {@code golden/cusum.csv.gz}.
 */
public final class PoissonCusum {

    private final Transformation transformation;
    private final double reference;
    private final double limit;
    private double sum;

    /** How a count of mean m is made near normal; each gives z and the count that has a given z. */
    public enum Transformation {
        /** (y - m) / sqrt(m); thresholds are rounded up to a count. */
        STANDARD {
            @Override
            double normal(double y, double m) {
                return (y - m) / Math.sqrt(m);
            }

            @Override
            double count(double z, double m) {
                return Math.max(0, Math.ceil(m + z * Math.sqrt(m)));
            }
        },
        /** (y - 3 m + 2 sqrt(m y)) / (2 sqrt(m)), of Rossi et al. (1999). */
        ROSSI {
            @Override
            double normal(double y, double m) {
                return (y - 3 * m + 2 * Math.sqrt(m * y)) / (2 * Math.sqrt(m));
            }

            @Override
            double count(double z, double m) {
                double root = Math.sqrt(Math.max(0, 4 * m + 2 * z * Math.sqrt(m))) - Math.sqrt(m);
                return root > 0 ? root * root : 0;
            }
        },
        /** 3/2 (y^(2/3) - m^(2/3)) / m^(1/6). */
        ANSCOMBE {
            @Override
            double normal(double y, double m) {
                return 1.5 * (Math.pow(y, TWO_THIRDS) - Math.pow(m, TWO_THIRDS)) / Math.pow(m, 1.0 / 6);
            }

            @Override
            double count(double z, double m) {
                double power = Math.pow(m, TWO_THIRDS) + z * TWO_THIRDS * Math.pow(m, 1.0 / 6);
                return Math.pow(Math.max(0, power), 1.5);
            }
        },
        /** The same with the mean of y^(2/3) taken to second order. */
        ANSCOMBE_SECOND_ORDER {
            @Override
            double normal(double y, double m) {
                return 1.5 * (Math.pow(y, TWO_THIRDS) - centre(m)) / Math.pow(m, 1.0 / 6);
            }

            @Override
            double count(double z, double m) {
                return Math.pow(Math.max(0, centre(m) + z * TWO_THIRDS * Math.pow(m, 1.0 / 6)), 1.5);
            }

            private double centre(double m) {
                return Math.pow(m, TWO_THIRDS) - Math.pow(m, -1.0 / 3) / 9;
            }
        };

        private static final double TWO_THIRDS = 2.0 / 3;

        abstract double normal(double y, double m);

        abstract double count(double z, double m);
    }

    /**
     * A sum that starts at 0.
     *
     * @param reference k, what each period is allowed above its mean, in standard deviations
     * @param limit h, the sum that is a signal
     */
    public PoissonCusum(Transformation transformation, double reference, double limit) {
        if (!(reference >= 0) || !(limit > 0)) {
            throw new IllegalArgumentException("k must be >= 0 and h > 0, not " + reference + " and " + limit);
        }
        this.transformation = transformation;
        this.reference = reference;
        this.limit = limit;
    }

    /** The same detector for another series, its sum at 0. */
    public PoissonCusum fresh() {
        return new PoissonCusum(transformation, reference, limit);
    }

    /**
     * Judges the next period; the score is the sum, the threshold the count that would have made it a signal.
     *
     * @param mean expected count; where it is not above 0 the period is not assessed and the sum stays
     */
    public Verdict next(double observed, double mean) {
        if (!(mean > 0)) {
            return new Verdict.NotAssessed(Reason.NO_FIT);
        }
        double threshold = transformation.count(limit + reference - sum, mean);
        sum = Math.max(0, sum + transformation.normal(observed, mean) - reference);
        Evidence evidence = new Evidence(observed, mean, threshold, sum, Double.NaN);
        return sum >= limit ? new Verdict.Signal(evidence) : new Verdict.Quiet(evidence);
    }
}
