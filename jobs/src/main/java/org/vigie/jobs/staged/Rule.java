package org.vigie.jobs.staged;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.jobs.feeds.Resources;

/** Why a row cannot be used; labels for readers stand in {@code staged/rules.csv}. */
public enum Rule {
    /** The row has more values than the header. */
    TOO_MANY_FIELDS,
    /** The row sums up others. */
    TOTAL_LINE,
    /** The number that identifies the row is missing. */
    MISSING_KEY,
    /** A value that must be there is missing. */
    MISSING_VALUE,
    /** There is neither a site code nor coordinates. */
    MISSING_PLACE,
    /** A code of a place holds characters that codes do not have. */
    BAD_SITE_CODE,
    /** A date in none of the forms that are read, or of a day that does not exist. */
    UNREADABLE_DATE,
    /** 00/00/0000. */
    NULL_DATE,
    /** 31/12/9999 where a day is needed. */
    OPEN_DATE,
    /** The fact lies after the time at which it was recorded or ingested. */
    FUTURE_DATE,
    /** A year before 1800 or after 2200. */
    IMPLAUSIBLE_DATE,
    /** An hour in none of the forms that are read. */
    UNREADABLE_TIME,
    /** A week in none of the forms that are read. */
    UNREADABLE_WEEK,
    /** A number in none of the forms that are read. */
    UNREADABLE_NUMBER,
    /** A number outside the bounds of its column, such as a severity of 9. */
    OUT_OF_RANGE,
    /** Neither yes nor no. */
    UNREADABLE_FLAG,
    /** A code or label that neither our lists nor the settings know. */
    UNMAPPED_CODE,
    /** A type that is dropped on principle: a score of a place would point at a household. */
    EXCLUDED_TYPE,
    /** The end lies before the start. */
    END_BEFORE_START,
    /** A number that no alert can have. */
    BAD_ALERT_NUMBER,
    /** The outcome lies before the week in which the alert opened. */
    OUTCOME_BEFORE_ALERT,
    /** A person mutes, closes or sets red without saying why. */
    DECISION_WITHOUT_REASON,
    /** No published week holds the alert. */
    UNKNOWN_ALERT,
    /** No site has the code; found when facts are joined with sites. */
    UNKNOWN_SITE;

    private static final Map<String, Map<String, String>> LABELS = Resources.lines("/staged/rules.csv").stream()
            .collect(Collectors.toMap(line -> line.getOrDefault("rule", ""), line -> line));

    /** Code as stored and published, such as {@code future-date}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Label of a stored code in a language ({@code fr} or {@code en}); the code itself where there is none. */
    public static String label(String code, String language) {
        return LABELS.getOrDefault(code, Map.of()).getOrDefault("label_" + language, code);
    }
}
