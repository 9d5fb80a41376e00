package org.vigie.analytics.numeric;

/**
 * Negative binomial regression with logarithmic link and its size estimated beside the coefficients (Venables and Ripley
 * 2002, Modern Applied Statistics with S, section 7.4).
 *
 * <pre>
 *   log mu = X b + offset        var(y) = mu + mu^2 / size
 *   size given mu: Newton's steps on the score
 *     sum of psi(size + y) - psi(size) + log size + 1 - log(size + mu) - (y + size) / (size + mu)
 *     psi(size + y) - psi(size) = sum over k &lt; y of 1 / (size + k), exactly, because y is whole
 * </pre>
 * <p>It starts from the Poisson fit and takes turns: coefficients at the present size, size at the means from before the
 * turn, until likelihood and size stand still together. The order of the turns, the starts and the rule for stopping are those of R's
 * {@code MASS::glm.nb}, so that figures agree beyond what the likelihood fixes. Rows count alike: their weights must be 1.
 *
 * <p>One object serves many fits, one after the other; it is not for several threads. Golden file: {@code
 * golden/glm.csv.gz}.
 */
public final class NegativeBinomialRegression {

    private static final LogLinearRegression.Stopping STOPPING = new LogLinearRegression.Stopping(1e-10, 50);
    /** Newton's steps on the size end when shorter than this; the turns make it exact. */
    private static final double SHORT_STEP = Math.pow(Math.ulp(1.0), 0.25);

    private final LogLinearRegression regression = new LogLinearRegression();
    private CountRows rows = new CountRows();
    private double[] above = new double[0];
    private double[] means = new double[0];
    private double size;

    /** Fits the regression; false when it did not converge. The rows must not change while the fit is read. */
    public boolean fit(CountRows newRows) {
        rows = newRows;
        if (!regression.fit(rows, STOPPING)) {
            return false;
        }
        countAbove();
        takeMeans();
        size = estimateSize();
        double scale = Math.sqrt(2.0 * Math.max(1, regression.residualDegrees()));
        double likelihood = logLikelihood();
        double before = likelihood + 2 * scale;
        double change = 1;
        for (int turn = 0; turn < STOPPING.maxSteps(); turn++) {
            if (Math.abs(before - likelihood) / scale + Math.abs(change) <= STOPPING.epsilon()) {
                return true;
            }
            if (!regression.refit(size, STOPPING)) {
                return false;
            }
            double newSize = estimateSize();
            takeMeans();
            change = size - newSize;
            size = newSize;
            before = likelihood;
            likelihood = logLikelihood();
        }
        return false;
    }

    /** Size of the negative binomial distribution: the smaller, the more counts vary. */
    public double size() {
        return size;
    }

    /** Coefficient of a term; 0 for one that depends on earlier terms. */
    public double coefficient(int column) {
        return regression.coefficient(column);
    }

    /** Variance of a linear predictor made of these terms, shape [columns], at a known size. */
    public double variance(double[] terms) {
        return regression.unscaledVariance(terms);
    }

    /** Mean of a row. */
    public double mean(int row) {
        return regression.mean(row);
    }

    /** Twice the distance of the log-likelihood from that of a model with a term for each row, at the same size. */
    public double finalDeviance() {
        return regression.finalDeviance();
    }

    /** Steps taken by the last turn. */
    public int steps() {
        return regression.steps();
    }

    /** The size of a turn is estimated at the means from before it. */
    private void takeMeans() {
        if (means.length != rows.rows()) {
            means = new double[rows.rows()];
        }
        for (int i = 0; i < means.length; i++) {
            means[i] = regression.mean(i);
        }
    }

    private double estimateSize() {
        double squares = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double relative = rows.counts[i] / means[i] - 1;
            squares += relative * relative;
        }
        double estimate = rows.rows() / squares;
        double change = 1;
        for (int step = 0; step < STOPPING.maxSteps() && Math.abs(change) > SHORT_STEP; step++) {
            estimate = Math.abs(estimate);
            change = score(estimate) / information(estimate);
            estimate += change;
        }
        return estimate;
    }

    /** How many counts exceed each whole number: sums over rows and k &lt; y become sums over k. */
    private void countAbove() {
        int highest = 0;
        for (int i = 0; i < rows.rows(); i++) {
            highest = Math.max(highest, (int) rows.counts[i]);
        }
        above = new double[highest];
        for (int i = 0; i < rows.rows(); i++) {
            for (int k = 0; k < rows.counts[i]; k++) {
                above[k]++;
            }
        }
    }

    private double score(double at) {
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
            sum += above[k] / (at + k);
        }
        for (int i = 0; i < rows.rows(); i++) {
            double total = at + means[i];
            sum += Math.log(at / total) + 1 - (rows.counts[i] + at) / total;
        }
        return sum;
    }

    private double information(double at) {
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
            sum += above[k] / ((at + k) * (at + k));
        }
        for (int i = 0; i < rows.rows(); i++) {
            double total = at + means[i];
            sum += 2 / total - 1 / at - (rows.counts[i] + at) / (total * total);
        }
        return sum;
    }

    /** Without the factorials of the counts, which are the same at every turn. */
    private double logLikelihood() {
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
            sum += above[k] * Math.log(size + k);
        }
        for (int i = 0; i < rows.rows(); i++) {
            double total = size + means[i];
            double y = rows.counts[i];
            sum += size * Math.log(size / total) - y * Math.log(total);
            sum += y > 0 ? y * Math.log(means[i]) : 0;
        }
        return sum;
    }
}
