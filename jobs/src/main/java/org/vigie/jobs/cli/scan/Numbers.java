package org.vigie.jobs.cli.scan;

/** Numbers as files write them. */
final class Numbers {

    private Numbers() {}

    /** A number with a decimal point; NaN if it is none. */
    static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
