package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.dashboards.charts.IntervalMark;
import org.vigie.dashboards.charts.Scale;
import org.vigie.dashboards.charts.Svg;
import org.vigie.dashboards.pages.AreasPage.AreaRow;
import org.vigie.dashboards.pages.AreasPage.MatrixRow;
import org.vigie.dashboards.pages.AreasPage.Rate;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Fills the page of the neighbourhoods from the shared table, where small counts are withheld. */
final class AreasPages {

    private static final List<String> LEVELS = List.of("AU_DESSUS", "DANS_LA_MOYENNE", "EN_DESSOUS");
    private static final List<String> DIRECTIONS = List.of("AMELIORATION", "STABLE", "DEGRADATION");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MOST_SENTENCES = 6;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;
    private final List<PublishedRow> areas;

    AreasPages(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
        this.areas = newest(week.rows(PublishedTables.AREAS));
    }

    AreasPage page() {
        Scale scale = IntervalMark.scale(highest());
        String title = texts.say("areas.title", "period", period());
        return new AreasPage(
                new Frame(texts, week.settings(), title, "areas", ""),
                new AreasPage.Heading(period(), perimeter()),
                sentences(),
                LEVELS.stream().map(this::matrixRow).toList(),
                areas.isEmpty() ? Svg.none() : IntervalMark.axis(scale, texts.say("areas.axis")),
                areas.stream().map(area -> row(area, scale)).toList());
    }

    /** Rows of the newest period; neighbourhoods by name, those outside any last. */
    private List<PublishedRow> newest(List<PublishedRow> rows) {
        String period = rows.stream()
                .map(row -> row.text("period"))
                .max(Comparator.naturalOrder())
                .orElse("");
        return rows.stream()
                .filter(row -> row.text("period").equals(period))
                .sorted(Comparator.comparing((PublishedRow row) -> isOutside(row))
                        .thenComparing(this::name))
                .toList();
    }

    private static boolean isOutside(PublishedRow area) {
        return area.text("area_id").equals(Areas.OUTSIDE);
    }

    private String name(PublishedRow area) {
        return isOutside(area) ? texts.say("area.HORS") : week.label("area", area.text("area_id"));
    }

    /** 2026-Q3 as T3 2026; quarters count by the Mondays of their weeks, and while one is to come the quarter runs. */
    private String period() {
        if (areas.isEmpty()) {
            return formats.weekAndYear(week.settings().week());
        }
        String code = areas.get(0).text("period");
        Matcher quarter = QUARTER.matcher(code);
        if (!quarter.matches()) {
            return code;
        }
        LocalDate end = LocalDate.of(Integer.parseInt(quarter.group(1)), 1, 1)
                .plusMonths(3L * Integer.parseInt(quarter.group(2)));
        LocalDate nextMonday = week.settings().week().plusWeeks(1);
        return texts.say(
                nextMonday.isBefore(end) ? "areas.quarter.running" : "areas.quarter",
                "quarter",
                quarter.group(2),
                "year",
                quarter.group(1),
                "sunday",
                formats.day(nextMonday.minusDays(1)));
    }

    private String perimeter() {
        return areas.stream()
                .map(area -> area.text("perimeter_generation"))
                .filter(generation -> !generation.isBlank())
                .findFirst()
                .map(generation -> texts.say("areas.perimeter", "generation", generation))
                .orElse(texts.say("areas.perimeter.none"));
    }

    private double highest() {
        return areas.stream()
                .filter(AreasPages::isShown)
                .flatMapToDouble(area -> area.number("high").stream())
                .max()
                .orElse(1);
    }

    /** A feed was silent for more than half of the period: nothing can be said. */
    private static boolean isSilent(PublishedRow area) {
        return area.text("status").equals(Status.UNKNOWN);
    }

    private static boolean isShown(PublishedRow area) {
        return !area.flag("suppressed")
                && area.number("rate_per_100_dwellings").isPresent()
                && area.number("low").isPresent()
                && area.number("high").isPresent();
    }

    private List<String> sentences() {
        if (areas.isEmpty()) {
            return List.of(texts.say("areas.none"));
        }
        List<String> sentences = new ArrayList<>();
        areas.stream()
                .filter(AreasPages::isShown)
                .filter(area -> area.text("status").equals("AU_DESSUS"))
                .sorted(Comparator.comparingDouble(area -> -rate(area)))
                .limit(MOST_SENTENCES - 3)
                .forEach(area -> sentences.add(sentence("areas.sentence.above", area)));
        if (sentences.isEmpty()) {
            sentences.add(texts.say("areas.sentence.nonabove"));
        }
        areas.stream()
                .filter(AreasPages::isShown)
                .filter(area -> area.text("dynamics").equals("DEGRADATION"))
                .max(Comparator.comparingDouble(area -> area.number("change").orElse(0)))
                .ifPresent(area -> sentences.add(sentence("areas.sentence.worse", area)));
        long withheld = areas.stream().filter(area -> area.flag("suppressed")).count();
        if (withheld > 0) {
            sentences.add(texts.say("areas.sentence.withheld", "count", withheld));
        }
        List<String> silent =
                areas.stream().filter(AreasPages::isSilent).map(this::name).toList();
        if (!silent.isEmpty()) {
            sentences.add(texts.say(
                    "areas.sentence.silent",
                    "count",
                    silent.size(),
                    "areas",
                    texts.formats().list(silent)));
        }
        return sentences;
    }

    private String sentence(String key, PublishedRow area) {
        return texts.say(
                key,
                "area",
                name(area),
                "rate",
                formats.decimal(rate(area)),
                "low",
                formats.decimal(area.number("low").orElseThrow()),
                "high",
                formats.decimal(area.number("high").orElseThrow()),
                "change",
                change(area));
    }

    private static double rate(PublishedRow area) {
        return area.number("rate_per_100_dwellings").orElseThrow();
    }

    private String change(PublishedRow area) {
        OptionalDouble change = area.number("change");
        return change.isPresent() ? formats.change(change.getAsDouble()) : texts.say("absent");
    }

    private MatrixRow matrixRow(String level) {
        List<List<String>> cells = DIRECTIONS.stream()
                .map(direction -> areas.stream()
                        .filter(AreasPages::isShown)
                        .filter(area -> area.text("status").equals(level)
                                && area.text("dynamics").equals(direction))
                        .map(this::name)
                        .toList())
                .toList();
        return new MatrixRow(texts.say("level." + level), cells);
    }

    private AreaRow row(PublishedRow area, Scale scale) {
        String dwellings = area.count("dwellings").isPresent()
                ? formats.whole(area.count("dwellings").getAsInt())
                : "";
        if (!isShown(area)) {
            String reason = texts.say(isSilent(area) ? "areas.silent" : "areas.withheld");
            String level = isSilent(area) ? week.label("level", area.text("status")) : "";
            return new AreaRow(name(area), dwellings, "", new Rate(Svg.none(), reason, ""), "", level, "");
        }
        String facts = area.count("facts").isPresent()
                ? formats.whole(area.count("facts").getAsInt())
                : texts.say("areas.withheld");
        return new AreaRow(
                name(area),
                dwellings,
                facts,
                rate(area, scale),
                change(area),
                week.label("level", area.text("status")),
                trend(area));
    }

    /** The class of its hot and cold periods; empty where it has none. */
    private String trend(PublishedRow area) {
        String trend = area.text("trend");
        return trend.isBlank() || trend.equals("NONE") ? "" : week.label("trend", trend);
    }

    private Rate rate(PublishedRow area, Scale scale) {
        double low = area.number("low").orElseThrow();
        double high = area.number("high").orElseThrow();
        String interval = texts.say("areas.interval", "low", formats.decimal(low), "high", formats.decimal(high));
        String estimate = formats.decimal(rate(area));
        double reference = areas.stream()
                .filter(AreasPages::isOutside)
                .filter(AreasPages::isShown)
                .mapToDouble(AreasPages::rate)
                .findFirst()
                .orElse(Double.NaN);
        boolean apart = !area.text("status").equals("DANS_LA_MOYENNE");
        var value = new IntervalMark.Estimate(low, rate(area), high, estimate + ", " + interval);
        return new Rate(IntervalMark.draw(scale, value, reference, apart), estimate, interval);
    }
}
