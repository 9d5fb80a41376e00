package org.vigie.dashboards.pages;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.dashboards.tables.Column;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;

/** Puts one text into every field of a week that holds words, and before every key, so that rows still find each other. */
final class FixtureWording {

    private static final Set<String> WORDS =
            Set.of("label", "agency", "sector", "place", "file", "perimeter_generation", "operation_id");
    private static final Set<String> KEYS =
            Set.of("site_id", "site_ids", "team", "alert_id", "episode_id", "hotspot_id", "area_id");
    private static final Set<String> LABELLED_KEYS = Set.of("team", "area");

    private final String text;

    private FixtureWording(String text) {
        this.text = text;
    }

    static FixtureWording of(String text) {
        return new FixtureWording(text);
    }

    void rewrite(FixtureTables tables) {
        for (PublishedTable table : PublishedTables.all()) {
            for (Map<String, Object> row : tables.rows(table)) {
                boolean keyed = table.equals(PublishedTables.LABELS) && LABELLED_KEYS.contains(row.get("kind"));
                table.columns().stream()
                        .map(Column::name)
                        .filter(row::containsKey)
                        .forEach(name -> row.put(name, reworded(name, row.get(name), keyed)));
            }
        }
    }

    private Object reworded(String name, Object value, boolean keyed) {
        if (!(value instanceof String before) || before.isEmpty() || before.equals(Areas.OUTSIDE)) {
            return value;
        }
        if (KEYS.contains(name) || (keyed && name.equals("code"))) {
            return Arrays.stream(before.split("\\|", -1))
                    .map(key -> text.replace("|", "") + key)
                    .collect(Collectors.joining("|"));
        }
        boolean words = WORDS.contains(name) || name.endsWith("_fr") || name.endsWith("_en");
        return words ? text : value;
    }
}
