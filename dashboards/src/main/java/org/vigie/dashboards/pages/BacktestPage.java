package org.vigie.dashboards.pages;

import java.util.List;
import org.vigie.dashboards.charts.Svg;

/**
 * What alerts and forecasts of past weeks were worth, for directors and those who check the method.
 *
 * @param frame around the content
 * @param heading weeks tested
 * @param sentences what matters, six at most
 * @param charts reliability and hit rates
 * @param tables signals and lists, order of sites, forecast
 * @param report file with all figures, as a link
 */
public record BacktestPage(
        Frame frame, Heading heading, List<String> sentences, Charts charts, List<Grid> tables, String report) {

    /** Weeks tested, and how. */
    public record Heading(String title, String sub) {}

    /** Reliability diagram, curve of hit rates, and the methods of the latter with the class of their line. */
    public record Charts(Svg reliability, Svg hits, List<Key> keys) {}

    /** A method and its mark in the legend. */
    public record Key(String cssClass, String name) {}

    /** A table: what it shows, its columns after the first, its lines. */
    public record Grid(String id, String title, String sub, List<String> columns, List<Line> lines) {}

    /** A method with its cells; {@code ours} for Vigie's own. */
    public record Line(String name, boolean ours, List<Cell> cells) {}

    /** A figure and its interval; both empty where a method has none. */
    public record Cell(String value, String interval) {}
}
