package org.vigie.jobs.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ColumnType;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.settings.Workspace;

/**
 * Neighbourhoods as they leave the mediation team: no small count can be read off one page, nor worked out from the total of
 * a period, nor from two pages of different weeks.
 *
 * <ul>
 *   <li>A row with a <b>small count</b> is hidden.
 *   <li><b>Complements</b>: where a row of a period is hidden, the next smallest are too, until at least two are and what
 *       they hold beyond the figures that earlier pages told of them is not small either.
 *   <li><b>Changes</b> on a year stay away where the facts of the year before do.
 *   <li><b>Differences</b>: the figures of a row move only when the facts have moved by as much as may be told at once since
 *       they were told last; until then the row stands as it was told, or stays hidden where it is.
 * </ul>
 *
 * <p>Rows without figures (GRIS) stay as they are.
 */
final class SharedAreas {

    private static final int PERIOD = PublishedTables.AREAS.indexOf("period");
    private static final int AREA = PublishedTables.AREAS.indexOf("area_id");
    private static final int DWELLINGS = PublishedTables.AREAS.indexOf("dwellings");
    private static final int FACTS = PublishedTables.AREAS.indexOf("facts");
    private static final int CHANGE = PublishedTables.AREAS.indexOf("change");
    private static final int DYNAMICS = PublishedTables.AREAS.indexOf("dynamics");

    /** Pages looked at: a period is compared on later pages for nine quarters. */
    private static final int PAGES = 120;

    private final Map<String, List<Row>> told = new HashMap<>();
    private final int minCount;

    private SharedAreas(List<Row> pages, int minCount) {
        pages.forEach(
                row -> told.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        this.minCount = minCount;
    }

    /**
     * Rows for everybody.
     *
     * @param exact rows of the mediation team
     * @param pages rows with figures that other pages told, the newest page of before first
     * @param minCount least count that may be told
     */
    static List<Row> of(List<Row> exact, List<Row> pages, int minCount) {
        SharedAreas shared = new SharedAreas(pages, minCount);
        Map<String, List<Row>> byPeriod = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (Row row : exact) {
            if (row.isNullAt(FACTS)) {
                rows.add(row);
            } else {
                byPeriod.computeIfAbsent(row.getString(PERIOD), period -> new ArrayList<>())
                        .add(row);
            }
        }
        byPeriod.values().forEach(period -> rows.addAll(shared.period(period)));
        return withoutTellingChanges(rows, exact);
    }

    /**
     * Rows with figures that published pages tell: the week itself if it was published before, the weeks before it, newest
     * first, then later ones where an old week is published again.
     */
    static List<Row> told(Workspace workspace, IsoWeek week) {
        Comparator<IsoWeek> before = Comparator.comparing((IsoWeek one) -> one.compareTo(week) > 0);
        List<IsoWeek> weeks = new Publication(workspace)
                .weeks().stream()
                        .sorted(before.thenComparingInt(one -> Math.abs(one.weeksUntil(week))))
                        .limit(PAGES)
                        .toList();
        List<Row> told = new ArrayList<>();
        for (IsoWeek one : weeks) {
            Path shared = workspace.published(one).resolve("shared");
            PublishedRow.of(ParquetTables.readRecorded(shared, PublishedTables.AREAS)).stream()
                    .filter(row -> !row.flag("suppressed") && row.count("facts").isPresent())
                    .forEach(row -> told.add(row(row)));
        }
        return told;
    }

    private List<Row> period(List<Row> exact) {
        List<Row> ascending = exact.stream()
                .sorted(Comparator.comparingInt((Row row) -> row.getInt(FACTS))
                        .thenComparing(row -> row.getString(AREA)))
                .toList();
        int hidden = hidden(ascending);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ascending.size(); i++) {
            rows.add(i < hidden ? hide(ascending.get(i)) : steady(ascending.get(i)));
        }
        return rows;
    }

    /** How many of the smallest counts are hidden. */
    private int hidden(List<Row> ascending) {
        int hidden = 0;
        int untold = 0;
        for (Row row : ascending) {
            boolean small = row.getInt(FACTS) < minCount;
            boolean complement = hidden > 0 && (hidden < 2 || untold < minCount);
            if (!small && !complement) {
                break;
            }
            hidden++;
            untold += Math.max(0, row.getInt(FACTS) - toldFacts(row));
        }
        return hidden;
    }

    private int toldFacts(Row row) {
        return toldOf(row).stream().findFirst().map(page -> page.getInt(FACTS)).orElse(0);
    }

    private List<Row> toldOf(Row row) {
        return told.getOrDefault(key(row), List.of());
    }

    /** The row with its figures of today, or as it was told last while these would give a small difference away. */
    private Row steady(Row row) {
        boolean telling = toldOf(row).stream()
                .mapToInt(page -> Math.abs(row.getInt(FACTS) - page.getInt(FACTS)))
                .anyMatch(moved -> moved > 0 && moved < minCount);
        return telling ? toldOf(row).get(0) : row;
    }

    /**
     * A change on a year, beside the facts of the year, is the facts of the year before: it stays away unless these are told
     * as they are.
     */
    private static List<Row> withoutTellingChanges(List<Row> rows, List<Row> exact) {
        Set<String> told = new HashSet<>();
        rows.forEach(row -> told.add(key(row) + "\n" + row.get(FACTS)));
        Map<String, Row> today = new HashMap<>();
        exact.forEach(row -> today.put(key(row), row));
        return rows.stream()
                .map(row -> {
                    Row before = today.get(yearBefore(row));
                    boolean isToday = row.equals(today.get(key(row)));
                    boolean telling = before != null && !told.contains(key(before) + "\n" + before.get(FACTS));
                    return isToday && telling ? withoutChange(row) : row;
                })
                .toList();
    }

    private static String yearBefore(Row row) {
        String period = row.getString(PERIOD);
        return Integer.parseInt(period.substring(0, 4)) - 1 + period.substring(4) + "\n" + row.getString(AREA);
    }

    private static Row withoutChange(Row row) {
        @Nullable Object[] values = new Object[row.length()];
        for (int column = 0; column < values.length; column++) {
            values[column] = column == CHANGE || column == DYNAMICS ? null : row.get(column);
        }
        return RowFactory.create(values);
    }

    private static Row hide(Row row) {
        @Nullable Object[] values = new Object[PublishedTables.AREAS.columns().size()];
        for (int column = 0; column <= DWELLINGS; column++) {
            values[column] = row.get(column);
        }
        values[values.length - 1] = true;
        return RowFactory.create(values);
    }

    private static Row row(PublishedRow published) {
        return RowFactory.create(PublishedTables.AREAS.columns().stream()
                .map(column -> value(published, column.name(), column.type()))
                .toArray());
    }

    private static @Nullable Object value(PublishedRow row, String column, ColumnType type) {
        return switch (type) {
            case TEXT -> row.text(column).isEmpty() ? null : row.text(column);
            case DATE -> row.date(column).orElse(null);
            case COUNT -> row.count(column).isPresent() ? row.count(column).getAsInt() : null;
            case NUMBER -> row.number(column).isPresent() ? row.number(column).getAsDouble() : null;
            case FLAG -> row.flag(column);
        };
    }

    private static String key(Row row) {
        return row.getString(PERIOD) + "\n" + row.getString(AREA);
    }
}
