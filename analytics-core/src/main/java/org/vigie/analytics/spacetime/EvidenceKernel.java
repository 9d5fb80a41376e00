package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evidence that the facts of some group of neighbouring sites have multiplied in the last weeks, averaged over groups,
 * durations and factors.
 *
 * <p>A window holds the j sites nearest to a centre over the last d weeks. With b, k and sigma^2 of {@link
 * ExpectedWeeks}, sums over the site-weeks (i, t) of the window, and g the neighbourhood-weeks it touches:
 * <pre>
 *   w_it = 1 / (1 + b_it / k)    v_it = w_it b_it    u_it = w_it (y_it - b_it)
 *   lambda_g = sigma^2 / (1 + sigma^2 V_g)           V_g, U_g: sums of v and u over all sites of g
 *   U = sum u_it - v_it lambda_g U_g                 the shock that the whole neighbourhood shows is taken out ...
 *   I = sum v_it - sum_g lambda_g (sum v_it)^2       ... as far as it can be known: U has variance I
 *   B = sum b_it    C = B + U B / I    V = B^2 / I + sum_i rateVariance_i (sum_t b_it)^2    r = B^2 / (V - B)
 *   L(q) = q^C ((B + r) / (q B + r))^(C + r)         negative-binomial likelihood ratio of a rise by q
 *   evidence = mean over windows and q in {1.5, 2, 3} of L(q), windows with U &lt; sqrt(5 I_V) left out (L = 0)
 * </pre>
 * I_V = I + (V - B^2 / I) I^2 / B^2. U is the generalised least-squares score, so that a site adds to it in O(1); a
 * window that does not stand out costs one addition and one comparison, no logarithm. As every L has mean 1 where
 * nothing rose, the evidence is at most 1 in the mean.
 *
 * <p>Source: negative-binomial scan averaging after Neill, Moore and Cooper (2006), A Bayesian spatial scan statistic,
 * NIPS 18, eq. 1-4; score with shared shocks: the inverse of D + sigma^2 b b' (Sherman and Morrison 1950).
 *
 * <p>One object serves many scans of the same sites, one after the other; not for several threads.
 */
final class EvidenceKernel {

    static final double[] FACTORS = {1.5, 2, 3};
    private static final double[] LOG_FACTORS =
            Arrays.stream(FACTORS).map(Math::log).toArray();
    private static final double STANDS_OUT = 5;

    private final int[] order;
    private final int[] area;
    private final int areas;
    private final int sites;
    private final int nearest;
    private final int weeks;
    private final int shortest;

    private final double[] weight;
    private final double[] information;
    private final double[] shrink;
    private final double[] deviation;
    private final double[] areaSum;
    private final double[] inWindow;
    private final double[] runningScore;
    private final double[] runningMean;
    private final double[] runningInformation;
    private final double[] runningRate;
    /** Score from which a window stands out, B, B / I, r, and log((q B + r) / (B + r)) once it was asked for. */
    private final double[] least;

    private final double[] mean;
    private final double[] scale;
    private final double[] size;
    private final double[] logRatio;
    private ExpectedWeeks expected;
    private int standing;
    private int[] standingWindow = new int[1024];
    private double[] standingLikelihood = new double[1024 * FACTORS.length];

    /**
     * Prepares for sites and their neighbours.
     *
     * @param neighbours for each site its nearest sites, itself first, shape [sites][nearest]
     * @param areas number of each site's neighbourhood, shape [sites]
     * @param weeks longest window
     * @param shortest shortest window
     */
    EvidenceKernel(int[][] neighbours, int[] areas, int weeks, int shortest) {
        sites = neighbours.length;
        nearest = neighbours[0].length;
        this.weeks = weeks;
        this.shortest = shortest;
        area = areas.clone();
        this.areas = Arrays.stream(areas).max().orElse(0) + 1;
        order = Arrays.stream(neighbours).flatMapToInt(Arrays::stream).toArray();
        weight = new double[sites * weeks];
        information = new double[sites * weeks];
        deviation = new double[sites * weeks];
        shrink = new double[this.areas * weeks];
        areaSum = new double[this.areas * weeks];
        inWindow = new double[this.areas * weeks];
        runningScore = new double[weeks];
        runningMean = new double[weeks];
        runningInformation = new double[weeks];
        runningRate = new double[weeks];
        int windows = sites * nearest * weeks;
        least = new double[windows];
        mean = new double[windows];
        scale = new double[windows];
        size = new double[windows];
        logRatio = new double[windows * FACTORS.length];
        expected = new ExpectedWeeks(new double[sites * weeks], new double[sites], 0, 0);
    }

    /** A kernel on the same expectations, with room of its own for a scan in another thread. */
    private EvidenceKernel(EvidenceKernel other) {
        sites = other.sites;
        nearest = other.nearest;
        weeks = other.weeks;
        shortest = other.shortest;
        area = other.area;
        areas = other.areas;
        order = other.order;
        weight = other.weight;
        information = other.information;
        shrink = other.shrink;
        runningMean = other.runningMean;
        runningInformation = other.runningInformation;
        runningRate = other.runningRate;
        inWindow = other.inWindow;
        least = other.least;
        mean = other.mean;
        scale = other.scale;
        size = other.size;
        logRatio = other.logRatio;
        expected = other.expected;
        deviation = new double[sites * weeks];
        areaSum = new double[areas * weeks];
        runningScore = new double[weeks];
    }

    /** Kernels for scans of the expectations just set, in so many threads; {@link #expect} must not be called on them. */
    List<EvidenceKernel> forThreads(int threads) {
        for (int window = 0; window < least.length; window++) {
            for (int factor = 0; factor < FACTORS.length && mean[window] > 0; factor++) {
                logRatio(window, factor);
            }
        }
        return Stream.generate(() -> new EvidenceKernel(this)).limit(threads).toList();
    }

    /** Sites of a window: the first {@code rank + 1} of a centre's neighbours. */
    int member(int window, int rank) {
        return order[window / weeks / nearest * nearest + rank];
    }

    /** Rank of the last site of a window among the neighbours of its centre. */
    int lastRank(int window) {
        return window / weeks % nearest;
    }

    /** Weeks of a window, less one. */
    int lastWeek(int window) {
        return window % weeks;
    }

    /** What was set by {@link #expect}. */
    ExpectedWeeks expected() {
        return expected;
    }

    /** Neighbourhood of each site, shape [sites]. */
    int[] areas() {
        return area.clone();
    }

    /** Windows that stood out in the last scan. */
    int standing() {
        return standing;
    }

    /** A window that stood out. */
    int standingWindow(int index) {
        return standingWindow[index];
    }

    /** Its likelihood ratio at a factor. */
    double standingLikelihood(int index, int factor) {
        return standingLikelihood[index * FACTORS.length + factor];
    }

    /** Windows over which the evidence is averaged. */
    long windows() {
        return (long) sites * nearest * (weeks - shortest + 1);
    }

    /** Sets what is expected. */
    void expect(ExpectedWeeks expectedWeeks) {
        expected = expectedWeeks;
        Arrays.fill(areaSum, 0);
        Arrays.fill(logRatio, Double.NaN);
        for (int site = 0; site < sites; site++) {
            for (int t = 0; t < weeks; t++) {
                int cell = site * weeks + t;
                weight[cell] = 1 / (1 + expected.mean[cell] * expected.countDispersion);
                information[cell] = expected.mean[cell] * weight[cell];
                areaSum[area[site] * weeks + t] += information[cell];
            }
        }
        for (int cell = 0; cell < shrink.length; cell++) {
            shrink[cell] = expected.shockVariance / (1 + expected.shockVariance * areaSum[cell]);
        }
        for (int centre = 0; centre < sites; centre++) {
            startWindows(centre);
            for (int rank = 0; rank < nearest; rank++) {
                growWindows(centre, rank);
            }
        }
    }

    private void startWindows(int centre) {
        Arrays.fill(runningMean, 0);
        Arrays.fill(runningInformation, 0);
        Arrays.fill(runningRate, 0);
        for (int rank = 0; rank < nearest; rank++) {
            int first = area[order[centre * nearest + rank]] * weeks;
            Arrays.fill(inWindow, first, first + weeks, 0);
        }
    }

    private void growWindows(int centre, int rank) {
        int site = order[centre * nearest + rank];
        int window = (centre * nearest + rank) * weeks;
        int own = site * weeks;
        int shared = area[site] * weeks;
        double ownMean = 0;
        double ownInformation = 0;
        for (int t = 0; t < weeks; t++) {
            double v = information[own + t];
            double before = inWindow[shared + t];
            // (S + s)^2 - S^2 = 2 S s + s^2
            ownInformation += v - shrink[shared + t] * v * (2 * before + v);
            inWindow[shared + t] = before + v;
            ownMean += expected.mean[own + t];
            double b = runningMean[t] += ownMean;
            double i = runningInformation[t] += ownInformation;
            double rate = runningRate[t] += ownMean * ownMean * expected.rateVariance[site];
            double perInformation = b / i;
            double variance = b * perInformation + rate;
            mean[window + t] = b;
            scale[window + t] = perInformation;
            size[window + t] = b * b / Math.max(variance - b, 1e-9);
            boolean used = t >= shortest - 1 && b > 0;
            least[window + t] = used ? Math.sqrt(STANDS_OUT * variance) / perInformation : Double.POSITIVE_INFINITY;
        }
    }

    /**
     * Mean likelihood ratio of the windows that stand out, over all windows.
     *
     * @param counts facts, newest week first, shape [sites * weeks]
     */
    double scan(int[] counts) {
        score(counts);
        standing = 0;
        double sum = 0;
        for (int centre = 0; centre < sites; centre++) {
            Arrays.fill(runningScore, 0);
            for (int rank = 0; rank < nearest; rank++) {
                int site = order[centre * nearest + rank] * weeks;
                int window = (centre * nearest + rank) * weeks;
                for (int t = 0; t < weeks; t++) {
                    double score = runningScore[t] += deviation[site + t];
                    if (score > least[window + t]) {
                        sum += weigh(window + t, score);
                    }
                }
            }
        }
        return sum / windows();
    }

    /** Scores u of each site, the neighbourhood's shock taken out, summed from the newest week back. */
    private void score(int[] counts) {
        Arrays.fill(areaSum, 0);
        for (int site = 0; site < sites; site++) {
            for (int t = 0; t < weeks; t++) {
                int cell = site * weeks + t;
                deviation[cell] = weight[cell] * (counts[cell] - expected.mean[cell]);
                areaSum[area[site] * weeks + t] += deviation[cell];
            }
        }
        for (int cell = 0; cell < areaSum.length; cell++) {
            areaSum[cell] *= shrink[cell];
        }
        for (int site = 0; site < sites; site++) {
            double sum = 0;
            for (int t = 0; t < weeks; t++) {
                int cell = site * weeks + t;
                sum += deviation[cell] - information[cell] * areaSum[area[site] * weeks + t];
                deviation[cell] = sum;
            }
        }
    }

    /** Keeps a window that stands out; its likelihood ratio, mean over the factors. */
    private double weigh(int window, double score) {
        if (standing == standingWindow.length) {
            standingWindow = Arrays.copyOf(standingWindow, 2 * standing);
            standingLikelihood = Arrays.copyOf(standingLikelihood, 2 * standing * FACTORS.length);
        }
        double count = mean[window] + score * scale[window];
        double sum = 0;
        for (int factor = 0; factor < FACTORS.length; factor++) {
            double ratio = Math.exp(logLikelihood(window, count, factor));
            standingLikelihood[standing * FACTORS.length + factor] = ratio;
            sum += ratio;
        }
        standingWindow[standing++] = window;
        return sum / FACTORS.length;
    }

    private double logLikelihood(int window, double count, int factor) {
        return count * LOG_FACTORS[factor] - (count + size[window]) * logRatio(window, factor);
    }

    private double logRatio(int window, int factor) {
        int index = window * FACTORS.length + factor;
        if (Double.isNaN(logRatio[index])) {
            double r = size[window];
            logRatio[index] = Math.log((FACTORS[factor] * mean[window] + r) / (mean[window] + r));
        }
        return logRatio[index];
    }

    /** Score of a site over the last weeks, the neighbourhood's shock taken out; after a scan. */
    double siteScore(int site, int lastWeek) {
        return deviation[site * weeks + lastWeek];
    }

    /** Logarithm of the greatest likelihood ratio over all factors of a window with this score. */
    double greatestLogLikelihood(int window, double score) {
        double b = mean[window];
        double r = size[window];
        double count = b + score * scale[window];
        return count > b ? count * Math.log(count / b) - (count + r) * Math.log((count + r) / (b + r)) : 0;
    }
}
