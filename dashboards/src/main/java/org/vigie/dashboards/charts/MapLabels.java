package org.vigie.dashboards.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Names beside areas of a map, each above or below its area where it covers no name that is already there. */
final class MapLabels {

    private static final double CHARACTER_WIDTH = 7;
    private static final double LINE = 14;
    private static final double GAP = 16;
    private static final int LINES_TRIED = 5;

    private final double width;
    private final double height;
    private final List<Label> placed = new ArrayList<>();

    MapLabels(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** What an area takes of the map: its middle across, its upper and its lower end. */
    record Frame(double centre, double top, double bottom) {}

    private record Label(String text, double x, double y) {
        double halfWidth() {
            return text.length() * CHARACTER_WIDTH / 2;
        }

        boolean covers(Label other) {
            return Math.abs(x - other.x) < halfWidth() + other.halfWidth() && Math.abs(y - other.y) < LINE;
        }
    }

    /** Places a name; where every place is taken, above its area all the same. */
    void add(String text, Frame area) {
        double half = text.length() * CHARACTER_WIDTH / 2;
        double x = Math.max(half, Math.min(width - half, area.centre()));
        List<Label> tried = heights(area)
                .filter(y -> y >= LINE && y <= height - 2)
                .mapToObj(y -> new Label(text, x, y))
                .toList();
        placed.add(tried.stream()
                .filter(label -> placed.stream().noneMatch(label::covers))
                .findFirst()
                .orElse(new Label(text, x, Math.max(LINE, area.top() - GAP))));
    }

    /** Heights of the line on which a name stands, the best first. */
    private static DoubleStream heights(Frame area) {
        DoubleStream.Builder heights = DoubleStream.builder();
        for (int line = 0; line < LINES_TRIED; line++) {
            heights.add(area.top() - GAP - line * LINE);
            heights.add(area.bottom() + GAP + LINE + line * LINE);
        }
        return heights.build();
    }

    void writeOn(Svg svg) {
        placed.forEach(label -> svg.leaf(
                "text", label.text(), "class", "k-name", "x", label.x(), "y", label.y(), "text-anchor", "middle"));
    }
}
