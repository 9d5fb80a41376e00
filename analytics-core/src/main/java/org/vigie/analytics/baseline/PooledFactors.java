package org.vigie.analytics.baseline;

/** Factor of each week of a group as the sites but one show it. All arrays have shape [weeks]. */
final class PooledFactors {

    /** Season, level and single week together. */
    final double[] mean;
    /** Variance of the factor of the single week relative to the square of its mean; 0 before the guard weeks. */
    final double[] variance;

    /** Variance, relative to the square of its mean, of the level that the guard weeks share. */
    final double levelVariance;

    PooledFactors(int weeks, double levelVariance) {
        this.levelVariance = levelVariance;
        mean = new double[weeks];
        variance = new double[weeks];
    }
}
