package org.vigie.jobs.detection;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.settings.DetectionSettings;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** Site-weeks written by hand for a test, and their judgement; weeks are counted from the first of 2024. */
final class StagedWeeks {

    static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final TableRows sites = TableRows.of(
            SiteWeekTables.SITES, "team", "MED-1", "dwellings", 100, "followed_from", LocalDate.of(1970, 1, 5));
    private final TableRows facts =
            TableRows.of(SiteWeekTables.FACTS, "feed", "INCIDENTS", "fate", "used", "fact_id", "F");
    private final TableRows counts =
            TableRows.of(SiteWeekTables.COUNTS, "family", "NEI", "severity", 2, "escalation", false);
    private final TableRows presence = TableRows.of(SiteWeekTables.PRESENCE);

    private final TableRows calendar = TableRows.of(SiteWeekTables.CALENDAR);

    static LocalDate monday(int week) {
        return START.plusWeeks(week);
    }

    void site(String site, String agency) {
        sites.row("site_id", site, "agency", agency);
    }

    /** Facts of a site and week, so many weeks late. */
    void facts(String site, int week, int weeksLate, String origin, int count) {
        LocalDate known = monday(week + weeksLate);
        for (int fact = 0; fact < count; fact++) {
            facts.row("site_id", site, "week", monday(week), "known_on", known);
        }
        counts.row("site_id", site, "week", monday(week), "known_on", known, "origin", origin, "count", count);
    }

    /** One fact of the kinds that the forecast is about, so many weeks late. */
    void escalation(String site, int week, int weeksLate) {
        LocalDate known = monday(week + weeksLate);
        facts.row("site_id", site, "week", monday(week), "known_on", known);
        counts.row(
                "site_id",
                site,
                "week",
                monday(week),
                "known_on",
                known,
                "origin",
                "REPORTED",
                "count",
                1,
                "escalation",
                true);
    }

    void presence(String site, int week, double hours, double onAlert) {
        presence.row("site_id", site, "week", monday(week), "hours", hours, "alert_hours", onAlert);
    }

    /** A day of the calendar, known since a day. */
    void day(String code, LocalDate day, LocalDate known) {
        calendar.row("code", code, "starts_on", day, "ends_on", day, "known_on", known);
    }

    SiteWeeks joined() {
        return new SiteWeeks(
                sites.dataset(),
                facts.dataset(),
                counts.dataset(),
                TableRows.of(SiteWeekTables.WORKS).dataset(),
                TableRows.of(SiteWeekTables.MOVES).dataset(),
                presence.dataset(),
                TableRows.of(SiteWeekTables.FATES).dataset(),
                calendar.dataset());
    }

    /** Judges one week alone, in a lake of its own. */
    JudgeSites.Judgement judge(int week, Path lake) {
        DetectionSettings oneWeek = new DetectionSettings(208, 1, 0.5, 2);
        return new JudgeSites(oneWeek, List.of("NEI", "OCC"))
                .run(
                        joined(),
                        IsoWeek.of(monday(week)),
                        new KeptJudgements(new Lake(SharedSpark.session(), lake), "settings"));
    }

    /** Rows of one site, in the order of their text. */
    static List<Row> of(org.apache.spark.sql.Dataset<Row> table, String site) {
        return table.where("site_id = '" + site + "'").collectAsList().stream()
                .sorted(java.util.Comparator.comparing(Row::toString))
                .toList();
    }
}
