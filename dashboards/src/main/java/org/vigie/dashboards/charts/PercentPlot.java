package org.vigie.dashboards.charts;

import static org.vigie.dashboards.charts.Svg.number;

/** A square of percentages: grid, values on both axes and their names. */
final class PercentPlot {

    private static final double WIDTH = 460;
    private static final double HEIGHT = 340;
    private static final double LEFT = 52;
    private static final double BOTTOM = 292;
    private static final double TOP = 12;
    private static final double RIGHT = WIDTH - 26;

    private final Svg svg;
    private final Scale x;
    private final Scale y;

    PercentPlot(String title, Axis across, Axis up) {
        this.svg = Svg.drawing("square", WIDTH, HEIGHT, title);
        this.x = new Scale(0, across.highest(), LEFT, RIGHT);
        this.y = new Scale(0, up.highest(), BOTTOM, TOP);
        for (double tick : y.ticks()) {
            line("M" + number(LEFT) + " " + number(y.at(tick)) + "H" + number(RIGHT));
            text(number(tick) + " %", LEFT - 6, y.at(tick) + 4, "end");
        }
        for (double tick : x.ticks()) {
            line("M" + number(x.at(tick)) + " " + number(TOP) + "V" + number(BOTTOM));
            text(number(tick) + " %", x.at(tick), BOTTOM + 18, "middle");
        }
        text(across.name(), (LEFT + RIGHT) / 2, HEIGHT - 8, "middle");
        String turned = "translate(12 " + number((TOP + BOTTOM) / 2) + ") rotate(-90)";
        svg.leaf("text", up.name(), "class", "k-tick", "transform", turned, "text-anchor", "middle");
    }

    private void line(String path) {
        svg.empty("path", "class", "k-grid", "d", path);
    }

    private void text(String words, double left, double base, String anchor) {
        svg.leaf("text", words, "class", "k-tick", "x", left, "y", base, "text-anchor", anchor);
    }

    /**
     * An axis from 0.
     *
     * @param name what it shows
     * @param highest its end, per cent
     */
    record Axis(String name, double highest) {

        /** An axis that ends at a round number not below the highest value. */
        static Axis upTo(String name, double highestPercent) {
            return new Axis(
                    name, Math.min(100, Scale.fromZero(highestPercent, 0, 1).high()));
        }
    }

    /** A line through points, in per cent. */
    void line(String cssClass, double[] across, double[] up) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < across.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(number(x.at(across[i])));
            path.append(' ').append(number(y.at(up[i])));
        }
        svg.empty("path", "class", cssClass, "d", path.toString());
    }

    /** A point with its interval upwards and downwards, in per cent. */
    void point(double across, double up, double low, double high) {
        String path =
                "M" + number(x.at(across)) + " " + number(y.at(Math.min(high, y.high()))) + "V" + number(y.at(low));
        svg.empty("path", "class", "k-interval k-thin", "d", path);
        svg.empty("circle", "class", "k-dot", "cx", x.at(across), "cy", y.at(up), "r", 4);
    }

    Svg end() {
        return svg.end();
    }
}
