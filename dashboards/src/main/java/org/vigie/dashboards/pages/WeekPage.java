package org.vigie.dashboards.pages;

import java.util.List;
import org.vigie.dashboards.charts.Svg;

/**
 * The week of the prevention manager, in the order in which it is read.
 *
 * @param frame around the content
 * @param trust how fresh the data is
 * @param synthesis the week in one sentence or two
 * @param lists new, moving, unmoved and closed alerts
 * @param decisions alerts that wait for the manager
 * @param load of the teams
 * @param ahead what is coming
 * @param places where the sites lie and how they stand
 * @param quality what became of the rows delivered
 */
public record WeekPage(
        Frame frame,
        Trust trust,
        String synthesis,
        List<AlertList> lists,
        Decisions decisions,
        Load load,
        Ahead ahead,
        Places places,
        Quality quality) {

    /** How far the data goes, each feed, and what could not be used. */
    public record Trust(String until, List<FeedState> feeds, List<String> remarks) {}

    /** A feed: fresh, late or not delivered. */
    public record FeedState(String name, String state, boolean late) {}

    /** Alerts under one title, or the sentence that there are none. */
    public record AlertList(String title, String none, List<AlertCard> cards) {}

    /** Alerts that nobody followed for weeks: to act upon, to mute or to accept. */
    public record Decisions(String title, List<AlertCard> cards) {}

    /** Teams against their capacity, and the alerts that were not passed on. */
    public record Load(List<TeamLoad> teams, String drawerTitle, List<AlertCard> drawer) {}

    /** A team; width of the bar in percent of its capacity. */
    public record TeamLoad(String name, String link, String count, String detail, String width, boolean full) {}

    /** Works to come, sites where an escalation fact is likelier than elsewhere, and what such forecasts were worth. */
    public record Ahead(
            List<ComingWorks> works, String escalationRule, List<Escalation> escalations, Reliability reliability) {}

    /** What came of earlier forecasts: a sentence, and a row for each tenth of them. */
    public record Reliability(String verdict, List<ReliabilityRow> rows) {}

    /** Forecasts of about the same probability; widths and places on a scale of 100. */
    public record ReliabilityRow(String forecast, String observed, String interval, String forecasts, Mark mark) {}

    /** Where the forecast, what was observed and its interval lie, in percent of the scale. */
    public record Mark(String forecast, String observed, String low, String width) {}

    /** Works that start soon. */
    public record ComingWorks(String site, String link, Status status, String what, String told, boolean warning) {}

    /** A site with its probability and interval. */
    public record Escalation(String site, String link, Status status, String probability, String interval) {}

    /** Map, hotspots and sites. */
    public record Places(SiteMapView map, List<HotspotCard> hotspots, Sites sites) {}

    /** The map with its legend and what is not on it. */
    public record SiteMapView(Svg drawing, String note, List<Status> legend) {}

    /** The table of sites, the links to those that it does not hold, and what was left out. */
    public record Sites(List<SiteRow> rows, List<SiteLink> others, String note) {}

    /** A link to a site. */
    public record SiteLink(String name, String href) {}

    /** A line of the table of sites. */
    public record SiteRow(SiteLink site, String team, String area, Status status, SiteFigures figures) {}

    /** The figures of a site, as printed; empty when absent. */
    public record SiteFigures(
            String score, String dynamics, String observed, String expected, String escalation, String reason) {}

    /** Files delivered, and how much each feed brought beside what it usually brings. */
    public record Quality(List<QualityRow> files, List<String> volumes) {}

    /** A file delivered. */
    public record QualityRow(String feed, String file, List<String> counts, String reasons, String latest) {}
}
