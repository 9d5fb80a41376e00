package org.vigie.dashboards.charts;

import java.util.List;

/** Reliability diagram: how often an event came, by the probability forecast; on the diagonal, forecasts mean what they say. */
public final class ReliabilityChart {

    private static final double FULL = 100;

    private ReliabilityChart() {}

    /** A group of forecasts: mean probability, share that came with its interval, 0 to 1. */
    public record Point(double forecast, double came, double low, double high) {}

    /**
     * Draws the diagram.
     *
     * @param title what is drawn, in the reader's words
     * @param across name of the axis of forecasts
     * @param up name of the axis of what came
     */
    public static Svg draw(List<Point> points, String title, String across, String up) {
        double highest = points.stream()
                .mapToDouble(point -> Math.max(point.forecast(), point.high()))
                .max()
                .orElse(1);
        PercentPlot.Axis axis = PercentPlot.Axis.upTo(across, FULL * highest);
        PercentPlot plot = new PercentPlot(title, axis, new PercentPlot.Axis(up, axis.highest()));
        double[] corners = {0, axis.highest()};
        plot.line("k-reference", corners, corners);
        for (Point point : points) {
            plot.point(FULL * point.forecast(), FULL * point.came(), FULL * point.low(), FULL * point.high());
        }
        return plot.end();
    }
}
