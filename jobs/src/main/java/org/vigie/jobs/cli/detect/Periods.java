package org.vigie.jobs.cli.detect;

/**
 * The periods to judge.
 *
 * @param first number of the first one
 * @param last number of the last one, included
 */
public record Periods(int first, int last) {

    /** All there are. */
    public static final Periods ALL = new Periods(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** Whether a period is to be judged. */
    public boolean contains(int period) {
        return period >= first && period <= last;
    }
}
