package org.vigie.sample.exports;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * One line of a fact feed.
 *
 * @param recorded moment that decides its file and its place in it
 * @param values by the names of the feed's schema
 */
record FactRow(LocalDateTime recorded, Map<String, String> values) {

    FactRow {
        values = Map.copyOf(values);
    }

    /** The same line with one value changed. */
    FactRow with(String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return new FactRow(recorded, changed);
    }

    /** The same line recorded later. */
    FactRow at(LocalDateTime later) {
        return new FactRow(later, values);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }
}
