package org.vigie.dashboards.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Share of the facts found against the share of sites looked at, one line a method; on the diagonal, sites drawn by lot. */
public final class HitRateChart {

    private static final double FULL = 100;

    private HitRateChart() {}

    /** One method: shares of sites and of facts, 0 to 1, in order of the first. */
    public record Line(String cssClass, List<Found> found) {

        /** Copies the points. */
        public Line {
            found = found.stream()
                    .sorted(Comparator.comparingDouble(Found::sites))
                    .toList();
        }
    }

    /** Facts found when so many sites are looked at. */
    public record Found(double sites, double facts) {}

    /**
     * Draws the curves, the last on top.
     *
     * @param title what is drawn, in the reader's words
     * @param across name of the axis of sites
     * @param up name of the axis of facts
     */
    public static Svg draw(List<Line> lines, String title, String across, String up) {
        double widest = lines.stream()
                .flatMap(line -> line.found().stream())
                .mapToDouble(Found::sites)
                .max()
                .orElse(1);
        PercentPlot plot =
                new PercentPlot(title, new PercentPlot.Axis(across, FULL * widest), new PercentPlot.Axis(up, FULL));
        double[] corners = {0, FULL * widest};
        plot.line("k-reference", corners, corners);
        for (Line line : lines) {
            List<Found> points = new ArrayList<>(List.of(new Found(0, 0)));
            points.addAll(line.found());
            plot.line(
                    line.cssClass(),
                    points.stream().mapToDouble(point -> FULL * point.sites()).toArray(),
                    points.stream().mapToDouble(point -> FULL * point.facts()).toArray());
        }
        return plot.end();
    }
}
