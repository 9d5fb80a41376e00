package org.vigie.analytics.spacetime;

import java.util.Arrays;

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
 * I_V = I + (V - B^2 / I) I^2 / B^2. U is the generalised least-squares score, so that a site adds to it in O(1). Most
 * windows do not stand out and cost no division and no logarithm: U &lt;= sqrt(5 I) leaves them out before B and V are
 * known. As every L has mean 1 where nothing rose, the evidence is at most 1 in the mean.
 *
 * <p>Source: negative-binomial scan averaging after Neill, Moore and Cooper (2006), A Bayesian spatial scan statistic,
 * NIPS 18, eq. 1-4; score with shared shocks: the inverse of D + sigma^2 b b' (Sherman and Morrison 1950).
 *
 * <p>One object serves many scans of the same sites, one after the other; not for several threads.
 */
final class EvidenceKernel {

    private static final int FACTORS = RiseLikelihood.FACTORS.length;
    static final double STANDS_OUT = 5;

    private final SiteScores scores;
    private final WindowMoments moments;
    private final int[] order;
    private final int sites;
    private final int nearest;
    private final int weeks;
    private final int shortest;
    private final double[] runningScore;
    private double[] siteScore = new double[0];
    private int standing;
    private int[] standingWindow = new int[1024];
    private double[] standingLikelihood = new double[1024 * FACTORS];

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
        order = Arrays.stream(neighbours).flatMapToInt(Arrays::stream).toArray();
        scores = new SiteScores(areas, weeks);
        moments = new WindowMoments(scores, order, weeks);
        runningScore = new double[weeks];
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
        return scores.expected();
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
        return standingLikelihood[index * FACTORS + factor];
    }

    /** Windows over which the evidence is averaged. */
    long windows() {
        return (long) sites * nearest * (weeks - shortest + 1);
    }

    /** Sets what is expected. */
    void expect(ExpectedWeeks expectedWeeks) {
        scores.expect(expectedWeeks);
        moments.expect();
    }

    /** The same scan for many counts against the expectations just set. */
    RepeatedEvidence repeated() {
        return new RepeatedEvidence(scores, moments, order, shortest);
    }

    /**
     * Mean likelihood ratio of the windows that stand out, over all windows.
     *
     * @param counts facts, newest week first, shape [sites * weeks]
     */
    double scan(int[] counts) {
        siteScore = scores.of(counts);
        standing = 0;
        double sum = 0;
        for (int centre = 0; centre < sites; centre++) {
            double[] information = moments.of(centre);
            Arrays.fill(runningScore, 0);
            for (int rank = 0; rank < nearest; rank++) {
                sum += scanRank(centre * nearest + rank, information, rank * weeks);
            }
        }
        return sum / windows();
    }

    /** Evidence of the windows that end with the site of one rank; {@code row} is where their information begins. */
    private double scanRank(int position, double[] information, int row) {
        int cell = order[position] * weeks;
        double sum = 0;
        for (int t = 0; t < weeks; t++) {
            double score = runningScore[t] += siteScore[cell + t];
            // the sign of the square is that of the score
            if (score * Math.abs(score) > STANDS_OUT * information[row + t] && t >= shortest - 1) {
                sum += weigh(position * weeks + t, score, information[row + t]);
            }
        }
        return sum;
    }

    /** Keeps a window if it stands out; its likelihood ratio, mean over the factors. */
    private double weigh(int window, double score, double information) {
        double mean = moments.mean(window);
        double variance = moments.variance(window, mean, information);
        if (!(score > Math.sqrt(STANDS_OUT * variance) / (mean / information))) {
            return 0;
        }
        if (standing == standingWindow.length) {
            standingWindow = Arrays.copyOf(standingWindow, 2 * standing);
            standingLikelihood = Arrays.copyOf(standingLikelihood, 2 * standing * FACTORS);
        }
        double count = mean + score * (mean / information);
        double size = RiseLikelihood.size(mean, variance);
        double sum = 0;
        for (int factor = 0; factor < FACTORS; factor++) {
            double ratio = RiseLikelihood.ratio(count, size, factor, RiseLikelihood.logRatio(mean, size, factor));
            standingLikelihood[standing * FACTORS + factor] = ratio;
            sum += ratio;
        }
        standingWindow[standing++] = window;
        return sum / FACTORS;
    }

    /** Score of a site over the last weeks, the neighbourhood's shock taken out; after a scan. */
    double siteScore(int site, int lastWeek) {
        return siteScore[site * weeks + lastWeek];
    }

    /** Logarithm of the greatest likelihood ratio over all factors of a window with this score. */
    double greatestLogLikelihood(int window, double score) {
        double information = moments.of(window / weeks / nearest)[window % (nearest * weeks)];
        double mean = moments.mean(window);
        double size = RiseLikelihood.size(mean, moments.variance(window, mean, information));
        return RiseLikelihood.greatestLog(mean + score * (mean / information), mean, size);
    }
}
