package org.vigie.dashboards.pages;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Lines of an iCalendar object: escaped, folded at 75 octets, ended by CR LF (RFC 5545, sections 3.1 and 3.3.11). */
final class CalendarText {

    private static final int LONGEST_LINE = 75;

    private final StringBuilder lines = new StringBuilder();

    /** A line of a name and a value that needs no escaping. */
    CalendarText line(String name, String value) {
        int octets = 0;
        String whole = name + ":" + value;
        for (int at = 0; at < whole.length(); at = whole.offsetByCodePoints(at, 1)) {
            String character = Character.toString(whole.codePointAt(at));
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(character);
            octets += width;
        }
        lines.append("\r\n");
        return this;
    }

    /** A line of text from the landlord; line ends within it stay, other control characters do not. */
    CalendarText text(String name, String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n?|\n", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
        return line(name, escaped);
    }

    /** A day without an hour. */
    CalendarText day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE", day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
