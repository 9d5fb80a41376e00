package org.vigie.jobs.feeds;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files that Vigie itself put into the inbox. They tell when it took them, which is when their rows became known:
 * what is typed on a Tuesday counts in that week, although the files are read by the run of the Monday after.
 */
public final class ReceivedName {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT);
    private static final Pattern TOLD = Pattern.compile("-recu-(\\d{8}T\\d{9})-[0-9a-f]{16}\\.");

    private ReceivedName() {}

    /**
     * A name for a file taken now; empty when the pattern has no {@code *} for it to stand in.
     *
     * @param pattern pattern of the feed's file names
     * @param theirs name under which the file was given: {@code .csv}, {@code .csv.gz} and {@code .xlsx} are kept
     * @param id digest of its content
     * @param at local time in the landlord's time zone
     */
    public static Optional<String> of(String pattern, String theirs, String id, LocalDateTime at) {
        if (!pattern.contains("*")) {
            return Optional.empty();
        }
        String name = pattern.replaceFirst("\\*", "-recu-" + TIME.format(at) + "-" + id)
                .replace("*", "");
        String stem = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        String lower = theirs.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return Optional.of(stem + ".xlsx");
        }
        return Optional.of(stem + (lower.endsWith(".gz") ? ".csv.gz" : ".csv"));
    }

    /** When a file was taken; empty for a file that somebody else delivered. */
    public static Optional<LocalDateTime> time(String name) {
        Matcher told = TOLD.matcher(name);
        try {
            return told.find() ? Optional.of(LocalDateTime.parse(told.group(1), TIME)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
