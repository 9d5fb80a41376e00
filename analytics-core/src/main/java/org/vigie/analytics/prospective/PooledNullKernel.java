package org.vigie.analytics.prospective;

/**
 * How often a quiet week reaches a score, from tables made by simulation.
 *
 * <p>For independent quiet weeks of mean m, a share e of them wild and the others negative binomial of variance (1 + a)
 * m, {@link PooledNullTable} holds -log10 P(score >= level), shape [e][a][m][level]. Between its points it is read
 * linearly in log e, log a and log m, and at the level below the score; beyond the last level along its last slope,
 * outside the range of e, a and m at the edge. The law hardly depends on a and m once half a fact is expected per week,
 * so that a mean over the window stands for weeks of unequal means.
 */
final class PooledNullKernel {

    static final double LOWEST_MEAN = .01;
    static final double HIGHEST_MEAN = 30;
    /** Means in equal steps of their logarithm, so close that steps of the law hardly move between two of them. */
    static final int MEANS = 41;

    static final double[] DISPERSIONS = {.01, .1, .3, 1, 3};
    static final double[] SHARES = {.001, .01, .03, .1};
    /** Score of the first level. */
    static final double LOWEST = -1;
    /** Levels per unit of score. */
    static final int LEVELS_PER_UNIT = 10;

    static final int LEVELS = 51;

    /** Levels over which the slope of the tail is taken. */
    private static final int TAIL = 15;

    private static final double MEAN_STEP = Math.log(HIGHEST_MEAN / LOWEST_MEAN) / (MEANS - 1);

    private PooledNullKernel() {}

    /** Mean of a row of the table. */
    static double mean(int row) {
        return LOWEST_MEAN * Math.exp(row * MEAN_STEP);
    }

    /** Chance that a quiet week of such a law reaches the score. */
    static double pValue(double score, QuietLaw law) {
        return chance(score, law, 0);
    }

    /**
     * Chance that a quiet week of such a law passes the level above the score. Scores between two levels are taken as one:
     * a draw between this and the p-value is uniform on quiet weeks.
     */
    static double chanceBeyond(double score, QuietLaw law) {
        return chance(score, law, 1);
    }

    private static double chance(double score, QuietLaw law, int levelsAbove) {
        double share = position(law.wildShare(), SHARES);
        double dispersion = position(law.dispersion(), DISPERSIONS);
        double mean = Math.min(MEANS - 1, Math.max(0, Math.log(law.mean() / LOWEST_MEAN) / MEAN_STEP));
        int lowShare = (int) Math.min(share, SHARES.length - 2);
        int lowDispersion = (int) Math.min(dispersion, DISPERSIONS.length - 2);
        int lowMean = (int) Math.min(mean, MEANS - 2);
        double[] corners = new double[8];
        for (int corner = 0; corner < corners.length; corner++) {
            short[] row = PooledNullTable.VALUES[lowShare + (corner & 1)][lowDispersion + (corner >> 1 & 1)][
                    lowMean + (corner >> 2)];
            corners[corner] = read(row, score, levelsAbove);
        }
        double low = plane(corners, 0, share - lowShare, dispersion - lowDispersion);
        double high = plane(corners, 4, share - lowShare, dispersion - lowDispersion);
        return Math.min(1, Math.pow(10, -mix(low, high, mean - lowMean)));
    }

    private static double plane(double[] corners, int from, double share, double dispersion) {
        return mix(
                mix(corners[from], corners[from + 1], share),
                mix(corners[from + 2], corners[from + 3], share),
                dispersion);
    }

    /** The level below a score speaks for it: never less than the share of weeks that reach the score itself. Beyond the last one the law has no steps. */
    private static double read(short[] values, double score, int levelsAbove) {
        int last = LEVELS - 1;
        double level = (score - LOWEST) * LEVELS_PER_UNIT;
        if (level <= last) {
            int cell = (int) Math.floor(Math.max(-1, level)) + levelsAbove;
            return cell < 0 ? 0 : values[Math.min(last, cell)] / PooledNullTable.UNIT;
        }
        double slope = (values[last] - values[last - TAIL]) / (double) TAIL;
        return (values[last] + (level - last) * slope) / PooledNullTable.UNIT;
    }

    /** Where a value lies among points by its logarithm, from 0 to the last position. */
    private static double position(double value, double[] points) {
        int last = points.length - 1;
        if (value >= points[last]) {
            return last;
        }
        int low = 0;
        while (low < last - 1 && points[low + 1] <= value) {
            low++;
        }
        return low + Math.max(0, Math.log(value / points[low]) / Math.log(points[low + 1] / points[low]));
    }

    private static double mix(double left, double right, double share) {
        return left + (right - left) * share;
    }
}
