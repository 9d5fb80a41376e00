package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.dashboards.charts.WeekSeries;
import org.vigie.dashboards.pages.SitePage.Episode;
import org.vigie.dashboards.pages.SitePage.Heat;
import org.vigie.dashboards.pages.SitePage.HeatCell;
import org.vigie.dashboards.pages.SitePage.HeatRow;
import org.vigie.dashboards.pages.SitePage.Part;
import org.vigie.dashboards.pages.SitePage.WeekRow;
import org.vigie.dashboards.pages.SitePage.Works;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Fills the tables of a site's page. */
final class SiteDetails {

    private static final int HEAT_WEEKS = 12;
    private static final int DEEPEST = 5;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;

    SiteDetails(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
    }

    SitePage.Details of(String site, WeekSeries series) {
        return new SitePage.Details(parts(site), families(site), episodes(site), works(site), weeks(series));
    }

    private List<Part> parts(String site) {
        List<PublishedRow> rows = week.rowsOf(PublishedTables.PARTS, site).stream()
                .sorted(Comparator.comparingDouble(row -> -row.number("points").orElse(0)))
                .toList();
        double most = rows.stream()
                .mapToDouble(row -> row.number("points").orElse(0))
                .max()
                .orElse(0);
        return rows.stream().map(row -> part(row, Math.max(most, 1))).toList();
    }

    private Part part(PublishedRow row, double most) {
        double points = row.number("points").orElse(0);
        return new Part(
                week.label("part", row.text("part")),
                week.sentence(row, "sentence"),
                formats.decimal(points),
                String.format(Locale.ROOT, "%.1f", 100 * points / most));
    }

    private Heat families(String site) {
        LocalDate first = week.settings().week().minusWeeks(HEAT_WEEKS - 1);
        List<LocalDate> mondays =
                IntStream.range(0, HEAT_WEEKS).mapToObj(first::plusWeeks).toList();
        Map<String, Map<LocalDate, Integer>> counts = new TreeMap<>();
        for (PublishedRow row : week.rowsOf(PublishedTables.FAMILIES, site)) {
            row.date("week")
                    .filter(mondays::contains)
                    .ifPresent(monday -> counts.computeIfAbsent(row.text("family"), f -> new HashMap<>())
                            .merge(monday, row.count("facts").orElse(0), Integer::sum));
        }
        int highest = counts.values().stream()
                .flatMap(byWeek -> byWeek.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        List<HeatRow> rows = counts.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -sum(entry.getValue())))
                .map(entry -> heatRow(entry.getKey(), entry.getValue(), mondays, Math.max(highest, DEEPEST)))
                .toList();
        return new Heat(mondays.stream().map(formats::week).toList(), rows);
    }

    private HeatRow heatRow(String family, Map<LocalDate, Integer> counts, List<LocalDate> mondays, int highest) {
        List<HeatCell> cells = mondays.stream()
                .map(monday -> counts.getOrDefault(monday, 0))
                .map(count -> new HeatCell(formats.whole(count), (int) Math.ceil(DEEPEST * (double) count / highest)))
                .toList();
        return new HeatRow(week.label("family", family), cells, formats.whole(sum(counts)));
    }

    private static int sum(Map<LocalDate, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<Episode> episodes(String site) {
        return week.rowsOf(PublishedTables.EPISODES, site).stream()
                .sorted(Comparator.comparing(
                                (PublishedRow row) -> row.date("opened_week").orElse(LocalDate.MIN))
                        .reversed())
                .map(this::episode)
                .toList();
    }

    private Episode episode(PublishedRow row) {
        String opened = row.date("opened_week").map(formats::weekAndYear).orElse("");
        String period = row.date("closed_week")
                .map(closed -> texts.say("episode.closed", "from", opened, "to", formats.weekAndYear(closed)))
                .orElse(texts.say("episode.open", "from", opened));
        String facts = texts.say(
                "episode.facts",
                "observed",
                row.count("observed").orElse(0),
                "expected",
                row.number("expected").isPresent()
                        ? formats.decimal(row.number("expected").getAsDouble())
                        : "–");
        String outcome = row.text("outcome").isBlank()
                ? texts.say("episode.nooutcome")
                : week.label("outcome", row.text("outcome"));
        String day =
                row.date("outcome_on").map(on -> " (" + formats.day(on) + ")").orElse("");
        return new Episode(
                row.text("episode_id"), week.label("family", row.text("family")), period, facts, outcome + day);
    }

    private List<Works> works(String site) {
        return week.rowsOf(PublishedTables.WORKS, site).stream()
                .sorted(Comparator.comparing(
                                (PublishedRow row) -> row.date("start").orElse(LocalDate.MIN))
                        .reversed())
                .map(this::works)
                .toList();
    }

    private Works works(PublishedRow row) {
        String start = row.date("start").map(formats::day).orElse("?");
        String end = row.date("end").map(formats::day).orElse(texts.say("works.noend"));
        String cut = row.text("interruption");
        String type = week.label("works_type", row.text("works_type"));
        return new Works(
                cut.isBlank() || cut.equals("AUCUNE") ? type : type + " – " + week.label("interruption", cut),
                texts.say("works.period", "start", start, "end", end),
                week.label("phase", row.text("phase")),
                row.count("dwellings").isPresent()
                        ? formats.whole(row.count("dwellings").getAsInt())
                        : texts.say("absent"),
                row.date("tenants_told_on").map(formats::day).orElse(texts.say("works.nottold")));
    }

    private List<WeekRow> weeks(WeekSeries series) {
        List<WeekRow> rows = new ArrayList<>();
        for (int i = series.weeks().size() - 1; i >= 0; i--) {
            WeekSeries.Week one = series.weeks().get(i);
            rows.add(new WeekRow(
                    texts.say(
                            "weeks.week",
                            "week",
                            formats.weekAndYear(one.monday()),
                            "day",
                            formats.shortDay(one.monday())),
                    formats.whole(one.reported()),
                    formats.whole(one.discovered()),
                    decimal(one.expected()),
                    decimal(one.range().threshold()),
                    decimal(one.presenceHours())));
        }
        return rows;
    }

    private String decimal(double number) {
        return Double.isNaN(number) ? "" : formats.decimal(number);
    }
}
