package org.vigie.dashboards.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The smallest convex outline around points (Andrew 1979, monotone chain). */
final class Hull {

    private Hull() {}

    record Point(double x, double y) {}

    static List<Point> around(List<Point> points) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        List<Point> outline = half(sorted);
        Collections.reverse(sorted);
        List<Point> back = half(sorted);
        outline.addAll(back.subList(Math.min(1, back.size()), Math.max(Math.min(1, back.size()), back.size() - 1)));
        return outline;
    }

    private static List<Point> half(List<Point> sorted) {
        List<Point> chain = new ArrayList<>();
        for (Point point : sorted) {
            while (chain.size() >= 2 && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(point);
        }
        return chain;
    }

    /** Above zero when the way from a over b to c turns left. */
    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
