package org.vigie.analytics.baseline;

import java.util.Arrays;

/**
 * How likely each share of wild weeks makes the counts of a portfolio's past.
 *
 * <p>Only weeks of two facts and more speak, each by the chance of its count given that there are at least two: how the
 * few facts of most weeks are spread says nothing about wild ones. For a share e and a dispersion a of a site's ordinary
 * weeks, f negative binomial with mean m and variance (1 + a) m and g as in {@link WildWeeks}:
 * <pre>
 *   L(e, a)  = product over the weeks of a site of ((1 - e) f(y) + e g(y)) / ((1 - e) sum_{j >= 2} f(j) + e sum_{j >= 2} g(j))
 *   log L(e) = sum over sites of log of the mean of L(e, a) over a in {.1, .3, 1, 3}
 *   share    = sum e P(e),     P(e) ~ exp(log L(e) - 2 position of e on its grid)
 * </pre>
 * <p>That each site has a dispersion of its own keeps steady and unsteady sites together from passing for wild weeks. m
 * holds the site's own rise as its <em>other</em> weeks show it, so that a tension does not pass for wild weeks and a
 * wild week not for a tension. The prior is that of rare ones; never less than one week in a thousand is taken for wild,
 * so that the evidence of a week is bounded everywhere.
 */
final class PooledWildKernel {

    static final double[] SHARES = {.001, .002, .004, .008, .015, .03, .06, .1};
    private static final double[] DISPERSIONS = {.1, .3, 1, 3};
    /** Numbers that a portfolio's past comes down to. */
    static final int SUMS = SHARES.length;

    /** What each step up the grid costs before the counts have spoken, natural logarithm. */
    private static final double RARER = 2;

    /** Weeks after which a product is turned into a logarithm, before it can vanish. */
    private static final int TOGETHER = 8;

    private static final double TOO_MANY = 500;

    private PooledWildKernel() {}

    /**
     * Adds the logarithm of the likelihood of one site to the sums.
     *
     * @param counts facts, shape [weeks]
     * @param means facts expected, shape [weeks]; weeks of 0 and of more than 500 are left out
     * @param sums place for the sums, shape [shares] from {@code at} on
     */
    static void add(double[] counts, double[] means, double[] sums, int at) {
        double[] products = new double[DISPERSIONS.length * SHARES.length];
        double[] logarithms = new double[products.length];
        Arrays.fill(products, 1);
        int spoken = 0;
        for (int week = 0; week < counts.length; week++) {
            if (counts[week] >= 2 && means[week] > 0 && means[week] < TOO_MANY) {
                multiply(counts[week], means[week], products);
                spoken++;
                if (spoken % TOGETHER == 0) {
                    flush(products, logarithms);
                }
            }
        }
        if (spoken > 0) {
            flush(products, logarithms);
            addMean(logarithms, sums, at);
        }
    }

    private static void multiply(double count, double mean, double[] products) {
        double wild = WildWeeks.wildChance(count, mean);
        double wildTail = WildWeeks.wildTail(2, mean);
        for (int row = 0; row < DISPERSIONS.length; row++) {
            double odds = DISPERSIONS[row] / (1 + DISPERSIONS[row]);
            double size = mean / DISPERSIONS[row];
            double chance = Math.exp(size * Math.log1p(-odds));
            double fewer = chance * (1 + odds * size);
            for (int facts = 1; facts <= count; facts++) {
                chance *= odds * (size + facts - 1) / facts;
            }
            for (int i = 0; i < SHARES.length; i++) {
                double share = SHARES[i];
                products[row * SHARES.length + i] *=
                        ((1 - share) * chance + share * wild) / ((1 - share) * (1 - fewer) + share * wildTail);
            }
        }
    }

    private static void flush(double[] products, double[] logarithms) {
        for (int i = 0; i < products.length; i++) {
            logarithms[i] += Math.log(products[i]);
            products[i] = 1;
        }
    }

    private static void addMean(double[] logarithms, double[] sums, int at) {
        for (int i = 0; i < SHARES.length; i++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < DISPERSIONS.length; row++) {
                highest = Math.max(highest, logarithms[row * SHARES.length + i]);
            }
            double sum = 0;
            for (int row = 0; row < DISPERSIONS.length; row++) {
                sum += Math.exp(logarithms[row * SHARES.length + i] - highest);
            }
            sums[at + i] += highest + Math.log(sum / DISPERSIONS.length);
        }
    }

    /** The share that the sums lead to believe. */
    static double share(double[] sums, int at) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SHARES.length; i++) {
            highest = Math.max(highest, sums[at + i] - RARER * i);
        }
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < SHARES.length; i++) {
            double weight = Math.exp(sums[at + i] - RARER * i - highest);
            sum += weight;
            weighted += weight * SHARES[i];
        }
        return weighted / sum;
    }
}
