package org.vigie.analytics.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much of what comes lies on the sites that a method would look at first.
 *
 * <pre>
 *   hit rate = events on the k highest of n sites / all events
 *   PAI      = hit rate / (k / n)        predictive accuracy index: 1 for sites drawn by lot
 * </pre>
 *
 * <p>k is rounded up, so that a small portfolio still looks at one site. Sites of equal score share the places left
 * evenly: the figure is the mean over all orders of equals. Source: Chainey, Tompson and Uhlig (2008), Security Journal
 * 21(1-2), 4-28.
 */
public final class RankedHits {

    private double taken;
    private double sites;
    private double hits;
    private double events;
    private final double share;

    /** Hits when this share of the sites, above 0 and at most 1, is looked at each time. */
    public RankedHits(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie above 0 and not above 1, not " + share);
        }
        this.share = share;
    }

    /**
     * Adds one ranking, such as one week's.
     *
     * @param score larger is looked at earlier; NaN last, shape [sites]
     * @param came events that came, not negative, shape [sites]
     */
    public void add(double[] score, double[] came) {
        int places = (int) Math.ceil(share * score.length - 1e-9);
        taken += places;
        sites += score.length;
        events += Arrays.stream(came).sum();
        hits += hits(score, came, places);
    }

    /** Events on the sites looked at, over all rankings. */
    public double hits() {
        return hits;
    }

    /** Events on all sites. */
    public double events() {
        return events;
    }

    /** Share of the events that lay on the sites looked at; NaN without any event. */
    public double hitRate() {
        return hits / events;
    }

    /** Hit rate over the share of sites looked at; NaN without any event. */
    public double accuracyIndex() {
        return hitRate() / (taken / sites);
    }

    /**
     * Events on so many of the highest scores, equals sharing the places left.
     *
     * @param score larger is looked at earlier; NaN last, shape [sites]
     * @param came events that came, not negative, shape [sites]
     * @param places how many are looked at; more than there are takes all
     */
    public static double hits(double[] score, double[] came, int places) {
        double[] comparable = Arrays.stream(score)
                .map(one -> Double.isNaN(one) ? Double.NEGATIVE_INFINITY : one)
                .toArray();
        int[] order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -comparable[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double hits = 0;
        int begin = 0;
        while (begin < Math.min(places, order.length)) {
            int end = begin;
            double among = 0;
            while (end < order.length && comparable[order[end]] == comparable[order[begin]]) {
                among += came[order[end++]];
            }
            hits += among * Math.min(places - begin, end - begin) / (end - begin);
            begin = end;
        }
        return hits;
    }
}
