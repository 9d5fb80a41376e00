package org.vigie.dashboards.pages;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.dashboards.charts.SiteMap;
import org.vigie.dashboards.charts.Svg;
import org.vigie.dashboards.pages.WeekPage.Places;
import org.vigie.dashboards.pages.WeekPage.SiteFigures;
import org.vigie.dashboards.pages.WeekPage.SiteLink;
import org.vigie.dashboards.pages.WeekPage.SiteMapView;
import org.vigie.dashboards.pages.WeekPage.SiteRow;
import org.vigie.dashboards.pages.WeekPage.Sites;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Map, hotspots and table of the sites on the page of the week. */
final class SiteTable {

    /** More rows than this make a page too heavy for a mail; further sites are links, and all are in the CSV file. */
    private static final int MOST_ROWS = 300;

    private static final int MOST_LINKS = 1200;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;

    SiteTable(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
    }

    Places places() {
        List<PublishedRow> sites = week.rows(PublishedTables.SITES).stream()
                .sorted(Comparator.comparing((PublishedRow site) -> status(site).order())
                        .thenComparing(site -> -score(site.text("site_id")).orElse(-1))
                        .thenComparing(site -> site.text("site_id")))
                .toList();
        return new Places(mapView(sites), new HotspotCards(week).all(), sites(sites));
    }

    private Sites sites(List<PublishedRow> sites) {
        List<SiteRow> rows = sites.stream().limit(MOST_ROWS).map(this::row).toList();
        List<SiteLink> others = sites.stream()
                .skip(MOST_ROWS)
                .limit(MOST_LINKS)
                .map(site -> link(site.text("site_id")))
                .toList();
        String note = sites.size() > MOST_ROWS
                ? texts.say("sites.cut", "shown", MOST_ROWS, "count", sites.size())
                : texts.say("sites.all", "count", sites.size());
        return new Sites(rows, others, note);
    }

    private SiteMapView mapView(List<PublishedRow> sites) {
        long unplaced = sites.stream().filter(site -> !isPlaced(site)).count();
        List<Status> legend =
                Status.CODES.stream().map(code -> Status.of(code, texts)).toList();
        return new SiteMapView(map(sites), texts.say("map.unplaced", "count", unplaced), legend);
    }

    private SiteLink link(String id) {
        return new SiteLink(week.nameOf(id), SitePage.link(id));
    }

    private Svg map(List<PublishedRow> sites) {
        List<SiteMap.Place> places =
                sites.stream().filter(SiteTable::isPlaced).map(this::place).toList();
        return places.isEmpty() ? Svg.none() : SiteMap.draw(places, texts.say("map.title"));
    }

    private static boolean isPlaced(PublishedRow site) {
        return site.number("longitude").isPresent() && site.number("latitude").isPresent();
    }

    private SiteMap.Place place(PublishedRow site) {
        String id = site.text("site_id");
        String area = site.text("area_id");
        String name = area.isBlank() || area.equals(Areas.OUTSIDE) ? "" : week.label("area", area);
        Status status = status(site);
        return new SiteMap.Place(
                week.nameOf(id) + " – " + status.label(),
                SitePage.link(id),
                status.mark(),
                name,
                site.number("longitude").orElseThrow(),
                site.number("latitude").orElseThrow());
    }

    private SiteRow row(PublishedRow site) {
        String id = site.text("site_id");
        SiteFigures figures = week.rowsOf(PublishedTables.SCORES, id).stream()
                .findFirst()
                .map(this::figures)
                .orElse(new SiteFigures("", "", "", "", "", texts.say("site.reason.unknown")));
        return new SiteRow(
                link(id), week.label("team", site.text("team")), Areas.nameOf(site, week), status(site), figures);
    }

    private SiteFigures figures(PublishedRow score) {
        OptionalDouble escalation = score.number("escalation_probability");
        return new SiteFigures(
                decimal(score.number("tension_score")),
                score.text("dynamics").isBlank() ? "" : week.label("dynamics", score.text("dynamics")),
                score.count("observed").isPresent()
                        ? formats.whole(score.count("observed").getAsInt())
                        : "",
                decimal(score.number("expected")),
                escalation.isPresent() ? formats.percent(escalation.getAsDouble()) : "",
                score.text("status").equals(Status.UNKNOWN) ? week.sentence(score, "reason") : "");
    }

    private Status status(PublishedRow site) {
        return Status.of(week.statusOf(site.text("site_id")), texts);
    }

    private OptionalDouble score(String site) {
        return week.rowsOf(PublishedTables.SCORES, site).stream()
                .flatMapToDouble(row -> row.number("tension_score").stream())
                .findFirst();
    }

    private String decimal(OptionalDouble number) {
        return number.isPresent() ? formats.decimal(number.getAsDouble()) : "";
    }
}
