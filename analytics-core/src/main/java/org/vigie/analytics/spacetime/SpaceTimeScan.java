package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scans of the newest weeks: every zone over every number of last weeks.
 *
 * <p>With EXPECTATION the expectation-based Poisson scan, with POISSON the population-based one, and POISSON on {@link
 * #marginBaseline} the space-time permutation scan; {@link ScanStatistic} gives the equations. Totals are over the weeks
 * given. Reference: the R package scanstatistics.
 */
public final class SpaceTimeScan {

    private final int[][] zones;
    private final int mostWeeks;
    private final ScanStatistic statistic;

    /**
     * Prepares a scan.
     *
     * @param zones indices of sites, shape [zones][any]
     * @param mostWeeks longest duration of a window
     * @param statistic how a window is measured
     */
    public SpaceTimeScan(int[][] zones, int mostWeeks, ScanStatistic statistic) {
        this.zones = Arrays.stream(zones).map(int[]::clone).toArray(int[][]::new);
        this.mostWeeks = mostWeeks;
        this.statistic = statistic;
    }

    /**
     * A zone over the last weeks.
     *
     * @param zone index of the zone
     * @param weeks how many, up to the newest
     * @param observed facts inside
     * @param baseline inside
     * @param logLikelihoodRatio evidence for a rise inside
     */
    public record Window(int zone, int weeks, double observed, double baseline, double logLikelihoodRatio) {}

    /**
     * All windows, by zone and within a zone by weeks.
     *
     * @param observed facts, newest week last, shape [sites][weeks]
     * @param baseline of the same shape
     */
    public List<Window> windows(double[][] observed, double[][] baseline) {
        double allObserved = total(observed);
        double allBaseline = total(baseline);
        int weeks = observed[0].length;
        List<Window> windows = new ArrayList<>(zones.length * mostWeeks);
        for (int zone = 0; zone < zones.length; zone++) {
            double inside = 0;
            double insideBaseline = 0;
            for (int duration = 1; duration <= Math.min(mostWeeks, weeks); duration++) {
                for (int site : zones[zone]) {
                    inside += observed[site][weeks - duration];
                    insideBaseline += baseline[site][weeks - duration];
                }
                windows.add(new Window(
                        zone,
                        duration,
                        inside,
                        insideBaseline,
                        statistic.logLikelihoodRatio(inside, insideBaseline, allObserved, allBaseline)));
            }
        }
        return windows;
    }

    /**
     * Baseline of the permutation scan: facts of the site times facts of the week over all facts.
     *
     * @param observed facts, shape [sites][weeks]
     * @return of the same shape
     */
    public static double[][] marginBaseline(double[][] observed) {
        double all = total(observed);
        int weeks = observed[0].length;
        double[] ofWeek = new double[weeks];
        for (double[] site : observed) {
            for (int week = 0; week < weeks; week++) {
                ofWeek[week] += site[week];
            }
        }
        double[][] baseline = new double[observed.length][weeks];
        for (int site = 0; site < observed.length; site++) {
            double ofSite = Arrays.stream(observed[site]).sum();
            for (int week = 0; week < weeks; week++) {
                baseline[site][week] = ofSite * ofWeek[week] / all;
            }
        }
        return baseline;
    }

    private static double total(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
    }
}
