package org.vigie.dashboards.pages;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.dashboards.pages.WeekPage.Mark;
import org.vigie.dashboards.pages.WeekPage.Reliability;
import org.vigie.dashboards.pages.WeekPage.ReliabilityRow;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** What earlier forecasts of escalation were worth, told beside the new ones. */
final class ForecastRecord {

    private static final int ALL = 0;
    private static final double PERCENT = 100;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;

    ForecastRecord(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
    }

    Reliability told() {
        List<PublishedRow> groups = week.rows(PublishedTables.RELIABILITY);
        Optional<PublishedRow> all =
                groups.stream().filter(row -> count(row, "group") == ALL).findFirst();
        String verdict = all.map(row -> texts.say(
                        "reliability.all",
                        "count",
                        count(row, "forecasts"),
                        "forecast",
                        percent(row, "forecast"),
                        "observed",
                        percent(row, "observed")))
                .orElse(texts.say("reliability.none"));
        List<ReliabilityRow> rows = groups.stream()
                .filter(row -> count(row, "group") != ALL)
                .map(this::row)
                .toList();
        return new Reliability(verdict, rows);
    }

    private ReliabilityRow row(PublishedRow group) {
        double low = number(group, "low");
        return new ReliabilityRow(
                percent(group, "forecast"),
                percent(group, "observed"),
                texts.say("figure.interval", "low", percent(group, "low"), "high", percent(group, "high")),
                formats.whole(count(group, "forecasts")),
                new Mark(
                        place(number(group, "forecast")),
                        place(number(group, "observed")),
                        place(low),
                        place(number(group, "high") - low)));
    }

    private static String place(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f", PERCENT * share);
    }

    private String percent(PublishedRow row, String column) {
        return formats.percent(number(row, column));
    }

    private static double number(PublishedRow row, String column) {
        OptionalDouble value = row.number(column);
        return value.orElse(0);
    }

    private static int count(PublishedRow row, String column) {
        return row.count(column).orElse(0);
    }
}
