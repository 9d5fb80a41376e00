package org.vigie.analytics.forecast;

import java.util.Arrays;

/**
 * Signed counts of one place, each with the week that it is about and the week in which it became known, so that any past
 * state of knowledge is a sum. Weeks are whole numbers on one axis.
 */
public final class KnownCounts {

    private final int[] weeks;
    private final int[] known;
    private final double[] counts;

    /**
     * Changes in any order.
     *
     * @param weeks week that a change is about, shape [changes]
     * @param known week in which it became known; one before the week itself counts as that week, shape [changes]
     * @param counts facts, negative where some are taken back, shape [changes]
     */
    public KnownCounts(int[] weeks, int[] known, double[] counts) {
        if (weeks.length != known.length || weeks.length != counts.length) {
            throw new IllegalArgumentException(
                    "one week of knowledge and one count for each week: " + known.length + ", " + counts.length);
        }
        this.weeks = weeks.clone();
        this.known = known.clone();
        this.counts = counts.clone();
    }

    /**
     * Facts with weights that halve with their age, as known then.
     *
     * <pre>
     *   recent[t] = sum over facts of weeks s &lt;= t, known by t, of count 2^(-(t - s) / halfLife)
     * </pre>
     *
     * @param first week of the first sum
     * @param length number of sums
     * @param halfLife age at which a fact weighs half, in weeks
     * @return sums of the weeks first, first + 1, ..., shape [length]
     */
    public double[] recent(int first, int length, double halfLife) {
        double[] recent = new double[length];
        for (int i = 0; i < counts.length; i++) {
            int told = Math.max(weeks[i], known[i]);
            int from = Math.max(told, first);
            if (from - first < length) {
                recent[from - first] += counts[i] * Math.pow(2, -(from - weeks[i]) / halfLife);
            }
        }
        double kept = Math.pow(2, -1 / halfLife);
        for (int t = 1; t < length; t++) {
            recent[t] += kept * recent[t - 1];
        }
        return recent;
    }

    /**
     * What {@link #recent} comes to with one fact in each week: the exposure behind it.
     *
     * @param weeks number of weeks, the newest included
     */
    public static double recentWeeks(int weeks, double halfLife) {
        double kept = Math.pow(2, -1 / halfLife);
        return weeks <= 0 ? 0 : (1 - Math.pow(kept, weeks)) / (1 - kept);
    }

    /** Facts of the weeks from one to another, both included, as known at the end of a third. */
    public double between(int from, int to, int asOf) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (weeks[i] >= from && weeks[i] <= to && known[i] <= asOf) {
                sum += counts[i];
            }
        }
        return sum;
    }

    /**
     * First week from which facts come as they usually do, as known at the end of another: a quarter's facts are then a
     * quarter of the mean or more. Strays long before the first delivery do not count.
     *
     * @param oldest no earlier week is given
     * @param asOf what became known later is not looked at
     * @param quarterWeeks length of the quarter that must hold facts
     * @return the week, or the one after {@code asOf} when no fact is known
     */
    public int begin(int oldest, int asOf, int quarterWeeks) {
        double[] byWeek = new double[Math.max(0, asOf - oldest + 1)];
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            if (within(i, oldest, asOf)) {
                byWeek[weeks[i] - oldest] += counts[i];
                all += counts[i];
            }
        }
        int first = 0;
        while (first < byWeek.length && byWeek[first] <= 0) {
            first++;
        }
        double enough = all / Math.max(1, byWeek.length - first) * quarterWeeks / 4;
        for (int week = first; week < byWeek.length; week++) {
            double quarter = 0;
            for (int i = week; i < Math.min(byWeek.length, week + quarterWeeks); i++) {
                quarter += byWeek[i];
            }
            if (byWeek[week] > 0 && quarter >= enough) {
                return oldest + week;
            }
        }
        return asOf + 1;
    }

    private boolean within(int change, int oldest, int asOf) {
        return weeks[change] >= oldest && weeks[change] <= asOf && known[change] <= asOf;
    }

    /** The changes as one array, three numbers for each: week, week of knowledge, count. */
    public double[] toArray() {
        double[] packed = new double[3 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            packed[3 * i] = weeks[i];
            packed[3 * i + 1] = known[i];
            packed[3 * i + 2] = counts[i];
        }
        return packed;
    }

    /** What {@link #toArray} gave. */
    public static KnownCounts of(double[] packed) {
        int changes = packed.length / 3;
        int[] weeks = new int[changes];
        int[] known = new int[changes];
        double[] counts = new double[changes];
        Arrays.setAll(weeks, i -> (int) packed[3 * i]);
        Arrays.setAll(known, i -> (int) packed[3 * i + 1]);
        Arrays.setAll(counts, i -> packed[3 * i + 2]);
        return new KnownCounts(weeks, known, counts);
    }
}
