package org.vigie.dashboards.texts;

import java.util.regex.Pattern;

/** Narrow no-break spaces where French typography wants them. Done twice it changes nothing more. */
final class FrenchSpacing {

    private static final char NARROW = '\u202F';
    private static final Pattern BEFORE = Pattern.compile("[ \u00A0](?=[;:!?%»€])");
    private static final Pattern AFTER = Pattern.compile("(?<=«)[ \u00A0]");
    private static final Pattern IN_HOURS = Pattern.compile("(?<=\\d) (?=h\\b)|(?<=\\dh|\\d h) (?=\\d)");

    private FrenchSpacing() {}

    static String applied(String text) {
        String tight = BEFORE.matcher(text).replaceAll(String.valueOf(NARROW));
        tight = AFTER.matcher(tight).replaceAll(String.valueOf(NARROW));
        return IN_HOURS.matcher(tight).replaceAll("\u00A0");
    }
}
