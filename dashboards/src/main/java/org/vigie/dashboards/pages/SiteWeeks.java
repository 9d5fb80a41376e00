package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.List;
import org.vigie.dashboards.charts.WeekSeries;
import org.vigie.dashboards.charts.WeekSeries.Range;
import org.vigie.dashboards.charts.WeekSeries.Week;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;

/** The weeks of a site as a series for the charts. */
final class SiteWeeks {

    private SiteWeeks() {}

    static WeekSeries series(PublishedWeek week, String site) {
        List<Week> weeks = week.rowsOf(PublishedTables.WEEKS, site).stream()
                .filter(row -> row.date("week").isPresent())
                .sorted((a, b) -> monday(a).compareTo(monday(b)))
                .map(SiteWeeks::week)
                .toList();
        return new WeekSeries(weeks);
    }

    private static LocalDate monday(PublishedRow row) {
        return row.date("week").orElseThrow();
    }

    private static Week week(PublishedRow row) {
        Range range = new Range(number(row, "low"), number(row, "high"), number(row, "threshold"));
        return new Week(
                monday(row),
                row.count("reported").orElse(0),
                row.count("discovered").orElse(0),
                number(row, "expected"),
                range,
                number(row, "presence_hours"),
                row.count("moves").orElse(0));
    }

    private static double number(PublishedRow row, String column) {
        return row.number(column).orElse(Double.NaN);
    }
}
