package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expectation-based Poisson scan over every subset of the sites near a centre, in linear time.
 *
 * <pre>
 *   priority of a site = facts / baseline over the last d weeks
 *   best subset of n sites = the first j of them in falling order of priority, for some j
 * </pre>
 *
 * <p>So n subsets are measured in place of 2^n: the ratio of {@link ScanStatistic#EXPECTATION} grows with facts, falls with
 * the baseline where facts exceed it, and is convex in both. A subset need not be connected, and may leave out a quiet site
 * in the middle. Source: Neill 2012, J. R. Statist. Soc. B 74, 337-360, theorem 1, section 3.2 (fast localised scan).
 */
public final class SubsetScan implements SpaceTimeSearch {

    private final int[][] nearest;
    private final int mostWeeks;

    /**
     * Prepares a scan.
     *
     * @param nearest for each centre the sites whose subsets are searched, shape [centres][any]
     * @param mostWeeks longest duration of a window
     */
    public SubsetScan(int[][] nearest, int mostWeeks) {
        this.nearest = Arrays.stream(nearest).map(int[]::clone).toArray(int[][]::new);
        this.mostWeeks = mostWeeks;
    }

    /** For each centre and number of weeks the best subset, and of them those that do not overlap. */
    @Override
    public List<Found> separate(double[][] observed, double[][] baseline) {
        List<Found> best = new ArrayList<>();
        search(observed, baseline, subset -> {
            if (subset.ratio > 0) {
                best.add(subset.found());
            }
        });
        return SeparateZones.of(
                best,
                Found::logLikelihoodRatio,
                found -> found.sites().stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public double maximum(double[][] observed, double[][] baseline) {
        double[] largest = {0};
        search(observed, baseline, subset -> largest[0] = Math.max(largest[0], subset.ratio));
        return largest[0];
    }

    private void search(double[][] observed, double[][] baseline, Measured measured) {
        int durations = Math.min(mostWeeks, observed[0].length);
        double[][] counts = SpaceTimeScan.lastWeeks(observed, durations);
        double[][] expected = SpaceTimeScan.lastWeeks(baseline, durations);
        for (int[] around : nearest) {
            Subset subset = new Subset(around);
            for (int d = 0; d < durations; d++) {
                subset.choose(counts, expected, d);
                measured.accept(subset);
            }
        }
    }

    private interface Measured {
        void accept(Subset subset);
    }

    /** The best subset of the sites of one centre, for one duration after the other. */
    private static final class Subset {

        private final int[] order;
        private final double[] priority;
        private int weeks;
        private int size;
        private double observed;
        private double baseline;
        private double ratio;

        Subset(int[] around) {
            order = around.clone();
            priority = new double[around.length];
        }

        void choose(double[][] counts, double[][] expected, int duration) {
            sort(counts, expected, duration);
            weeks = duration + 1;
            ratio = 0;
            double inside = 0;
            double insideBaseline = 0;
            for (int j = 0; j < order.length; j++) {
                inside += counts[order[j]][duration];
                insideBaseline += expected[order[j]][duration];
                double found = ScanStatistic.EXPECTATION.logLikelihoodRatio(inside, insideBaseline, 0, 0);
                if (found > ratio) {
                    ratio = found;
                    size = j + 1;
                    observed = inside;
                    baseline = insideBaseline;
                }
            }
        }

        /** By insertion: the order of the duration before is nearly right. */
        private void sort(double[][] counts, double[][] expected, int duration) {
            for (int j = 0; j < order.length; j++) {
                int site = order[j];
                double facts = counts[site][duration];
                double own = facts > 0 ? facts / expected[site][duration] : 0;
                int k = j;
                while (k > 0 && priority[k - 1] < own) {
                    priority[k] = priority[k - 1];
                    order[k] = order[k - 1];
                    k--;
                }
                priority[k] = own;
                order[k] = site;
            }
        }

        Found found() {
            return new Found(Arrays.stream(order, 0, size).boxed().toList(), weeks, observed, baseline, ratio);
        }
    }
}
