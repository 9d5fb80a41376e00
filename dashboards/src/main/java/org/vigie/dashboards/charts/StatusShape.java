package org.vigie.dashboards.charts;

/** Outlines of about 20 pixels around the origin, one for each status, so that they differ without colour. */
public final class StatusShape {

    private StatusShape() {}

    /**
     * Path data of a shape.
     *
     * @param shape dot, triangle, diamond, octagon or ring
     */
    public static String path(String shape) {
        return switch (shape) {
            case "dot" -> "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z";
            case "triangle" -> "M0 -12L12 9H-12z";
            case "diamond" -> "M0 -12L12 0L0 12L-12 0z";
            case "octagon" -> "M-4.5 -11h9l6.5 6.5v9l-6.5 6.5h-9l-6.5 -6.5v-9z";
            case "ring" -> "M-9 -9h18v18h-18z";
            default -> throw new IllegalArgumentException("no shape " + shape);
        };
    }

    /** The shape on its own with its letter, for a chip or a legend. */
    public static Svg icon(SiteMap.Mark mark, String title) {
        Svg svg = Svg.drawing("icon", 28, 28, title);
        svg.begin("g", "class", "mark " + mark.cssClass(), "transform", "translate(14 14)");
        svg.empty("path", "d", path(mark.shape()));
        svg.leaf("text", mark.letter(), "y", 4.5, "text-anchor", "middle");
        return svg.end().end();
    }
}
