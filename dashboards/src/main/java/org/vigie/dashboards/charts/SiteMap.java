package org.vigie.dashboards.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sites as they lie, without a street map: nothing is fetched. A place is told by shape and letter as well as by
 * colour; neighbourhoods are the hulls of their sites.
 */
public final class SiteMap {

    private static final double WIDTH = 640;
    private static final double MARGIN = 34;

    private final Scale x;
    private final Scale y;
    private final double height;

    private SiteMap(List<Place> places) {
        double west = min(places, Comparator.comparingDouble(Place::longitude)).longitude();
        double east = max(places, Comparator.comparingDouble(Place::longitude)).longitude();
        double south = min(places, Comparator.comparingDouble(Place::latitude)).latitude();
        double north = max(places, Comparator.comparingDouble(Place::latitude)).latitude();
        double shrink = Math.cos(Math.toRadians((south + north) / 2));
        double across = Math.max(1e-4, (east - west) * shrink);
        double up = Math.max(1e-4, north - south);
        height = Math.min(680, Math.max(280, (WIDTH - 2 * MARGIN) * up / across + 2 * MARGIN));
        double pixels = Math.min((WIDTH - 2 * MARGIN) / across, (height - 2 * MARGIN) / up);
        double halfAcross = WIDTH / pixels / 2 / shrink;
        double halfUp = height / pixels / 2;
        x = new Scale((west + east) / 2 - halfAcross, (west + east) / 2 + halfAcross, 0, WIDTH);
        y = new Scale((south + north) / 2 - halfUp, (south + north) / 2 + halfUp, height, 0);
    }

    /**
     * A site on the map.
     *
     * @param title shown on hover
     * @param link to its page
     * @param status shape, letter and class of its status
     * @param area name of its neighbourhood; empty for none
     * @param longitude degrees
     * @param latitude degrees
     */
    public record Place(String title, String link, Mark status, String area, double longitude, double latitude) {}

    /** How a status is drawn: its shape, its letter and the class of its colour. */
    public record Mark(String shape, String letter, String cssClass) {}

    /** Draws at least one place. Calm places are plain dots without a link, so that a large estate stays light. */
    public static Svg draw(List<Place> places, String title) {
        return new SiteMap(places).drawing(places, title);
    }

    private Svg drawing(List<Place> places, String title) {
        Svg svg = Svg.ofLinks("map", WIDTH, height, title);
        Map<String, List<Place>> areas = places.stream()
                .filter(place -> !place.area().isEmpty())
                .collect(Collectors.groupingBy(Place::area, TreeMap::new, Collectors.toList()));
        areas.values().forEach(members -> svg.empty("path", "class", "k-area", "d", hull(members)));
        svg.empty("path", "class", "k-calmdots", "d", dots(places));
        names(svg, areas);
        places.stream().filter(place -> !calm(place)).forEach(place -> symbol(svg, place));
        return svg.end();
    }

    /** Writes the names of the neighbourhoods, the largest first, each where it covers no other. */
    private void names(Svg svg, Map<String, List<Place>> areas) {
        MapLabels labels = new MapLabels(WIDTH, height);
        areas.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Place>> area) ->
                                -area.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(area -> labels.add(area.getKey(), frame(area.getValue())));
        labels.writeOn(svg);
    }

    private MapLabels.Frame frame(List<Place> members) {
        double centre = members.stream()
                .mapToDouble(place -> x.at(place.longitude()))
                .average()
                .orElse(0);
        double top =
                y.at(max(members, Comparator.comparingDouble(Place::latitude)).latitude());
        double bottom =
                y.at(min(members, Comparator.comparingDouble(Place::latitude)).latitude());
        return new MapLabels.Frame(centre, top, bottom);
    }

    private static boolean calm(Place place) {
        return place.status().shape().equals("dot");
    }

    /** Lines without length, which their round ends make dots. */
    private String dots(List<Place> places) {
        StringBuilder path = new StringBuilder();
        for (Place place : places) {
            if (calm(place)) {
                path.append('M').append(Svg.number(x.at(place.longitude())));
                path.append(' ').append(Svg.number(y.at(place.latitude()))).append("h0");
            }
        }
        return path.toString();
    }

    private void symbol(Svg svg, Place place) {
        double cx = x.at(place.longitude());
        double cy = y.at(place.latitude());
        svg.begin("a", "href", place.link()).leaf("title", place.title());
        String move = "translate(" + Svg.number(cx) + " " + Svg.number(cy) + ")";
        svg.begin("g", "class", "mark " + place.status().cssClass(), "transform", move);
        svg.empty("path", "d", StatusShape.path(place.status().shape()));
        svg.leaf("text", place.status().letter(), "y", 4, "text-anchor", "middle");
        svg.end().end();
    }

    private String hull(List<Place> members) {
        List<Hull.Point> points = members.stream()
                .map(place -> new Hull.Point(x.at(place.longitude()), y.at(place.latitude())))
                .toList();
        StringBuilder path = new StringBuilder();
        for (Hull.Point corner : Hull.around(points)) {
            path.append(path.isEmpty() ? 'M' : 'L').append(Svg.number(corner.x()));
            path.append(' ').append(Svg.number(corner.y()));
        }
        return path.append('z').toString();
    }

    private static Place min(List<Place> places, Comparator<Place> order) {
        return places.stream().min(order).orElseThrow();
    }

    private static Place max(List<Place> places, Comparator<Place> order) {
        return places.stream().max(order).orElseThrow();
    }
}
