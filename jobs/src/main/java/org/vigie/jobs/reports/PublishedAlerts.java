package org.vigie.jobs.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.Column;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.settings.Workspace;

/** The numbers of all alerts that published weeks hold, told or not. */
public final class PublishedAlerts {

    /** The one column that is read: weeks published by other versions may lack later ones. */
    private static final PublishedTable NUMBERS = new PublishedTable(
            PublishedTables.ALERTS.name(),
            PublishedTables.ALERTS.columns().stream()
                    .filter(PublishedAlerts::isNumber)
                    .toList());

    private final Map<IsoWeek, List<String>> byWeek = new TreeMap<>(Collections.reverseOrder());

    /** Reads the published weeks of a workspace. */
    public PublishedAlerts(Workspace workspace) {
        for (IsoWeek week : new Publication(workspace).weeks()) {
            byWeek.put(
                    week,
                    new ArrayList<>(ParquetTables.read(workspace.published(week), NUMBERS)
                            .stringColumn("alert_id")
                            .asList()));
        }
    }

    /** Every number, sorted. */
    public Set<String> numbers() {
        Set<String> numbers = new TreeSet<>();
        byWeek.values().forEach(numbers::addAll);
        return numbers;
    }

    /** The newest published week that holds an alert. */
    public Optional<IsoWeek> newestWeekOf(String alertId) {
        return byWeek.entrySet().stream()
                .filter(week -> week.getValue().contains(alertId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a published week holds an alert. */
    public boolean holds(IsoWeek week, String alertId) {
        return byWeek.getOrDefault(week, List.of()).contains(alertId);
    }

    /** The published weeks that hold an alert, newest first, in one text. */
    public String weeksOf(String alertId) {
        return byWeek.keySet().stream()
                .filter(week -> holds(week, alertId))
                .map(IsoWeek::toString)
                .collect(Collectors.joining(", "));
    }

    private static boolean isNumber(Column column) {
        return column.name().equals("alert_id");
    }
}
