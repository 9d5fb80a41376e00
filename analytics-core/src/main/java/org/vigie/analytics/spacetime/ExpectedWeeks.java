package org.vigie.analytics.spacetime;

/**
 * What a window of weeks would hold if nothing had changed, and how far counts stray from it.
 *
 * <pre>
 *   E y_it = b_it        Var y_it = b_it + b_it^2 / k        Cov(y_it, y_jt) = sigma^2 b_it b_jt within a neighbourhood
 * </pre>
 */
final class ExpectedWeeks {

    final int sites;
    final int weeks;
    /** b, newest week first, shape [sites * weeks]. */
    final double[] mean;
    /** Variance of a site's rate over its square: what estimating it leaves open, shape [sites]. */
    final double[] rateVariance;
    /** 1 / k. */
    final double countDispersion;
    /** sigma^2. */
    final double shockVariance;

    /** Takes the arrays over, without a copy. */
    ExpectedWeeks(double[] mean, double[] rateVariance, double countDispersion, double shockVariance) {
        this.sites = rateVariance.length;
        this.weeks = mean.length / rateVariance.length;
        this.mean = mean;
        this.rateVariance = rateVariance;
        this.countDispersion = countDispersion;
        this.shockVariance = shockVariance;
    }
}
