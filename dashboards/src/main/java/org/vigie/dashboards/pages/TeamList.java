package org.vigie.dashboards.pages;

import java.util.List;

/**
 * What a team of mediators takes along: places in the order of the visit, on two sides of paper at most.
 *
 * @param frame around the content
 * @param team name of the team
 * @param pdfName file name of the paper form, beside this page and of the same name but for the ending
 * @param heading days of the list and how many places
 * @param stops places with an alert, in the order of the visit
 * @param random calm places drawn at random
 * @param hotspots groups of neighbouring sites with one of the team, a line each
 * @param elsewhere the other sites of the team, a line for each status
 * @param outcomes boxes to tick
 * @param certainty how sure, said once
 */
public record TeamList(
        Frame frame,
        String team,
        String pdfName,
        Heading heading,
        List<Stop> stops,
        List<RandomStop> random,
        List<String> hotspots,
        List<Elsewhere> elsewhere,
        List<String> outcomes,
        String certainty) {

    /** Days for which the list is made, and what it holds. */
    public record Heading(String days, String content) {}

    /**
     * A place with an alert.
     *
     * @param order of the visit
     * @param name of the site
     * @param status of the site, in words
     * @param where neighbourhood and place within the site
     * @param seen new, or since when it is on the list
     * @param bars heights of twelve weeks in percent
     * @param says the lines of the short card
     */
    public record Stop(
            String order, String name, String status, String where, String seen, List<Bar> bars, Says says) {}

    /** A week's bar: height in percent, and whether it belongs to the rise. */
    public record Bar(int height, boolean rise) {}

    /** The lines of a short card; hours and context may be empty. */
    public record Says(String change, String hours, String context, String nextStep) {}

    /** A calm place to look at. */
    public record RandomStop(String order, String name, String where) {}

    /** Sites of one status. */
    public record Elsewhere(String title, String sites) {}

    /** File name of the visits for a calendar, beside this page. */
    public String calendarName() {
        return pdfName.replaceFirst("pdf$", "ics");
    }

    /** Whether nothing is to be seen this week but the random visits. */
    public boolean calm() {
        return stops.isEmpty();
    }

    static String pdfName(String team) {
        return SafeNames.of(team) + ".pdf";
    }

    static String calendarName(String team) {
        return SafeNames.of(team) + ".ics";
    }

    static String link(String team) {
        return "liste/" + SafeNames.of(team) + ".html";
    }
}
