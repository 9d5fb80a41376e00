package org.vigie.analytics.spacetime;

/**
 * How much better a rise inside a window explains the counts than none, as a log likelihood ratio.
 *
 * <p>c and b are the facts and the baseline inside, C and B those in all:
 * <pre>
 *   EXPECTATION   c log(c/b) + b - c                                  if c > b, else 0
 *   POISSON       c log(c/b) + (C-c) log((C-c)/(B-b)) - C log(C/B)    if c/b > (C-c)/(B-b), else 0
 *   BERNOULLI     l(c, b) + l(C-c, B-b) - l(C, B)                     if c/b > (C-c)/(B-b), else 0
 *                 l(k, n) = k log(k/n) + (n-k) log(1-k/n)             baseline = population at risk
 * </pre>
 *
 * <p>A term with a count of 0 is 0. POISSON with sums over sites and weeks is the population-based scan in space and
 * time, and with {@link SpaceTimeScan#marginBaseline} the space-time permutation scan. Sources: Kulldorff 1997, Commun.
 * Statist. 26, 1481-1496 (POISSON, BERNOULLI); Neill 2006, thesis, Carnegie Mellon, section 2 (EXPECTATION); Kulldorff et
 * al. 2005, PLoS Medicine 2, e59 (permutation).
 */
public enum ScanStatistic {
    /** Baselines are what is expected: a rise anywhere counts. */
    EXPECTATION,
    /** Only the shares of baselines count: a rise inside against outside. */
    POISSON,
    /** Facts among people at risk, inside against outside. */
    BERNOULLI;

    /**
     * The log likelihood ratio of one window.
     *
     * @param observed c
     * @param baseline b, above 0
     * @param allObserved C
     * @param allBaseline B
     */
    public double logLikelihoodRatio(double observed, double baseline, double allObserved, double allBaseline) {
        if (this == EXPECTATION) {
            return observed > baseline ? product(observed, baseline) + baseline - observed : 0;
        }
        double outside = allObserved - observed;
        double outsideBaseline = allBaseline - baseline;
        if (!(observed * outsideBaseline > outside * baseline)) {
            return 0;
        }
        double ratio =
                product(observed, baseline) + product(outside, outsideBaseline) - product(allObserved, allBaseline);
        if (this == BERNOULLI) {
            ratio += product(baseline - observed, baseline)
                    + product(outsideBaseline - outside, outsideBaseline)
                    - product(allBaseline - allObserved, allBaseline);
        }
        return Math.max(0, ratio);
    }

    private static double product(double count, double baseline) {
        return count > 0 ? count * Math.log(count / baseline) : 0;
    }
}
