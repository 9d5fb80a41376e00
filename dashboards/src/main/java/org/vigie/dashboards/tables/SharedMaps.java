package org.vigie.dashboards.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.dashboards.tables.GeoJson.Feature;

/**
 * Maps that may leave the teams. No building is a point on them: sites are gathered in squares of a hundredth of a
 * degree (about 1.1 km by 0.7 km). Facts are told in bands, so that neither a small count nor the difference between
 * two weeks can be read from them; squares of a few dwellings are left out. Hotspots carry no counts.
 */
final class SharedMaps {

    /** Counts below are withheld outside the teams. */
    private static final int FEWEST_FACTS = 5;

    /** Smaller units could tell of a household. */
    private static final int FEWEST_DWELLINGS = 11;

    private static final double SQUARES_PER_DEGREE = 100;

    private final Map<String, Square> squareOf = new LinkedHashMap<>();
    private final Map<Square, Content> squares = new TreeMap<>();

    private SharedMaps(Path folder) {
        Map<String, Integer> facts = new LinkedHashMap<>();
        TeamMaps.rows(folder, PublishedTables.SCORES)
                .forEach(score -> score.count("observed").ifPresent(count -> facts.put(score.text("site_id"), count)));
        for (PublishedRow site : TeamMaps.rows(folder, PublishedTables.SITES)) {
            String id = site.text("site_id");
            TeamMaps.position(site).map(Square::around).ifPresent(square -> {
                squareOf.put(id, square);
                int dwellings = site.count("dwellings").orElse(0);
                Content content = new Content(1, dwellings, facts.getOrDefault(id, 0), facts.containsKey(id));
                squares.merge(square, content, Content::plus);
            });
        }
        squares.values().removeIf(content -> content.dwellings() < FEWEST_DWELLINGS);
    }

    /** Reads the exact tables and writes {@code sites.geojson} and {@code hotspots.geojson} into {@code shared/}. */
    static void write(Path folder) {
        SharedMaps maps = new SharedMaps(folder);
        Path shared = folder.resolve("shared");
        GeoJson.write(TeamMaps.file(shared, PublishedTables.SITES), maps.sites());
        GeoJson.write(
                TeamMaps.file(shared, PublishedTables.HOTSPOTS),
                maps.hotspots(TeamMaps.rows(folder, PublishedTables.HOTSPOTS)));
    }

    private List<Feature> sites() {
        List<Feature> features = new ArrayList<>();
        squares.forEach((square, content) ->
                features.add(new Feature("MultiPolygon", List.of(square.polygon()), content.properties())));
        return features;
    }

    private List<Feature> hotspots(List<PublishedRow> hotspots) {
        List<Feature> features = new ArrayList<>();
        for (PublishedRow hotspot : hotspots) {
            List<String> members = TeamMaps.memberIds(hotspot);
            List<List<List<List<Double>>>> outline = members.stream()
                    .filter(squareOf::containsKey)
                    .map(squareOf::get)
                    .filter(squares::containsKey)
                    .distinct()
                    .sorted()
                    .map(Square::polygon)
                    .toList();
            if (!outline.isEmpty()) {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("hotspot_id", hotspot.text("hotspot_id"));
                hotspot.date("week").ifPresent(week -> properties.put("week", week.toString()));
                hotspot.date("since_week").ifPresent(week -> properties.put("since_week", week.toString()));
                properties.put("sites", members.size());
                features.add(new Feature("MultiPolygon", outline, properties));
            }
        }
        return features;
    }

    /** A square by the number of its column from Greenwich and of its row from the equator. */
    private record Square(int column, int row) implements Comparable<Square> {

        static Square around(List<Double> position) {
            return new Square((int) Math.floor(position.get(0) * SQUARES_PER_DEGREE), (int)
                    Math.floor(position.get(1) * SQUARES_PER_DEGREE));
        }

        /** Its one ring, against the clock. */
        List<List<List<Double>>> polygon() {
            double west = column / SQUARES_PER_DEGREE;
            double east = (column + 1) / SQUARES_PER_DEGREE;
            double south = row / SQUARES_PER_DEGREE;
            double north = (row + 1) / SQUARES_PER_DEGREE;
            return List.of(List.of(
                    List.of(west, south),
                    List.of(east, south),
                    List.of(east, north),
                    List.of(west, north),
                    List.of(west, south)));
        }

        @Override
        public int compareTo(Square other) {
            return row == other.row ? Integer.compare(column, other.column) : Integer.compare(row, other.row);
        }
    }

    /** What a square holds; told is whether every site in it could be judged. */
    private record Content(int sites, int dwellings, int facts, boolean told) {

        Content plus(Content other) {
            return new Content(
                    sites + other.sites, dwellings + other.dwellings, facts + other.facts, told && other.told);
        }

        Map<String, Object> properties() {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("sites", sites);
            properties.put("dwellings", dwellings);
            if (told && facts >= FEWEST_FACTS) {
                properties.put("facts_four_weeks", band(facts));
            }
            properties.put("suppressed", told && facts < FEWEST_FACTS);
            properties.put("not_assessed", !told);
            return properties;
        }

        private static String band(int facts) {
            return facts < 10 ? "5-9" : facts < 20 ? "10-19" : facts < 50 ? "20-49" : "50+";
        }
    }
}
