package org.vigie.jobs.staged;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.feeds.ExportRow;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedColumn;
import org.vigie.jobs.feeds.FeedSettings;
import org.vigie.jobs.staged.Written.Moment;

/** The cells of one row, typed on demand; throws {@link RejectedValue} at the first one that breaks a rule. */
final class Cells {

    private static final Pattern SITE_CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

    private final Feed feed;
    private final FeedSettings settings;
    private final TypingContext context;
    private final CodeReader codes;
    private final ExportRow row;

    Cells(Feed feed, FeedSettings settings, TypingContext context, CodeReader codes, ExportRow row) {
        this.feed = feed;
        this.settings = settings;
        this.context = context;
        this.codes = codes;
        this.row = row;
    }

    /** A point in degrees. */
    record Point(double longitude, double latitude) {}

    Feed feed() {
        return feed;
    }

    FeedSettings settings() {
        return settings;
    }

    TypingContext context() {
        return context;
    }

    ExportRow row() {
        return row;
    }

    String key(String column) {
        return text(column).orElseThrow(() -> new RejectedValue(Rule.MISSING_KEY, column));
    }

    Optional<String> text(String column) {
        String text = row.text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A code of a place in capitals, with its leading zeros, resolved by nobody yet. */
    Optional<String> siteRef(String column) {
        return text(column).map(code -> code.toUpperCase(Locale.ROOT));
    }

    /** A code that names a place for good: it becomes part of file names. */
    String siteCode(String column) {
        String code = siteRef(column).orElseThrow(() -> new RejectedValue(Rule.MISSING_KEY, column));
        if (!SITE_CODE.matcher(code).matches()) {
            throw new RejectedValue(Rule.BAD_SITE_CODE, column);
        }
        return code;
    }

    /** Site code, or coordinates in its stead; rejected when there is neither. */
    Optional<String> place(Optional<Point> point) {
        Optional<String> site = siteRef("code_site");
        if (site.isEmpty() && point.isEmpty()) {
            throw new RejectedValue(Rule.MISSING_PLACE, "code_site");
        }
        return site;
    }

    /** Coordinates; an export that has none writes 0 and 0, which lies in the Atlantic. */
    Optional<Point> point() {
        Optional<Double> longitude = decimal("longitude", -180, 180);
        Optional<Double> latitude = decimal("latitude", -90, 90);
        if (longitude.isEmpty() || latitude.isEmpty()) {
            return Optional.empty();
        }
        Point point = new Point(longitude.get(), latitude.get());
        return point.longitude() == 0 && point.latitude() == 0 ? Optional.empty() : Optional.of(point);
    }

    /** A date or date-time that must be a real day. */
    Optional<Moment> moment(String column) {
        Optional<Moment> moment = text(column).map(text -> Written.moment(text, zone(), column));
        if (moment.filter(Cells::isOpen).isPresent()) {
            throw new RejectedValue(Rule.OPEN_DATE, column);
        }
        return moment;
    }

    Optional<LocalDate> day(String column) {
        return moment(column).map(Moment::day);
    }

    LocalDate requiredDay(String column) {
        return required(day(column), column);
    }

    /** An end: 31/12/9999 says that there is none. */
    Optional<LocalDate> openDay(String column) {
        return text(column)
                .map(text -> Written.moment(text, zone(), column))
                .filter(moment -> !isOpen(moment))
                .map(Moment::day);
    }

    /** Minutes since midnight, 0 to 1440. */
    Optional<Integer> minutes(String column) {
        return text(column).map(text -> Written.minutes(text, column));
    }

    LocalDate week(String column) {
        return Written.week(required(text(column), column), zone(), column);
    }

    Optional<Integer> whole(String column, int lowest, int highest) {
        return bounded(column, lowest, highest).map(number -> {
            if (number.stripTrailingZeros().scale() > 0) {
                throw new RejectedValue(Rule.UNREADABLE_NUMBER, column);
            }
            return number.intValueExact();
        });
    }

    Optional<Double> decimal(String column, double lowest, double highest) {
        return bounded(column, lowest, highest).map(BigDecimal::doubleValue);
    }

    Optional<Boolean> flag(String column) {
        return text(column).map(text -> Written.flag(text, column));
    }

    /** The entry of a code list that a cell means, by the settings or by the list. */
    Optional<CodeList.Entry> code(String column) {
        return codes.entry(column, row.text(column));
    }

    CodeList.Entry requiredCode(String column) {
        return required(code(column), column);
    }

    /** When the row was recorded, if it says so. */
    Optional<LocalDateTime> recordedAt() {
        String recorded = row.recorded();
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        String column =
                feed.column(FeedColumn.Role.RECORDED).map(FeedColumn::name).orElse("known_on");
        Moment moment = Written.moment(recorded, zone(), column);
        if (isOpen(moment)) {
            throw new RejectedValue(Rule.OPEN_DATE, column);
        }
        return Optional.of(moment.at());
    }

    /** Refuses a fact later than the day on which it was recorded or taken in. */
    LocalDate notInFuture(LocalDate day, String column) {
        LocalDate limit = recordedAt()
                .map(LocalDateTime::toLocalDate)
                .filter(context.ingestedAt().toLocalDate()::isAfter)
                .orElse(context.ingestedAt().toLocalDate());
        if (day.isAfter(limit)) {
            throw new RejectedValue(Rule.FUTURE_DATE, column);
        }
        return day;
    }

    <T> T required(Optional<T> value, String column) {
        return value.orElseThrow(() -> new RejectedValue(Rule.MISSING_VALUE, column));
    }

    private Optional<BigDecimal> bounded(String column, double lowest, double highest) {
        return text(column).map(text -> {
            BigDecimal number = Written.decimal(text, column);
            if (number.compareTo(BigDecimal.valueOf(lowest)) < 0 || number.compareTo(BigDecimal.valueOf(highest)) > 0) {
                throw new RejectedValue(Rule.OUT_OF_RANGE, column);
            }
            return number;
        });
    }

    private ZoneId zone() {
        return context.zone();
    }

    private static boolean isOpen(Moment moment) {
        return moment.day().equals(Written.OPEN);
    }
}
