package org.vigie.dashboards.charts;

/** One row of a dot plot: an estimate with its interval, and a reference that all rows share. */
public final class IntervalMark {

    private static final double WIDTH = 260;
    private static final double MIDDLE = 14;

    private IntervalMark() {}

    /** The scale that all rows of a plot share, from zero to the highest end of an interval. */
    public static Scale scale(double highest) {
        return Scale.fromZero(highest, 10, WIDTH - 10);
    }

    /**
     * Draws a row.
     *
     * @param scale of the whole plot
     * @param value low end, estimate and high end
     * @param reference value drawn as a line through all rows; NaN for none
     * @param filled whether the dot is full: the interval lies apart from the reference
     */
    public static Svg draw(Scale scale, Estimate value, double reference, boolean filled) {
        Svg svg = Svg.drawing("interval", WIDTH, MIDDLE * 2, value.title());
        for (double tick : scale.ticks()) {
            svg.empty("path", "class", "k-grid", "d", "M" + Svg.number(scale.at(tick)) + " 0v28");
        }
        if (!Double.isNaN(reference)) {
            svg.empty("path", "class", "k-reference", "d", "M" + Svg.number(scale.at(reference)) + " 0v28");
        }
        double from = scale.at(value.low());
        svg.empty(
                "path",
                "class",
                "k-interval",
                "d",
                "M" + Svg.number(from) + " 14H" + Svg.number(scale.at(value.high())));
        String dot = filled ? "k-dot" : "k-dot k-open";
        svg.empty("circle", "class", dot, "cx", scale.at(value.estimate()), "cy", MIDDLE, "r", 5.5);
        return svg.end();
    }

    /** Draws the values of the scale, for the head of the plot. */
    public static Svg axis(Scale scale, String title) {
        Svg svg = Svg.drawing("interval", WIDTH, 16, title);
        for (double tick : scale.ticks()) {
            svg.leaf(
                    "text", Svg.number(tick), "class", "k-tick", "x", scale.at(tick), "y", 12, "text-anchor", "middle");
        }
        return svg.end();
    }

    /** An estimate, its interval, and both in words. */
    public record Estimate(double low, double estimate, double high, String title) {}
}
