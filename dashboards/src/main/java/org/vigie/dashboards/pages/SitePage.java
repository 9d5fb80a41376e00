package org.vigie.dashboards.pages;

import java.util.List;
import org.vigie.dashboards.charts.Svg;

/**
 * All there is to know of one site.
 *
 * @param frame around the content
 * @param name of the residence
 * @param identifier of the residence
 * @param place sector, neighbourhood, dwellings, in one line
 * @param status of the week
 * @param reason why this status
 * @param method how the site is judged, and why so
 * @param figures the few numbers on top
 * @param noAlert what to say when there is no card
 * @param cards its open alerts; none on most sites
 * @param history three years by week
 * @param details tables below
 */
public record SitePage(
        Frame frame,
        String name,
        String identifier,
        String place,
        Status status,
        String reason,
        String method,
        List<Figure> figures,
        String noAlert,
        List<AlertCard> cards,
        Svg history,
        Details details) {

    /** Copies the lists. */
    public SitePage {
        figures = List.copyOf(figures);
        cards = List.copyOf(cards);
    }

    /** A number with its name and what to compare it with. */
    public record Figure(String label, String value, String beside) {}

    /**
     * The tables of the page.
     *
     * @param parts of the score
     * @param families facts by family over twelve weeks
     * @param episodes with their outcomes, newest first
     * @param works known
     * @param weeks the figures behind the chart, newest first
     */
    public record Details(
            List<Part> parts, Heat families, List<Episode> episodes, List<Works> works, List<WeekRow> weeks) {}

    /** A part of the score; width in percent of the widest. */
    public record Part(String name, String sentence, String points, String width) {}

    /** Facts by family and week: names of weeks and one row for each family. */
    public record Heat(List<String> weeks, List<HeatRow> rows) {}

    /** A family: its counts by week, and their sum. */
    public record HeatRow(String family, List<HeatCell> cells, String total) {}

    /** A count and its depth of colour from 0 to 5. */
    public record HeatCell(String count, int depth) {}

    /** A past or running episode. */
    public record Episode(String identifier, String family, String period, String facts, String outcome) {}

    /** Building works. */
    public record Works(String type, String period, String phase, String dwellings, String told) {}

    /** One week in figures. */
    public record WeekRow(
            String week, String reported, String discovered, String expected, String threshold, String presence) {}

    /** Whether the site has no open alert. */
    public boolean calm() {
        return cards.isEmpty();
    }

    static String link(String siteId) {
        return "site/" + SafeNames.of(siteId) + ".html";
    }
}
