package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.dashboards.charts.StripChart;
import org.vigie.dashboards.charts.Svg;
import org.vigie.dashboards.charts.WeekSeries;
import org.vigie.dashboards.charts.WeekSeries.Week;
import org.vigie.dashboards.pages.AlertCard.Line;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Fills the nine lines of an alert from its row and from the weeks of its site. */
final class AlertCards {

    private static final int RECENT_WEEKS = 4;
    private static final int YEAR = 52;

    /** What chance does more often than once in so many weeks is nothing out of the ordinary. */
    private static final int ORDINARY_WEEKS = 20;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;

    AlertCards(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
    }

    AlertCard card(PublishedRow alert) {
        String site = alert.text("site_id");
        WeekSeries series = SiteWeeks.series(week, site);
        List<Line> lines = new ArrayList<>();
        lines.add(line("place", place(alert)));
        lines.add(line("change", orElse(week.sentence(alert, "change"), "card.change.none")));
        lines.add(line("since", since(alert)));
        lines.add(line("compared", compared(site, series)));
        lines.add(line("certainty", certainty(alert)));
        lines.add(line("source", source(alert)));
        lines.add(line("context", orElse(week.sentence(alert, "context"), "card.context.none")));
        lines.add(line("next", nextStep(alert)));
        lines.add(line("clears", orElse(week.sentence(alert, "clears"), "card.clears.none")));
        return new AlertCard(
                alert.text("alert_id"),
                week.nameOf(site),
                SitePage.link(site),
                Status.of(week.statusOf(site), texts),
                state(alert),
                week.label("team", alert.text("team")),
                week.sentence(alert, "note"),
                lines,
                strip(series, alert),
                alert.count("waiting_weeks").orElse(0));
    }

    /** State in words, with the word for an alert that came back. */
    private String state(PublishedRow alert) {
        String state = week.label("state", alert.text("state"));
        return alert.flag("reopened") ? texts.say("alert.reopened", "state", state) : state;
    }

    /** How strong at its strongest and, where that was an earlier week, how the published week stands. */
    private String strengthOverTime(PublishedRow alert) {
        String strongest = strength(alert.number("recurrence_weeks"));
        Optional<LocalDate> when = alert.date("strongest_week")
                .filter(monday -> !monday.equals(week.settings().week()));
        return when.map(monday -> texts.say(
                        "strength.earlier",
                        "strength",
                        strongest,
                        "week",
                        formats.week(monday),
                        "now",
                        now(alert.number("week_recurrence_weeks"))))
                .orElse(strongest);
    }

    private String now(OptionalDouble weeks) {
        boolean ordinary = weeks.isPresent() && weeks.getAsDouble() < ORDINARY_WEEKS;
        String strength = ordinary ? texts.say("strength.ordinary") : strength(weeks);
        return strength.substring(0, 1).toLowerCase(Locale.ROOT) + strength.substring(1);
    }

    /** How strong: how rarely chance does the same. */
    private String strength(OptionalDouble weeks) {
        if (weeks.isEmpty()) {
            return texts.say("strength.unknown");
        }
        double recurrence = weeks.getAsDouble();
        return texts.say(
                recurrence >= 3 * YEAR ? "strength.strong" : recurrence >= YEAR ? "strength.clear" : "strength.weak");
    }

    private Line line(String name, String text) {
        return new Line(texts.say("card." + name), capitalised(text));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String place(PublishedRow alert) {
        String site = alert.text("site_id");
        String within = alert.text("place");
        String note = week.sentence(alert, "note");
        String opened = week.rowsOf(PublishedTables.EPISODES, site).stream()
                .filter(row -> row.text("episode_id").equals(alert.text("episode_id")))
                .flatMap(row -> row.date("opened_week").stream())
                .findFirst()
                .map(monday -> texts.say("card.place.opened", "week", formats.week(monday)))
                .orElse("");
        return texts.say(
                "card.place.text",
                "site",
                week.nameOf(site),
                "id",
                site,
                "within",
                within.isBlank() ? "" : ", " + within,
                "status",
                texts.say("status." + week.statusOf(site)),
                "episode",
                alert.text("episode_id"),
                "opened",
                opened,
                "note",
                note.isBlank() ? "" : ". " + note);
    }

    private String since(PublishedRow alert) {
        return alert.date("since_week")
                .map(monday ->
                        texts.say("card.since.text", "week", formats.week(monday), "day", formats.longDay(monday)))
                .orElse(texts.say("card.since.none"));
    }

    private String compared(String site, WeekSeries series) {
        long years = Math.round(series.weeks().size() / (double) YEAR);
        String history = years >= 2
                ? texts.say("card.compared.years", "years", years)
                : texts.say("card.compared.weeks", "weeks", series.weeks().size());
        String dwellings = week.rowsOf(PublishedTables.SITES, site).stream()
                .flatMapToInt(row -> row.count("dwellings").stream())
                .mapToObj(count -> texts.say("card.compared.dwellings", "count", count))
                .findFirst()
                .orElse(texts.say("card.compared.nodwellings"));
        return texts.say(
                "card.compared.text", "history", history, "dwellings", dwellings, "presence", presence(series));
    }

    /** Presence of the last four weeks against the year before them. */
    private String presence(WeekSeries series) {
        int split = Math.max(0, series.weeks().size() - RECENT_WEEKS);
        double recent = meanHours(series.weeks().subList(split, series.weeks().size()));
        double before = meanHours(series.weeks().subList(Math.max(0, split - YEAR), split));
        if (Double.isNaN(recent) || Double.isNaN(before) || before == 0) {
            return texts.say("card.presence.none");
        }
        double change = recent / before - 1;
        String key = Math.abs(change) <= .15 ? "card.presence.same" : "card.presence.other";
        return texts.say(key, "change", formats.change(change));
    }

    private static double meanHours(List<Week> weeks) {
        return weeks.stream()
                .mapToDouble(Week::presenceHours)
                .filter(hours -> !Double.isNaN(hours))
                .average()
                .orElse(Double.NaN);
    }

    private String certainty(PublishedRow alert) {
        OptionalDouble confirmed = alert.number("confirmed_per_100");
        String said = week.sentence(alert, "field");
        String field = !said.isBlank()
                ? said
                : confirmed.isPresent()
                        ? texts.say("card.certainty.confirmed", "count", formats.whole(confirmed.getAsDouble()))
                        : texts.say("card.certainty.unconfirmed");
        OptionalDouble weeks = alert.number("recurrence_weeks");
        String chance = weeks.isPresent() ? Recurrence.inWords(weeks.getAsDouble(), texts) : "";
        return texts.say("card.certainty.text", "strength", strengthOverTime(alert), "field", field, "chance", chance)
                .strip();
    }

    private String source(PublishedRow alert) {
        if (alert.count("reported").isEmpty() || alert.count("discovered").isEmpty()) {
            return texts.say("card.source.none");
        }
        return texts.say(
                "card.source.text",
                "reported",
                alert.count("reported").getAsInt(),
                "discovered",
                alert.count("discovered").getAsInt());
    }

    private String nextStep(PublishedRow alert) {
        String step = orElse(week.sentence(alert, "next_step"), "card.next.none");
        String owner = alert.text("owner").isBlank() ? alert.text("team") : alert.text("owner");
        String review = alert.date("review_on")
                .map(day -> texts.say("card.next.review", "day", formats.day(day)))
                .orElse("");
        return texts.say("card.next.text", "owner", ownerName(owner), "step", step, "review", review)
                .strip();
    }

    private String ownerName(String owner) {
        String role = week.label("owner", owner);
        return role.equals(owner) ? week.label("team", owner) : role;
    }

    private Svg strip(WeekSeries series, PublishedRow alert) {
        if (series.weeks().isEmpty()) {
            return Svg.none();
        }
        LocalDate since = alert.date("since_week").orElse(week.settings().week());
        return StripChart.draw(series.last(YEAR), since, texts.say("chart.strip.title"));
    }

    private String orElse(String text, String key) {
        return text.isBlank() ? texts.say(key) : text;
    }
}
