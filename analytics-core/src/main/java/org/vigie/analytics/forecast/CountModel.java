package org.vigie.analytics.forecast;

import java.io.Serializable;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Counts to come as negative binomial with logarithmic link, its coefficients held by a prior, learned by Newton steps on
 * sums over the rows.
 *
 * <pre>
 *   log m = x'b        y | g ~ Poisson(m g),  g ~ Gamma(k, k)      so var(y) = m + m^2 / k
 *   b_j ~ N(c_j, 1 / l_j)
 *   step: (X'WX + L) d = X'u - L (b - c),  w = m / (1 + m / k),  u = (y - m) / (1 + m / k)      (Fisher's scoring)
 *   k = (sum m^2 + a) / (sum ((y - m)^2 - m) + a / 3),  a = 10, within .3 and 100: by moments
 * </pre>
 *
 * <p>Coefficients: McCullagh and Nelder 1989, Generalized Linear Models, section 2.5, with the prior's terms as in ridge
 * regression. a draws k towards 3 where there is little to learn it from; a and 3 are ours.
 */
public final class CountModel implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double USUAL_SIZE = 3;
    private static final double SQUARES_OF_USUAL = 10;
    private static final double LEAST_SIZE = 0.3;
    private static final double MOST_SIZE = 100;
    private static final double LONGEST_STEP = 2;
    private static final double MOST_LOG_MEAN = 8;
    private static final double INTERVAL_TAIL = 0.05;

    private final RidgePrior prior;
    private final double[] coefficients;
    private final double size;
    private final double[][] covariance;
    private final double lastStep;

    private CountModel(RidgePrior prior, double[] coefficients, double size, double[][] covariance, double lastStep) {
        this.prior = prior;
        this.coefficients = coefficients;
        this.size = size;
        this.covariance = covariance;
        this.lastStep = lastStep;
    }

    /**
     * A probability with the 90 % interval of what is not known of it.
     *
     * @param value probability of at least one fact
     * @param low lower end
     * @param high upper end
     */
    public record Chance(double value, double low, double high) {}

    /** What the prior alone says. */
    public static CountModel start(RidgePrior prior) {
        double[][] covariance = new double[prior.terms()][prior.terms()];
        for (int j = 0; j < prior.terms(); j++) {
            covariance[j][j] = 1 / prior.precision(j);
        }
        return new CountModel(prior, prior.centres(), USUAL_SIZE, covariance, Double.POSITIVE_INFINITY);
    }

    /** The model one step nearer to the most likely one, from sums taken at this model. */
    public CountModel step(CountSums sums) {
        RealMatrix information = new Array2DRowRealMatrix(terms(), terms());
        double[] slope = new double[terms()];
        for (int j = 0; j < terms(); j++) {
            for (int l = 0; l < terms(); l++) {
                information.setEntry(j, l, sums.information(j, l));
            }
            information.addToEntry(j, j, prior.precision(j));
            slope[j] = sums.score(j) - prior.precision(j) * (coefficients[j] - prior.centre(j));
        }
        DecompositionSolver solver = new CholeskyDecomposition(information).getSolver();
        double[] step = solver.solve(new ArrayRealVector(slope, false)).toArray();
        double[] next = coefficients.clone();
        double longest = 0;
        for (int j = 0; j < terms(); j++) {
            double taken = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step[j]));
            next[j] += taken;
            longest = Math.max(longest, Math.abs(taken));
        }
        double[][] inverse =
                solver.solve(MatrixUtils.createRealIdentityMatrix(terms())).getData();
        return new CountModel(prior, next, size(sums), inverse, longest);
    }

    private static double size(CountSums sums) {
        double excess = Math.max(sums.excess(), 0) + SQUARES_OF_USUAL / USUAL_SIZE;
        return Math.min(MOST_SIZE, Math.max(LEAST_SIZE, (sums.squares() + SQUARES_OF_USUAL) / excess));
    }

    /** The same coefficients with another k. */
    public CountModel withSize(double otherSize) {
        return new CountModel(prior, coefficients, otherSize, covariance, lastStep);
    }

    /** Number of coefficients. */
    public int terms() {
        return coefficients.length;
    }

    /** Coefficient of a term. */
    public double coefficient(int term) {
        return coefficients[term];
    }

    /** Standard error of a coefficient, from the information at the model before the last step. */
    public double standardError(int term) {
        return Math.sqrt(covariance[term][term]);
    }

    /** k: the smaller, the more counts vary about their mean. */
    public double size() {
        return size;
    }

    /** Longest change of a coefficient in the last step; infinite before the first. */
    public double lastStep() {
        return lastStep;
    }

    /** Mean count of a row with these terms, shape [terms]. */
    public double mean(double[] row) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * row[j];
        }
        return Math.exp(Math.min(MOST_LOG_MEAN, sum));
    }

    /**
     * The chance of at least one fact, with the interval that two things leave: what a place is beyond its terms (g), and
     * the coefficients.
     *
     * <pre>
     *   P = 1 - (1 + m / k)^-k        ends: 1 - exp(-m G),  G the 5 % and 95 % quantiles of Gamma(s, s),  1 / s = 1 / k + x'Vx
     * </pre>
     *
     * @param row terms, shape [terms]
     */
    public Chance atLeastOne(double[] row) {
        double mean = mean(row);
        double shape = 1 / (1 / size + variance(row));
        GammaDistribution factor = new GammaDistribution(null, shape, 1 / shape);
        return new Chance(
                probability(mean),
                -Math.expm1(-mean * factor.inverseCumulativeProbability(INTERVAL_TAIL)),
                -Math.expm1(-mean * factor.inverseCumulativeProbability(1 - INTERVAL_TAIL)));
    }

    /** Probability of at least one fact where so many are expected. */
    public double probability(double mean) {
        return -Math.expm1(-size * Math.log1p(mean / size));
    }

    /** Mean count at which at least one fact has this probability: the inverse of {@link #probability}. */
    public double meanFor(double probability) {
        return size * Math.expm1(-Math.log1p(-probability) / size);
    }

    private double variance(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            for (int l = 0; l < row.length; l++) {
                sum += row[j] * covariance[j][l] * row[l];
            }
        }
        return sum;
    }
}
