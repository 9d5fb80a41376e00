package org.vigie.dashboards.pages;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Texts;

/**
 * The visits of a team for its own calendar. The list proposes places, not hours: a visit stands over the whole week
 * without taking up time, for the team to move where it likes. A list that is published again carries the same
 * identifiers, so that a calendar replaces its visits instead of doubling them.
 */
final class VisitCalendar {

    private final PublishedWeek week;
    private final Texts texts;
    private final Map<String, PublishedRow> alerts;

    VisitCalendar(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.alerts = week.rows(PublishedTables.ALERTS).stream()
                .collect(Collectors.toMap(row -> row.text("alert_id"), row -> row, (first, second) -> first));
    }

    byte[] of(String team) {
        String name = texts.say(
                "list.title", "week", texts.formats().week(week.settings().week()), "team", week.label("team", team));
        CalendarText calendar = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Vigie//Visits//" + texts.language().code().toUpperCase(Locale.ROOT))
                .line("METHOD", "PUBLISH")
                .text("X-WR-CALNAME", name);
        week.rows(PublishedTables.VISITS).stream()
                .filter(visit -> visit.text("team").equals(team))
                .sorted(Comparator.comparingInt(
                        visit -> visit.count("visit_order").orElse(Integer.MAX_VALUE)))
                .forEach(visit -> event(calendar, visit));
        return calendar.line("END", "VCALENDAR").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(CalendarText calendar, PublishedRow visit) {
        LocalDate monday = week.settings().week().plusWeeks(1);
        String site = visit.text("site_id");
        calendar.line("BEGIN", "VEVENT")
                .line("UID", identifier(visit))
                .line("DTSTAMP", monday.format(DateTimeFormatter.BASIC_ISO_DATE) + "T000000Z")
                .day("DTSTART", monday)
                .day("DTEND", monday.plusWeeks(1))
                .text("SUMMARY", order(visit) + week.nameOf(site))
                .text("LOCATION", location(site))
                .text("DESCRIPTION", description(visit))
                .line("TRANSP", "TRANSPARENT")
                .line("CLASS", "PRIVATE");
        position(calendar, site);
        calendar.line("END", "VEVENT");
    }

    /** The same for the same visit of the same week, whenever it is published; tells nothing of the landlord's codes. */
    private String identifier(PublishedRow visit) {
        String visited = String.join(
                "\n",
                week.settings().landlord(),
                week.settings().week().toString(),
                visit.text("team"),
                visit.text("site_id"),
                visit.text("alert_id"));
        return UUID.nameUUIDFromBytes(visited.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String order(PublishedRow visit) {
        return visit.count("visit_order").isPresent()
                ? visit.count("visit_order").getAsInt() + ". "
                : "";
    }

    private String location(String site) {
        return week.rowsOf(PublishedTables.SITES, site).stream()
                .findFirst()
                .map(row -> week.nameOf(site) + ", " + Areas.nameOf(row, week))
                .orElse(site);
    }

    private String description(PublishedRow visit) {
        PublishedRow alert = alerts.get(visit.text("alert_id"));
        if (alert == null) {
            return texts.say("list.random", "count", 1) + "\n" + texts.say("list.random.why");
        }
        return Stream.of(
                        List.of("", alert.text("place")),
                        List.of("", week.sentence(alert, "change")),
                        List.of(texts.say("list.when") + " ", week.sentence(alert, "hours")),
                        List.of(texts.say("list.context") + " ", week.sentence(alert, "context")),
                        List.of(texts.say("list.next") + " ", week.sentence(alert, "next_step")))
                .filter(line -> !line.get(1).isBlank())
                .map(line -> String.join("", line))
                .collect(Collectors.joining("\n"));
    }

    private void position(CalendarText calendar, String site) {
        week.rowsOf(PublishedTables.SITES, site).stream()
                .filter(row -> row.number("latitude").isPresent()
                        && row.number("longitude").isPresent())
                .findFirst()
                .ifPresent(row -> calendar.line(
                        "GEO",
                        row.number("latitude").getAsDouble() + ";"
                                + row.number("longitude").getAsDouble()));
    }
}
