package org.vigie.jobs.staged;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.jobs.feeds.Spelling;

/**
 * Reads values as French exports write them; throws {@link RejectedValue} with the rule that a text breaks.
 *
 * <p>Dates: {@code 14/10/2026}, {@code 4/1/2026} (also with {@code -} or {@code .}), {@code 2026-10-14}; each may be
 * followed by a time, after a space or {@code T}; a time zone moves it to the landlord's local time. Hours:
 * {@code 23h15}, {@code 23:15}, {@code 23h}; {@code 24:00} ends the day. Decimals: {@code 1 234,50 €} with any kind of
 * space, {@code 1234.5}. Yes and no: {@code O N oui non vrai faux true false 1 0}.
 */
final class Written {

    /** A day, with the time of day where one was written. */
    record Moment(LocalDateTime at, boolean timeGiven) {
        LocalDate day() {
            return at.toLocalDate();
        }
    }

    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final Pattern DATE = Pattern.compile(
            "(?:(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))(?:[ T\\u00A0\\u202F]+(\\S.*))?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[hH:](?:(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?)?");
    private static final Pattern ZONE = Pattern.compile("(.*\\d) ?(Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?[WwSs](\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F\\u2009']+");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private Written() {}

    /** A date or date-time; {@link #OPEN} stands for "no end". */
    static Moment moment(String text, ZoneId zone, String column) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw new RejectedValue(Rule.UNREADABLE_DATE, column);
        }
        boolean french = date.group(1) != null;
        int year = number(date.group(french ? 3 : 4));
        int month = number(date.group(french ? 2 : 5));
        int day = number(date.group(french ? 1 : 6));
        if (year == 0 && month == 0 && day == 0) {
            throw new RejectedValue(Rule.NULL_DATE, column);
        }
        try {
            LocalDate local = LocalDate.of(year, month, day);
            if (local.equals(OPEN)) {
                return new Moment(OPEN.atStartOfDay(), false);
            }
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new RejectedValue(Rule.IMPLAUSIBLE_DATE, column);
            }
            String time = date.group(7);
            return time == null
                    ? new Moment(local.atStartOfDay(), false)
                    : new Moment(at(local, time, zone, column), true);
        } catch (DateTimeException e) {
            throw new RejectedValue(Rule.UNREADABLE_DATE, column);
        }
    }

    private static LocalDateTime at(LocalDate day, String time, ZoneId zone, String column) {
        Matcher zoned = ZONE.matcher(time);
        if (!zoned.matches()) {
            return day.atStartOfDay().plusMinutes(minutes(time, column));
        }
        LocalDateTime written = day.atStartOfDay().plusMinutes(minutes(zoned.group(1), column));
        String offset = zoned.group(2);
        OffsetDateTime instant = OffsetDateTime.of(written, ZoneOffset.of(offset));
        return instant.atZoneSameInstant(zone).toLocalDateTime();
    }

    /** Minutes since midnight, 0 to 1440; seconds are cut off. */
    static int minutes(String text, String column) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new RejectedValue(Rule.UNREADABLE_TIME, column);
        }
        int hour = number(time.group(1));
        int minute = time.group(2) == null ? 0 : number(time.group(2));
        int seconds = time.group(3) == null ? 0 : number(time.group(3));
        if (hour > 24 || minute > 59 || seconds > 60 || (hour == 24 && minute > 0)) {
            throw new RejectedValue(Rule.UNREADABLE_TIME, column);
        }
        return 60 * hour + minute;
    }

    /** Monday of an ISO week, written {@code 2026-W42} or as any of its days. */
    static LocalDate week(String text, ZoneId zone, String column) {
        Matcher week = WEEK.matcher(text);
        try {
            if (week.matches()) {
                String padded = String.format(Locale.ROOT, "%s-W%02d-1", week.group(1), number(week.group(2)));
                return LocalDate.parse(padded, DateTimeFormatter.ISO_WEEK_DATE);
            }
            LocalDate day = moment(text, zone, column).day();
            return day.minusDays(day.getDayOfWeek().getValue() - 1L);
        } catch (DateTimeException | RejectedValue e) {
            throw new RejectedValue(Rule.UNREADABLE_WEEK, column);
        }
    }

    /** A number with a decimal comma or point, grouped or not, with or without a euro sign. */
    static BigDecimal decimal(String text, String column) {
        String bare =
                SPACES.matcher(text.replace('\u2212', '-').replace("€", "")).replaceAll("");
        int comma = bare.lastIndexOf(',');
        int point = bare.lastIndexOf('.');
        String plain =
                comma > point ? bare.replace(".", "").replace(',', '.') : comma >= 0 ? bare.replace(",", "") : bare;
        if (!NUMBER.matcher(plain).matches() || plain.length() > 30) {
            throw new RejectedValue(Rule.UNREADABLE_NUMBER, column);
        }
        return new BigDecimal(plain);
    }

    /** Yes or no. */
    static boolean flag(String text, String column) {
        return switch (Spelling.plain(text)) {
            case "o", "oui", "vrai", "true", "y", "yes", "1", "x" -> true;
            case "n", "non", "faux", "false", "no", "0" -> false;
            default -> throw new RejectedValue(Rule.UNREADABLE_FLAG, column);
        };
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
