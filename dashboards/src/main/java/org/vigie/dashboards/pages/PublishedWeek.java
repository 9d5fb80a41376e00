package org.vigie.dashboards.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Texts;
import tech.tablesaw.api.Table;

/** The tables of one week, indexed by site, with the words to tell them. Read once, then shared by all pages. */
final class PublishedWeek {

    private static final List<PublishedTable> BY_SITE = List.of(
            PublishedTables.SCORES,
            PublishedTables.PARTS,
            PublishedTables.ALERTS,
            PublishedTables.WEEKS,
            PublishedTables.FAMILIES,
            PublishedTables.WORKS,
            PublishedTables.EPISODES,
            PublishedTables.SITES);

    private static final int LONGEST_NAME = 80;

    private final PageSettings settings;
    private final Texts texts;
    private final Map<String, List<PublishedRow>> tables = new HashMap<>();
    private final Map<String, Map<String, List<PublishedRow>>> bySite = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    private PublishedWeek(Path folder, PageSettings settings) {
        this.settings = settings;
        this.texts = Texts.of(settings.language());
        for (PublishedTable declared : PublishedTables.all()) {
            if (!declared.equals(PublishedTables.AREAS)) {
                keep(declared, ParquetTables.read(folder, declared));
            }
        }
        keep(PublishedTables.AREAS, ParquetTables.read(folder.resolve("shared"), PublishedTables.AREAS));
        String wording = "label_" + settings.language().code();
        rows(PublishedTables.LABELS)
                .forEach(row -> labels.put(row.text("kind") + "." + row.text("code"), row.text(wording)));
    }

    /** Reads the week; areas come from {@code shared/}, where small counts are withheld. */
    static PublishedWeek read(Path folder, PageSettings settings) {
        return new PublishedWeek(folder, settings);
    }

    private void keep(PublishedTable declared, Table table) {
        ShownText.in(table);
        List<PublishedRow> rows = IntStream.range(0, table.rowCount())
                .mapToObj(at -> new PublishedRow(table, at))
                .toList();
        tables.put(declared.name(), rows);
        if (BY_SITE.contains(declared)) {
            Map<String, List<PublishedRow>> index = new HashMap<>();
            rows.forEach(row -> index.computeIfAbsent(row.text("site_id"), id -> new ArrayList<>())
                    .add(row));
            bySite.put(declared.name(), index);
        }
    }

    PageSettings settings() {
        return settings;
    }

    Texts texts() {
        return texts;
    }

    List<PublishedRow> rows(PublishedTable table) {
        return tables.getOrDefault(table.name(), List.of());
    }

    List<PublishedRow> rowsOf(PublishedTable table, String siteId) {
        return bySite.getOrDefault(table.name(), Map.of()).getOrDefault(siteId, List.of());
    }

    /** Weeks of the site that has most of them. */
    int longestHistory() {
        return bySite.getOrDefault(PublishedTables.WEEKS.name(), Map.of()).values().stream()
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    /** Alerts of the week, the strongest first. */
    List<PublishedRow> alerts() {
        return strongestFirst(rows(PublishedTables.ALERTS));
    }

    List<PublishedRow> alertsOf(String siteId) {
        return strongestFirst(rowsOf(PublishedTables.ALERTS, siteId));
    }

    /** Status of a site; a site that nobody scored cannot be told. */
    String statusOf(String siteId) {
        return rowsOf(PublishedTables.SCORES, siteId).stream()
                .map(row -> row.text("status"))
                .filter(Status.CODES::contains)
                .findFirst()
                .orElse(Status.UNKNOWN);
    }

    /** Name of a site as it fits into a line. */
    String nameOf(String siteId) {
        return Shortened.to(LONGEST_NAME, fullNameOf(siteId));
    }

    /** Name of a site, or its identifier when it has none. */
    String fullNameOf(String siteId) {
        return rowsOf(PublishedTables.SITES, siteId).stream()
                .map(row -> row.text("label"))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse(siteId);
    }

    /** Wording of a code: the landlord's, else ours, else the code itself. */
    String label(String kind, String code) {
        String key = kind + "." + code;
        String published = labels.getOrDefault(key, "");
        if (!published.isBlank()) {
            return texts.sentence(published);
        }
        return texts.knows(key) ? texts.say(key) : code;
    }

    /** A published sentence in the language of the pages, such as {@code change_fr}. */
    String sentence(PublishedRow row, String column) {
        return texts.sentence(row.text(column + "_" + settings.language().code()));
    }

    private static List<PublishedRow> strongestFirst(List<PublishedRow> alerts) {
        return alerts.stream()
                .sorted(Comparator.comparingDouble((PublishedRow alert) ->
                                -alert.number("evidence").orElse(0))
                        .thenComparing(alert -> alert.text("alert_id")))
                .toList();
    }
}
