package org.vigie.analytics.baseline;

/**
 * Single weeks with many times the usual facts and nothing behind them that lasts: how large a share of quiet site-weeks
 * they are, and what that leaves of a count.
 *
 * <p>A count y of a quiet week with mean m is negative binomial (f), or, with the share e, wild (g):
 * <pre>
 *   law          (1 - e) f(y) + e g(y),     sum of g from y on = (s / (s + y))^1.5,     s = 1 + m
 *   ordinary(y)  = (1 - e) f(y) / ((1 - e) f(y) + e g(y))       chance that a count y is ordinary, 1 below two facts
 *   believed(y)  = max over j <= y of j ordinary(j)
 * </pre>
 * <p>The tail of g is a power (Lomax 1954, Journal of the American Statistical Association 49, 847-852), so that f falls
 * below e g somewhere and no count is believed much beyond it: a bounded score in the sense of Huber (1964), Annals of
 * Mathematical Statistics 35(1), 73-101, its bound set by the share. Facts beyond the bound neither add nor take away.
 *
 * @param share of quiet site-weeks that are wild, above 0 and below 1
 */
public record WildWeeks(double share) {

    /** Where nothing is known: one week in a thousand. */
    public static final WildWeeks RARE = new WildWeeks(.001);

    private static final double SCALE = 1;

    /** Logarithm of the chance of no fact below which the recursion would start from nothing: some 600 facts a week. */
    private static final double TOO_MANY = -600;

    /** Checks the share. */
    public WildWeeks {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share of wild weeks lies between 0 and 1: " + share);
        }
    }

    /**
     * What is believed of a count.
     *
     * @param count facts of the week
     * @param mean facts expected
     * @param variance variance of the true mean of the week, above 0
     * @return at most the count and at least the smaller of count and 1; it never falls as the count rises
     */
    public double believed(double count, double mean, double variance) {
        if (count < 2 || !(mean > 0 && mean < count)) {
            return count;
        }
        double size = mean * mean / variance;
        double odds = mean / (mean + size);
        double none = size * Math.log1p(-odds);
        if (none < TOO_MANY) {
            return count;
        }
        double chance = Math.exp(none);
        double most = 1;
        for (int facts = 1; facts <= count; facts++) {
            chance *= odds * (size + facts - 1) / facts;
            if (facts > 1 && facts >= mean) {
                double ordinary = (1 - share) * chance;
                double believed = facts * ordinary / (ordinary + share * wildChance(facts, mean));
                if (believed < most / 2) {
                    break;
                }
                most = Math.max(most, believed);
            }
        }
        return Math.max(most, Math.min(count, mean));
    }

    /**
     * Chance of a count at least as high in a quiet week, wild ones included.
     *
     * @param ordinaryTail the same chance in a week that is not wild
     */
    public double upperTail(double count, double mean, double ordinaryTail) {
        return (1 - share) * ordinaryTail + share * wildTail(Math.max(0, count), mean);
    }

    /** Chance that a wild week of such a mean counts so many facts or more. */
    static double wildTail(double count, double mean) {
        double scale = SCALE + mean;
        double ratio = scale / (scale + count);
        return ratio * Math.sqrt(ratio);
    }

    /** Chance that a wild week counts exactly so many. */
    static double wildChance(double count, double mean) {
        return wildTail(count, mean) - wildTail(count + 1, mean);
    }
}
