package org.vigie.jobs.feeds;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one feed is delivered, as far as that differs from its schema.
 *
 * @param files pattern of file names in the inbox, such as {@code incidents*.csv}
 * @param optional whether the pipeline may run without it
 * @param columns our column name to their header
 * @param codes our column name to the landlord's values and what they mean, keyed as {@link Spelling#plain} spells them
 * @param constants our column name to the value that every row has, whatever the file says
 * @param key where the number of a row comes from
 * @param knownOn their header of the column that says when a row became known; empty for the one of the schema
 * @param drop their headers of columns about persons that are to be ignored rather than refused
 * @param durations how long works last that are delivered without an end
 */
public record FeedSettings(
        String files,
        boolean optional,
        Map<String, String> columns,
        Map<String, Map<String, String>> codes,
        Map<String, String> constants,
        Key key,
        String knownOn,
        List<String> drop,
        Durations durations)
        implements Serializable {

    /** Copies its collections. */
    public FeedSettings {
        columns = Map.copyOf(columns);
        Map<String, Map<String, String>> copies = new HashMap<>();
        codes.forEach((column, mapping) -> copies.put(column, Map.copyOf(mapping)));
        codes = Map.copyOf(copies);
        constants = Map.copyOf(constants);
        drop = List.copyOf(drop);
    }

    /** A feed delivered exactly as its schema says. */
    public static FeedSettings of(String files) {
        return new FeedSettings(
                files,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                new Key.Delivered(),
                "",
                List.of(),
                new Durations(0, Map.of()));
    }

    /** The same, but the pipeline may run without it. */
    public FeedSettings asOptional() {
        return new FeedSettings(files, true, columns, codes, constants, key, knownOn, drop, durations);
    }

    /** What the settings say that a value of the landlord means; the value itself where they say nothing. */
    public String meaning(String column, String value) {
        Map<String, String> mapping = codes.get(column);
        return mapping == null ? value : mapping.getOrDefault(Spelling.plain(value), value);
    }

    /** Where the number of a row comes from. */
    public sealed interface Key extends Serializable {

        /** The file has a column for it. */
        record Delivered() implements Key {}

        /**
         * Made from every column of the file but its comment and those to drop. A row that changes later becomes another
         * one: where that happens, name the columns that do not change.
         */
        record OfWholeRow() implements Key {}

        /** Made from some of their columns. */
        record OfColumns(List<String> headers) implements Key {
            /** Copies the headers. */
            public OfColumns {
                headers = List.copyOf(headers);
            }
        }
    }

    /**
     * How long works last, in days.
     *
     * @param otherwise days of a type that is not listed; 0 for unknown
     * @param byType the landlord's type, as {@link Spelling#plain} spells it, to days
     */
    public record Durations(int otherwise, Map<String, Integer> byType) implements Serializable {

        /** Copies the map. */
        public Durations {
            byType = Map.copyOf(byType);
        }

        /** Whether anything is known at all. */
        public boolean known() {
            return otherwise > 0 || !byType.isEmpty();
        }

        /** Days of a type as the landlord calls it; 0 for unknown. */
        public int days(String theirType) {
            return byType.getOrDefault(Spelling.plain(theirType), otherwise);
        }
    }
}
