package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.vigie.dashboards.pages.WeekPage.Ahead;
import org.vigie.dashboards.pages.WeekPage.ComingWorks;
import org.vigie.dashboards.pages.WeekPage.Escalation;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** What is coming: works on watched sites or not announced to tenants, and sites where a grave fact is likelier. */
final class Lookout {

    private static final int MOST_WORKS = 12;
    private static final int MOST_ESCALATIONS = 5;
    /** A site is named when its probability is at least so many times the mean of the portfolio. */
    private static final double TIMES_THE_MEAN = 2;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;

    Lookout(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
    }

    Ahead ahead() {
        double mean = week.rows(PublishedTables.SCORES).stream()
                .flatMapToDouble(row -> row.number("escalation_probability").stream())
                .average()
                .orElse(Double.NaN);
        String rule = Double.isNaN(mean)
                ? texts.say("ahead.escalation.absent")
                : texts.say("ahead.escalation.rule", "mean", formats.percent(mean));
        return new Ahead(
                works(),
                rule,
                Double.isNaN(mean) ? List.of() : escalations(mean * TIMES_THE_MEAN),
                new ForecastRecord(week).told());
    }

    private List<ComingWorks> works() {
        return week.rows(PublishedTables.WORKS).stream()
                .filter(row -> row.text("phase").equals("A_VENIR"))
                .filter(row ->
                        status(row).watched() || row.date("tenants_told_on").isEmpty())
                .sorted(Comparator.comparing((PublishedRow row) -> status(row).order())
                        .thenComparing(row -> row.date("start").orElse(LocalDate.MAX)))
                .limit(MOST_WORKS)
                .map(this::works)
                .toList();
    }

    private ComingWorks works(PublishedRow row) {
        String site = row.text("site_id");
        String start = row.date("start").map(formats::longDay).orElse("?");
        boolean silent = row.date("tenants_told_on").isEmpty();
        String told = row.date("tenants_told_on")
                .map(day -> texts.say("ahead.works.told", "day", formats.day(day)))
                .orElse(texts.say("ahead.works.nottold"));
        String type = week.label("works_type", row.text("works_type"));
        return new ComingWorks(
                week.nameOf(site),
                SitePage.link(site),
                status(row),
                texts.say("ahead.works.what", "type", type, "start", start),
                told,
                silent);
    }

    private List<Escalation> escalations(double bound) {
        return week.rows(PublishedTables.SCORES).stream()
                .filter(row -> probability(row) >= bound && probability(row) > 0)
                .sorted(Comparator.comparingDouble(row -> -probability(row)))
                .limit(MOST_ESCALATIONS)
                .map(this::escalation)
                .toList();
    }

    private Escalation escalation(PublishedRow row) {
        String site = row.text("site_id");
        var low = row.number("escalation_low");
        var high = row.number("escalation_high");
        String interval = low.isPresent() && high.isPresent()
                ? texts.say(
                        "figure.interval",
                        "low",
                        formats.percent(low.getAsDouble()),
                        "high",
                        formats.percent(high.getAsDouble()))
                : "";
        return new Escalation(
                week.nameOf(site), SitePage.link(site), status(row), formats.percent(probability(row)), interval);
    }

    private static double probability(PublishedRow row) {
        return row.number("escalation_probability").orElse(0);
    }

    private Status status(PublishedRow row) {
        return Status.of(week.statusOf(row.text("site_id")), texts);
    }
}
