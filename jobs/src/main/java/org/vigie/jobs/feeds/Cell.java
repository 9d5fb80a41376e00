package org.vigie.jobs.feeds;

/** Text of one cell. */
final class Cell {

    private Cell() {}

    /** Without the spaces around it, non-breaking ones and stray byte-order marks included. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\uFEFF' || Character.isWhitespace(c);
    }
}
