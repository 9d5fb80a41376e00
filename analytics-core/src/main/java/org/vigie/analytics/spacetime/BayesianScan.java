package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Bayesian scan: how probable a rise in each window is, and in any.
 *
 * <pre>
 *   counts ~ Poisson(q b),  q ~ Gamma(a, s) everywhere; with a rise by m inside the window there q ~ Gamma(m a, s)
 *   g(c, b; a) = s^a Gamma(a + c) / (Gamma(a) (s + b)^(a + c))     up to factors that all hypotheses share
 *   bayes factor of a window = mean over m of g(c, b; m a) g(C - c, B - b; a) / g(C, B; a)
 *   odds of a window against no rise = prior / (1 - prior) / windows * bayes factor
 * </pre>
 *
 * <p>c and b are the facts and the baseline inside, C and B those in all. Source: Neill, Moore, Cooper 2006, A Bayesian
 * spatial scan statistic, NIPS 18, eq. 2-4, each week of a window taken as further cells. Reference: scan_bayes_negbin of
 * the R package scanstatistics, which multiplies each Bayes factor with the number of ways to choose c of C facts.
 */
public final class BayesianScan {

    private final int[][] zones;
    private final int mostWeeks;
    private final Prior prior;

    /**
     * Prepares a scan.
     *
     * @param zones indices of sites, shape [zones][any]
     * @param mostWeeks longest duration of a window
     */
    public BayesianScan(int[][] zones, int mostWeeks, Prior prior) {
        this.zones = Arrays.stream(zones).map(int[]::clone).toArray(int[][]::new);
        this.mostWeeks = mostWeeks;
        this.prior = prior;
    }

    /**
     * What is held before the counts are seen.
     *
     * @param rise probability that anything rises, in (0, 1)
     * @param shape a of the relative risk
     * @param rate s of the relative risk
     * @param factors m, equally probable
     */
    public record Prior(double rise, double shape, double rate, List<Double> factors) {

        /** Checks the ranges given above. */
        public Prior {
            if (!(rise > 0 && rise < 1 && shape > 0 && rate > 0) || factors.isEmpty()) {
                throw new IllegalArgumentException("needs rise in (0, 1), shape and rate above 0, and a factor: " + rise
                        + ", " + shape + ", " + rate + ", " + factors);
            }
            factors = List.copyOf(factors);
        }

        /** A rise with probability .05 by 1, 1.1, ... 3; shape and rate 1, which leave the relative risk almost open. */
        public static Prior standard() {
            return new Prior(
                    .05,
                    1,
                    1,
                    IntStream.rangeClosed(0, 20).mapToObj(i -> 1 + i / 10.0).toList());
        }
    }

    /**
     * A zone over the last weeks.
     *
     * @param zone index of the zone
     * @param weeks how many, up to the newest
     * @param observed facts inside
     * @param logBayesFactor logarithm of its Bayes factor
     * @param logOdds logarithm of its posterior odds against no rise
     */
    public record Window(int zone, int weeks, double observed, double logBayesFactor, double logOdds) {}

    /**
     * All windows, by zone and within a zone by weeks.
     *
     * @param observed facts, newest week last, shape [sites][weeks]
     * @param baseline of the same shape
     */
    public List<Window> windows(double[][] observed, double[][] baseline) {
        double facts = SpaceTimeScan.total(observed);
        double expected = SpaceTimeScan.total(baseline);
        double none = marginal(facts, expected, prior.shape());
        int durations = Math.min(mostWeeks, observed[0].length);
        double logPrior = Math.log(prior.rise() / (1 - prior.rise()) / zones.length / durations);
        List<Window> windows = new ArrayList<>(zones.length * durations);
        for (int zone = 0; zone < zones.length; zone++) {
            double inside = 0;
            double expectedInside = 0;
            for (int weeks = 1; weeks <= durations; weeks++) {
                for (int site : zones[zone]) {
                    inside += observed[site][observed[site].length - weeks];
                    expectedInside += baseline[site][observed[site].length - weeks];
                }
                double factor = logRise(inside, expectedInside)
                        + marginal(facts - inside, expected - expectedInside, prior.shape())
                        - none;
                windows.add(new Window(zone, weeks, inside, factor, logPrior + factor));
            }
        }
        return windows;
    }

    /** Logarithm of the probability that nothing rose, from the windows' odds, shape [windows]. */
    public static double logQuiet(double[] logOdds) {
        // odds of no rise against no rise are 1
        double[] all = Arrays.copyOf(logOdds, logOdds.length + 1);
        return -logSum(all);
    }

    /**
     * Probability of each site to be in the window that rose.
     *
     * @param windows as {@link #windows} gives them
     * @param logPosteriors logarithm of the probability of each window, shape [windows]
     * @return shape [sites]
     */
    public double[] sites(List<Window> windows, double[] logPosteriors) {
        double[] sites = new double
                [Arrays.stream(zones).flatMapToInt(Arrays::stream).max().orElse(-1) + 1];
        for (int i = 0; i < logPosteriors.length; i++) {
            for (int site : zones[windows.get(i).zone()]) {
                sites[site] += Math.exp(logPosteriors[i]);
            }
        }
        return sites;
    }

    private double logRise(double observed, double baseline) {
        double[] each = prior.factors().stream()
                .mapToDouble(factor -> marginal(observed, baseline, factor * prior.shape()))
                .toArray();
        return logSum(each) - Math.log(each.length);
    }

    private double marginal(double observed, double baseline, double shape) {
        return shape * Math.log(prior.rate())
                + Gamma.logGamma(shape + observed)
                - Gamma.logGamma(shape)
                - (shape + observed) * Math.log(prior.rate() + baseline);
    }

    private static double logSum(double[] logs) {
        double largest = Arrays.stream(logs).max().orElse(Double.NEGATIVE_INFINITY);
        return largest
                + Math.log(
                        Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum());
    }
}
