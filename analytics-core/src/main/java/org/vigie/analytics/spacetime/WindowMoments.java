package org.vigie.analytics.spacetime;

import java.util.Arrays;

/**
 * Mean B, information I and variance V of windows, as {@link EvidenceKernel} defines them: I of all windows around one
 * centre after the other, which fit into the fastest memory, B and V of the few that are asked for.
 */
final class WindowMoments {

    /** I of the windows of the centre, shape [nearest * weeks]. */
    private final double[] information;

    private final SiteScores scores;
    private final int[] order;
    private final int nearest;
    private final int weeks;
    /** Of each site over its last weeks, shape [sites * weeks]. */
    private final double[] siteMean;

    private final double[] siteRate;
    /** v and lambda v of each cell. */
    private final double[] own;

    private final double[] shared;
    /** Where the neighbourhood of each site begins among the sums of v in the window. */
    private final int[] firstShared;

    private final double[] inWindow;
    private final double[] running;

    /**
     * Prepares for sites and their neighbours.
     *
     * @param order for each site its nearest sites, itself first, shape [sites * nearest]
     */
    WindowMoments(SiteScores scores, int[] order, int weeks) {
        this.scores = scores;
        this.order = order;
        this.weeks = weeks;
        int sites = scores.areas().length;
        nearest = order.length / sites;
        information = new double[nearest * weeks];
        running = new double[weeks];
        siteMean = new double[sites * weeks];
        siteRate = new double[sites * weeks];
        own = new double[sites * weeks];
        shared = new double[sites * weeks];
        firstShared = new int[sites];
        Arrays.setAll(firstShared, site -> scores.area(site) * weeks);
        inWindow = new double[scores.areaCells()];
    }

    /** Takes over what the scores expect. */
    void expect() {
        ExpectedWeeks expected = scores.expected();
        for (int site = 0; site < firstShared.length; site++) {
            double sum = 0;
            for (int t = 0; t < weeks; t++) {
                int cell = site * weeks + t;
                sum += expected.mean[cell];
                siteMean[cell] = sum;
                siteRate[cell] = sum * sum * expected.rateVariance[site];
                own[cell] = scores.information(cell);
                shared[cell] = scores.shrink(firstShared[site] + t) * own[cell];
            }
        }
    }

    /** Information of the windows of a centre; overwritten by the next centre. */
    double[] of(int centre) {
        for (int rank = 0; rank < nearest; rank++) {
            int first = firstShared[order[centre * nearest + rank]];
            Arrays.fill(inWindow, first, first + weeks, 0);
        }
        Arrays.fill(running, 0);
        for (int rank = 0; rank < nearest; rank++) {
            add(order[centre * nearest + rank], rank * weeks);
        }
        return information;
    }

    private void add(int site, int row) {
        int cell = site * weeks;
        int area = firstShared[site];
        double added = 0;
        for (int t = 0; t < weeks; t++) {
            double v = own[cell + t];
            double before = inWindow[area + t];
            // (S + s)^2 - S^2 = 2 S s + s^2
            added += v - shared[cell + t] * (2 * before + v);
            inWindow[area + t] = before + v;
            information[row + t] = running[t] += added;
        }
    }

    /** B of a window. */
    double mean(int window) {
        return sum(siteMean, window);
    }

    /**
     * V of a window.
     *
     * @param windowMean its B
     * @param windowInformation its I
     */
    double variance(int window, double windowMean, double windowInformation) {
        return windowMean * (windowMean / windowInformation) + sum(siteRate, window);
    }

    private double sum(double[] ofSites, int window) {
        int last = window / weeks;
        double sum = 0;
        for (int position = last - last % nearest; position <= last; position++) {
            sum += ofSites[order[position] * weeks + window % weeks];
        }
        return sum;
    }
}
