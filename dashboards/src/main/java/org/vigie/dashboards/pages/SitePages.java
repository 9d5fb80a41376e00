package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.dashboards.charts.HistoryChart;
import org.vigie.dashboards.charts.HistoryChart.WorksBar;
import org.vigie.dashboards.charts.Svg;
import org.vigie.dashboards.charts.WeekSeries;
import org.vigie.dashboards.pages.SitePage.Figure;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Fills the page of a site. */
final class SitePages {

    private static final Set<String> CLOSED = Set.of("LEVEE", "ANNULEE");
    private static final int MOST_WORKS_BARS = 6;
    private static final String NO_TREND = "NONE";
    private static final int VACANCY_WEEKS = 13;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;
    private final AlertCards cards;
    private final SiteDetails details;
    private final HotspotCards hotspots;
    private final Map<String, Long> sitesByAgency;

    SitePages(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
        this.cards = new AlertCards(week);
        this.details = new SiteDetails(week);
        this.hotspots = new HotspotCards(week);
        this.sitesByAgency = week.rows(PublishedTables.SITES).stream()
                .collect(Collectors.groupingBy(row -> row.text("agency"), Collectors.counting()));
    }

    SitePage page(String site) {
        String name = week.fullNameOf(site);
        WeekSeries series = SiteWeeks.series(week, site);
        List<AlertCard> open = week.alertsOf(site).stream()
                .filter(alert -> !CLOSED.contains(alert.text("state")))
                .map(cards::card)
                .toList();
        String title = texts.say(
                "site.title",
                "site",
                week.nameOf(site),
                "week",
                formats.week(week.settings().week()));
        return new SitePage(
                new Frame(texts, week.settings(), title, "site", "../"),
                name,
                site,
                place(site),
                Status.of(week.statusOf(site), texts),
                reason(site),
                method(site),
                figures(site),
                texts.say(isUnknown(site) ? "site.noalert.unknown" : "site.noalert"),
                open,
                history(site, series),
                details.of(site, series));
    }

    private boolean isUnknown(String site) {
        return week.statusOf(site).equals(Status.UNKNOWN);
    }

    private String place(String site) {
        return week.rowsOf(PublishedTables.SITES, site).stream()
                .findFirst()
                .map(row -> String.join(" · ", placeParts(row)))
                .orElse("");
    }

    private List<String> placeParts(PublishedRow row) {
        List<String> parts = new ArrayList<>();
        row.count("dwellings").ifPresent(count -> parts.add(texts.say("site.dwellings", "count", count)));
        vacant(row).ifPresent(parts::add);
        if (!row.text("trend").isBlank() && !row.text("trend").equals(NO_TREND)) {
            parts.add(week.label("trend", row.text("trend")));
        }
        if (!row.text("sector").isBlank()) {
            parts.add(texts.say("site.sector", "sector", week.label("sector", row.text("sector"))));
        }
        if (!row.text("team").isBlank()) {
            parts.add(week.label("team", row.text("team")));
        }
        parts.add(Areas.nameOf(row, week));
        return parts;
    }

    private Optional<String> vacant(PublishedRow site) {
        double dwellings = site.count("dwellings").orElse(0);
        NavigableMap<LocalDate, Integer> vacant = new TreeMap<>();
        for (PublishedRow row : week.rowsOf(PublishedTables.WEEKS, site.text("site_id"))) {
            row.count("vacant").ifPresent(count -> vacant.put(row.date("week").orElseThrow(), count));
        }
        LocalDate oldest = week.settings().week().minusWeeks(VACANCY_WEEKS);
        if (dwellings == 0 || vacant.isEmpty() || vacant.lastKey().isBefore(oldest)) {
            return Optional.empty();
        }
        int now = vacant.lastEntry().getValue();
        Integer before = vacant.get(vacant.lastKey().minusWeeks(52));
        return Optional.of(texts.say(
                before == null ? "site.vacant" : "site.vacant.before",
                "count",
                now,
                "share",
                formats.percent(now / dwellings),
                "week",
                formats.week(vacant.lastKey()),
                "before",
                before == null ? 0 : before));
    }

    private String reason(String site) {
        String together = hotspots.with(Set.of(site)).stream()
                .map(card -> " " + texts.say("site.hotspot", "facts", card.facts(), "chance", card.chance()))
                .findFirst()
                .orElse("");
        return status(site) + together;
    }

    private String method(String site) {
        String code = week.rowsOf(PublishedTables.SCORES, site).stream()
                .map(row -> row.text("method"))
                .findFirst()
                .orElse("");
        String agency = agency(site);
        long sites = sitesByAgency.getOrDefault(agency, 1L);
        String key = "method." + code;
        return texts.knows(key)
                ? texts.say(key, "agency", week.label("agency", agency), "count", Math.max(1, sites - 1))
                : texts.say("method.none");
    }

    private String agency(String site) {
        return week.rowsOf(PublishedTables.SITES, site).stream()
                .map(row -> row.text("agency"))
                .findFirst()
                .orElse("");
    }

    private String status(String site) {
        return week.rowsOf(PublishedTables.SCORES, site).stream()
                .map(row -> week.sentence(row, "reason"))
                .filter(sentence -> !sentence.isBlank())
                .findFirst()
                .orElse(texts.say(isUnknown(site) ? "site.reason.unknown" : "site.reason.calm"));
    }

    private List<Figure> figures(String site) {
        return week.rowsOf(PublishedTables.SCORES, site).stream()
                .findFirst()
                .map(this::figures)
                .orElse(List.of());
    }

    private List<Figure> figures(PublishedRow score) {
        List<Figure> figures = new ArrayList<>();
        String dynamics = score.text("dynamics").isBlank() ? "" : week.label("dynamics", score.text("dynamics"));
        figures.add(new Figure(texts.say("figure.score"), decimal(score.number("tension_score")), dynamics));
        String expected = score.number("expected").isPresent()
                ? texts.say("figure.expected", "expected", decimal(score.number("expected")))
                : "";
        String observed = score.count("observed").isPresent()
                ? formats.whole(score.count("observed").getAsInt())
                : texts.say("absent");
        figures.add(new Figure(texts.say("figure.observed"), observed, expected));
        figures.add(escalation(score));
        String rank = score.count("rank").isPresent()
                ? formats.whole(score.count("rank").getAsInt())
                : texts.say("absent");
        int sites = week.rows(PublishedTables.SITES).size();
        figures.add(new Figure(texts.say("figure.rank"), rank, texts.say("figure.sites", "count", sites)));
        return figures;
    }

    private Figure escalation(PublishedRow score) {
        OptionalDouble probability = score.number("escalation_probability");
        String name = texts.say("figure.escalation");
        if (probability.isEmpty()) {
            return new Figure(name, texts.say("absent"), texts.say("figure.escalation.none"));
        }
        return new Figure(name, formats.percent(probability.getAsDouble()), interval(score));
    }

    private String interval(PublishedRow score) {
        OptionalDouble low = score.number("escalation_low");
        OptionalDouble high = score.number("escalation_high");
        if (low.isEmpty() || high.isEmpty()) {
            return "";
        }
        String interval = texts.say(
                "figure.interval",
                "low",
                formats.percent(low.getAsDouble()),
                "high",
                formats.percent(high.getAsDouble()));
        OptionalDouble eight = score.number("escalation_expected");
        return eight.isPresent()
                ? texts.say("figure.eight", "interval", interval, "expected", decimal(eight))
                : interval;
    }

    private Svg history(String site, WeekSeries series) {
        return series.weeks().isEmpty() ? Svg.none() : HistoryChart.draw(series, worksBars(site, series), texts);
    }

    /** Works that touch the weeks shown, the newest when there are many. */
    private List<WorksBar> worksBars(String site, WeekSeries series) {
        LocalDate first = series.weeks().get(0).monday();
        LocalDate last = series.weeks().get(series.weeks().size() - 1).monday().plusDays(6);
        return week.rowsOf(PublishedTables.WORKS, site).stream()
                .filter(row -> !row.text("status").equals("CANCELLED"))
                .flatMap(row -> bar(row, last))
                .filter(bar -> !bar.start().isAfter(last) && !bar.end().isBefore(first))
                .sorted(Comparator.comparing(WorksBar::start).reversed())
                .limit(MOST_WORKS_BARS)
                .sorted(Comparator.comparing(WorksBar::start))
                .toList();
    }

    private Stream<WorksBar> bar(PublishedRow row, LocalDate last) {
        return row.date("start").stream().flatMap(start -> {
            LocalDate end = row.date("end").orElse(last);
            String label = week.label("works_type", row.text("works_type"));
            return end.isBefore(start) ? Stream.empty() : Stream.of(new WorksBar(label, start, end));
        });
    }

    private String decimal(OptionalDouble number) {
        return number.isPresent() ? formats.decimal(number.getAsDouble()) : texts.say("absent");
    }
}
