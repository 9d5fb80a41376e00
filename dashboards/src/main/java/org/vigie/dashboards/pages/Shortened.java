package org.vigie.dashboards.pages;

/** Texts cut to what a line or a sheet of paper holds. */
final class Shortened {

    private Shortened() {}

    /** The text itself, or its beginning and an ellipsis, in at most so many characters. */
    static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).strip() + "…";
    }
}
