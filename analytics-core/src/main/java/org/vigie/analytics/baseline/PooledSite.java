package org.vigie.analytics.baseline;

/**
 * One part of one site's history as an earlier pass sees it: what it adds to the sums of its group, and what was
 * expected of each of its weeks. All arrays have shape [weeks]; weeks before the site was followed are 0.
 */
final class PooledSite {

    /** Facts counted. */
    final double[] counts;
    /** Rate of the site times exposure. */
    final double[] plain;
    /** How many times the plain expectation the site stood at, as far as its own counts say: 1 in quiet weeks. */
    final double[] rise;
    /** The same, as far as the counts of the other weeks say; 0 where nobody has looked yet. */
    final double[] riseElsewhere;
    /** Facts expected with everything known: course of the group, works, the site's own rise. */
    final double[] expected;

    PooledSite(int weeks) {
        counts = new double[weeks];
        plain = new double[weeks];
        rise = new double[weeks];
        riseElsewhere = new double[weeks];
        expected = new double[weeks];
    }
}
