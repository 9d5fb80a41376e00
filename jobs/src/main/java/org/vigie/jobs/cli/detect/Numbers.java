package org.vigie.jobs.cli.detect;

/** Numbers as files write them. */
public final class Numbers {

    private Numbers() {}

    /** A number with a decimal point; NaN if it is none. */
    public static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
