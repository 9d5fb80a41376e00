package org.vigie.jobs.staged;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * The number of an alert: {@code A-<week opened>-<site>-<family>}.
 *
 * @param opened week in which its episode opened first
 * @param siteId site
 * @param family series that led then: a family, ALL or GRAVE
 */
public record AlertNumber(IsoWeek opened, String siteId, String family) {

    private static final Pattern FORM = Pattern.compile("A-(\\d{4}-W\\d{2})-([A-Z0-9][A-Z0-9_-]{0,31})-([A-Z]{2,8})");

    /** Reads a number as people type it, small letters included; empty when no alert can have it. */
    public static Optional<AlertNumber> parse(String text) {
        Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AlertNumber(IsoWeek.parse(parts.group(1)), parts.group(2), parts.group(3)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "A-" + opened + "-" + siteId + "-" + family;
    }
}
