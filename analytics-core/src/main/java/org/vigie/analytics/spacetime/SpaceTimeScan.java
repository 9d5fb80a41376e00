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
public final class SpaceTimeScan implements SpaceTimeSearch {

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
     * @param weeks how many, up to the newest or the one asked for
     * @param observed facts inside
     * @param baseline inside
     * @param logLikelihoodRatio evidence for a rise inside
     */
    public record Window(int zone, int weeks, double observed, double baseline, double logLikelihoodRatio) {}

    /**
     * All windows up to the newest week, by zone and within a zone by weeks.
     *
     * @param observed facts, newest week last, shape [sites][weeks]
     * @param baseline of the same shape
     */
    public List<Window> windows(double[][] observed, double[][] baseline) {
        return windowsUntil(observed[0].length - 1, observed, baseline);
    }

    /** All windows that end with a week, measured against the totals of all weeks: those of a retrospective scan. */
    public List<Window> windowsUntil(int last, double[][] observed, double[][] baseline) {
        double allObserved = total(observed);
        double allBaseline = total(baseline);
        int durations = Math.min(mostWeeks, last + 1);
        List<Window> windows = new ArrayList<>(zones.length * durations);
        for (int zone = 0; zone < zones.length; zone++) {
            double inside = 0;
            double insideBaseline = 0;
            for (int duration = 1; duration <= durations; duration++) {
                for (int site : zones[zone]) {
                    inside += observed[site][last + 1 - duration];
                    insideBaseline += baseline[site][last + 1 - duration];
                }
                double ratio = statistic.logLikelihoodRatio(inside, insideBaseline, allObserved, allBaseline);
                windows.add(new Window(zone, duration, inside, insideBaseline, ratio));
            }
        }
        return windows;
    }

    @Override
    public List<Found> separate(double[][] observed, double[][] baseline) {
        return SeparateZones.of(windows(observed, baseline), Window::logLikelihoodRatio, window -> zones[window.zone()])
                .stream()
                .map(window -> new Found(
                        Arrays.stream(zones[window.zone()]).boxed().toList(),
                        window.weeks(),
                        window.observed(),
                        window.baseline(),
                        window.logLikelihoodRatio()))
                .toList();
    }

    /**
     * The largest log likelihood ratio of all windows.
     *
     * <p>Without a logarithm where (C - b)^2 / (2 b) already lies below the largest so far: for EXPECTATION the ratio is
     * never above it.
     *
     * @param observed facts, newest week last, shape [sites][weeks]
     * @param baseline of the same shape
     */
    @Override
    public double maximum(double[][] observed, double[][] baseline) {
        double allObserved = total(observed);
        double allBaseline = total(baseline);
        int durations = Math.min(mostWeeks, observed[0].length);
        double[][] counts = lastWeeks(observed, durations);
        double[][] expected = lastWeeks(baseline, durations);
        double[] inside = new double[durations];
        double[] insideBaseline = new double[durations];
        double largest = 0;
        for (int[] zone : zones) {
            Arrays.fill(inside, 0);
            Arrays.fill(insideBaseline, 0);
            for (int site : zone) {
                for (int d = 0; d < durations; d++) {
                    inside[d] += counts[site][d];
                    insideBaseline[d] += expected[site][d];
                }
            }
            for (int d = 0; d < durations; d++) {
                if (mayExceed(largest, inside[d], insideBaseline[d])) {
                    largest = Math.max(
                            largest,
                            statistic.logLikelihoodRatio(inside[d], insideBaseline[d], allObserved, allBaseline));
                }
            }
        }
        return largest;
    }

    private boolean mayExceed(double largest, double observed, double baseline) {
        if (statistic != ScanStatistic.EXPECTATION) {
            return true;
        }
        double above = observed - baseline;
        return above > 0 && above * above > 2 * baseline * largest;
    }

    /** Sums over the last 1, 2, ... weeks, shape [sites][durations]. */
    static double[][] lastWeeks(double[][] values, int durations) {
        double[][] sums = new double[values.length][durations];
        for (int site = 0; site < sums.length; site++) {
            double sum = 0;
            for (int d = 0; d < durations; d++) {
                sum += values[site][values[site].length - 1 - d];
                sums[site][d] = sum;
            }
        }
        return sums;
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

    /** Sum over all sites and weeks. */
    static double total(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
    }
}
