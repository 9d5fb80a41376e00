package org.vigie.dashboards.pages;

import java.util.List;
import org.vigie.dashboards.charts.Svg;

/**
 * Neighbourhoods compared, for directors: no rank, every figure with its interval, small counts withheld.
 *
 * @param frame around the content
 * @param heading period and perimeter
 * @param sentences what matters, six at most
 * @param matrix level by direction
 * @param axis of the dot plot
 * @param rows one for each neighbourhood
 */
public record AreasPage(
        Frame frame, Heading heading, List<String> sentences, List<MatrixRow> matrix, Svg axis, List<AreaRow> rows) {

    /** Period compared and perimeter used. */
    public record Heading(String period, String perimeter) {}

    /** A level with the neighbourhoods that get better, stay, get worse. */
    public record MatrixRow(String level, List<List<String>> cells) {}

    /** A neighbourhood; figures are empty when withheld. */
    public record AreaRow(
            String name, String dwellings, String facts, Rate rate, String change, String group, String trend) {}

    /** A rate with its interval, drawn and in words. */
    public record Rate(Svg drawing, String estimate, String interval) {}
}
