package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.dashboards.pages.WeekPage.FeedState;
import org.vigie.dashboards.pages.WeekPage.Quality;
import org.vigie.dashboards.pages.WeekPage.QualityRow;
import org.vigie.dashboards.pages.WeekPage.Trust;
import org.vigie.dashboards.tables.Freshness;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** How far the week can be trusted: freshness of each feed, grey sites, rows set aside. */
final class TrustBanner {

    private static final Set<String> UNUSUAL = Set.of("EN_DESSOUS", "AU_DESSUS");

    /** In the order of the banner. */
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
        week.rows(PublishedTables.VOLUMES).stream()
                .filter(row -> UNUSUAL.contains(row.text("state")))
                .map(this::volume)
                .forEach(remarks::add);
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
        boolean late = days.isPresent() && Freshness.isLate(code, days.getAsInt());
        return new FeedState(
                name, late ? texts.say("trust.late", "days", days.getAsInt()) : texts.say("trust.fresh"), late);
    }

    Quality quality() {
        List<String> volumes = FEEDS.stream().flatMap(this::volume).toList();
        return new Quality(files(), volumes);
    }

    /** What a feed brought and what it usually brings; nothing for a feed that brought nothing yet. */
    private Stream<String> volume(String feed) {
        return week.rows(PublishedTables.VOLUMES).stream()
                .filter(row -> row.text("feed").equals(feed))
                .map(this::volume);
    }

    private String volume(PublishedRow row) {
        return texts.say(
                "quality.volume." + row.text("state"),
                "feed",
                week.label("feed", row.text("feed")),
                "weeks",
                row.count("weeks").orElse(1),
                "observed",
                row.count("observed").orElse(0),
                "low",
                row.count("low").orElse(0),
                "high",
                row.count("high").orElse(0),
                "history",
                row.count("history").orElse(0));
    }

    private List<QualityRow> files() {
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
