package org.vigie.analytics.spacetime;

/** Sums over site-weeks from which the spread of counts and of neighbourhood-weeks is estimated by moments. */
final class ScanMoments {

    private static final double LEAST_DISPERSION = 0.01;

    private final SiteWeekCounts counts;
    private final int weeks;
    private final double[] areaDeviation;
    private final double[] areaMean;
    private double excess;
    private double squares;
    private double ownSquaredDeviations;

    ScanMoments(SiteWeekCounts counts) {
        this.counts = counts;
        weeks = counts.weeks();
        areaDeviation = new double[counts.neighbourhoodCount() * weeks];
        areaMean = new double[areaDeviation.length];
    }

    /** Adds a site-week; {@code freedom} is the share of the Poisson variance that estimating the mean leaves. */
    void add(int site, int week, double mean, double freedom) {
        double deviation = counts.count(site, week) - mean;
        excess += deviation * deviation - mean * freedom;
        squares += mean * mean;
        ownSquaredDeviations += deviation * deviation;
        int cell = counts.neighbourhood(site) * weeks + week;
        areaDeviation[cell] += deviation;
        areaMean[cell] += mean;
    }

    /** 1 / k: variance beyond Poisson over the squared mean, without what the neighbourhood shares. */
    double countDispersion() {
        double all = squares > 0 ? excess / squares : 0;
        return Math.max(LEAST_DISPERSION, all - shockVariance());
    }

    /** Variance that the sites of a neighbourhood share in a week, over their squared mean; at least 0. */
    double shockVariance() {
        double together = -ownSquaredDeviations;
        double meanSquares = -squares;
        for (int cell = 0; cell < areaMean.length; cell++) {
            together += areaDeviation[cell] * areaDeviation[cell];
            meanSquares += areaMean[cell] * areaMean[cell];
        }
        return meanSquares > squares * 1e-9 ? Math.max(0, together / meanSquares) : 0;
    }
}
