package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.dashboards.pages.WeekPage.FeedState;
import org.vigie.dashboards.pages.WeekPage.QualityRow;
import org.vigie.dashboards.pages.WeekPage.Trust;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** How far the week can be trusted: freshness of each feed, grey sites, rows set aside. */
final class TrustBanner {

    /** Feeds in the order of the banner, with the days after which each is late: facts weekly, movements monthly. */
    private static final Map<String, Integer> LATE_AFTER =
            Map.of("incidents", 7, "incivilities", 7, "works", 14, "turnover", 45, "presence", 14);

    private static final List<String> FEEDS = List.of("incidents", "incivilities", "works", "turnover", "presence");

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;

    TrustBanner(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
    }

    Trust trust() {
        LocalDate sunday = week.settings().week().plusDays(6);
        List<FeedState> feeds = FEEDS.stream().map(this::feed).toList();
        List<String> remarks = new ArrayList<>();
        long grey = week.rows(PublishedTables.SITES).stream()
                .filter(site -> week.statusOf(site.text("site_id")).equals(Status.UNKNOWN))
                .count();
        remarks.add(texts.say("trust.grey", "count", grey));
        int rejected = week.rows(PublishedTables.QUALITY).stream()
                .mapToInt(row -> row.count("rows_rejected").orElse(0))
                .sum();
        remarks.add(texts.say("trust.rejected", "count", rejected));
        return new Trust(texts.say("trust.until", "day", formats.longDay(sunday)), feeds, remarks);
    }

    private FeedState feed(String code) {
        List<PublishedRow> files = week.rows(PublishedTables.QUALITY).stream()
                .filter(row -> row.text("feed").equals(code))
                .toList();
        String name = week.label("feed", code);
        if (files.isEmpty()) {
            return new FeedState(name, texts.say("trust.absent"), true);
        }
        OptionalInt days = files.stream()
                .flatMapToInt(row -> row.count("freshness_days").stream())
                .min();
        boolean late = days.isPresent() && days.getAsInt() > LATE_AFTER.getOrDefault(code, 7);
        return new FeedState(
                name, late ? texts.say("trust.late", "days", days.getAsInt()) : texts.say("trust.fresh"), late);
    }

    List<QualityRow> quality() {
        return week.rows(PublishedTables.QUALITY).stream()
                .sorted(Comparator.comparing((PublishedRow row) -> row.text("feed"))
                        .thenComparing(row -> row.text("file")))
                .map(this::qualityRow)
                .toList();
    }

    private QualityRow qualityRow(PublishedRow row) {
        List<String> counts = Stream.of("read", "used", "superseded", "duplicate", "out_of_scope", "rejected")
                .map(fate -> row.count("rows_" + fate))
                .map(count -> count.isPresent() ? formats.whole(count.getAsInt()) : "")
                .toList();
        String feed = row.text("feed").isBlank() ? texts.say("quality.nofeed") : week.label("feed", row.text("feed"));
        return new QualityRow(
                feed,
                row.text("file"),
                counts,
                reasons(row.text("reasons")),
                row.date("latest_fact").map(formats::day).orElse(""));
    }

    /** {@code rule=count|rule=count} in words. */
    private String reasons(String joined) {
        return Arrays.stream(joined.split("\\|"))
                .filter(reason -> !reason.isBlank())
                .map(reason -> {
                    int equals = reason.lastIndexOf('=');
                    return equals < 0
                            ? week.label("rule", reason)
                            : week.label("rule", reason.substring(0, equals)) + " (" + reason.substring(equals + 1)
                                    + ")";
                })
                .collect(Collectors.joining(", "));
    }
}
