package org.vigie.analytics.prospective;

/**
 * How often a quiet week reaches a score, from a table made by simulation.
 *
 * <p>For quiet weeks of mean m and variance (1 + a) m, negative binomial and independent, {@link PooledNullTable} holds
 * -1000 log10 P(score >= level), shape [a][m][level]. Between its points it is read linearly in log a and log m, and at the
 * level below the score; beyond the last level along its last slope, outside the range of a and m at the edge. The law hardly depends on a and
 * m once half a fact is expected per week, so that a mean over the window stands for weeks of unequal means.
 */
final class PooledNullKernel {

    static final double[] MEANS = {.01, .02, .04, .08, .15, .3, .6, 1.2, 3, 10, 30};
    static final double[] DISPERSIONS = {.01, .1, .3, 1, 3};
    /** Score of the first level. */
    static final double LOWEST = -1;
    /** Levels per unit of score. */
    static final int LEVELS_PER_UNIT = 10;

    static final int LEVELS = 51;

    /** Levels over which the slope of the tail is taken. */
    private static final int TAIL = 15;

    private PooledNullKernel() {}

    /** Chance that a quiet week of such mean and dispersion reaches the score. */
    static double pValue(double score, double mean, double dispersion) {
        return chance(score, mean, dispersion, 0);
    }

    /**
     * Chance that a quiet week of such mean and dispersion passes the level above the score. Scores between two levels
     * are taken as one: a draw between this and the p-value is uniform on quiet weeks.
     */
    static double chanceBeyond(double score, double mean, double dispersion) {
        return chance(score, mean, dispersion, 1);
    }

    private static double chance(double score, double mean, double dispersion, int levelsAbove) {
        double row = position(Math.log(mean), logarithms(MEANS));
        double plane = position(Math.log(dispersion), logarithms(DISPERSIONS));
        int lowRow = (int) Math.min(row, MEANS.length - 2);
        int lowPlane = (int) Math.min(plane, DISPERSIONS.length - 2);
        double low = mix(
                read(PooledNullTable.VALUES[lowPlane][lowRow], score, levelsAbove),
                read(PooledNullTable.VALUES[lowPlane][lowRow + 1], score, levelsAbove),
                row - lowRow);
        double high = mix(
                read(PooledNullTable.VALUES[lowPlane + 1][lowRow], score, levelsAbove),
                read(PooledNullTable.VALUES[lowPlane + 1][lowRow + 1], score, levelsAbove),
                row - lowRow);
        return Math.min(1, Math.pow(10, -mix(low, high, plane - lowPlane)));
    }

    /** The level below a score speaks for it: never less than the share of weeks that reach the score itself. Beyond the last one the law has no steps. */
    private static double read(int[] values, double score, int levelsAbove) {
        int last = LEVELS - 1;
        double level = (score - LOWEST) * LEVELS_PER_UNIT;
        if (level <= last) {
            int cell = (int) Math.floor(Math.max(-1, level)) + levelsAbove;
            return cell < 0 ? 0 : values[Math.min(last, cell)] / 1000.0;
        }
        double slope = (values[last] - values[last - TAIL]) / (double) TAIL;
        return (values[last] + (level - last) * slope) / 1000;
    }

    /** Where a value lies among points, from 0 to the last position. */
    private static double position(double value, double[] points) {
        int last = points.length - 1;
        if (value >= points[last]) {
            return last;
        }
        int low = 0;
        while (low < last - 1 && points[low + 1] <= value) {
            low++;
        }
        return low + Math.max(0, (value - points[low]) / (points[low + 1] - points[low]));
    }

    private static double mix(double left, double right, double share) {
        return left + (right - left) * share;
    }

    private static double[] logarithms(double[] values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = Math.log(values[i]);
        }
        return logarithms;
    }
}
