package org.vigie.sample.exports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, hours and figures as French exports print them. */
final class French {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final char NO_BREAK_SPACE = '\u00A0';

    private French() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }

    /** 23h15, or 23:15 when not {@code withLetter}; empty for -1. */
    static String hour(int minute, boolean withLetter) {
        return minute < 0
                ? ""
                : String.format(Locale.ROOT, withLetter ? "%02dh%02d" : "%02d:%02d", minute / 60, minute % 60);
    }

    /** Hundredths as 1 234,50 with a no-break space. */
    static String money(int cents) {
        int euros = cents / 100;
        String whole = euros < 1000
                ? Integer.toString(euros)
                : euros / 1000 + String.valueOf(NO_BREAK_SPACE) + String.format(Locale.ROOT, "%03d", euros % 1000);
        return whole + String.format(Locale.ROOT, ",%02d", cents % 100);
    }

    /** Tenths as 6,5. */
    static String tenths(long tenths) {
        return tenths / 10 + "," + tenths % 10;
    }
}
