package org.vigie.dashboards.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.dashboards.tables.GeoJson.Feature;
import tech.tablesaw.api.Table;

/** Sites and hotspots with every figure, for the maps of the teams that see exact counts. */
final class TeamMaps {

    private static final Set<String> POSITION = Set.of("longitude", "latitude");

    private final List<PublishedRow> sites;
    private final Map<String, PublishedRow> scores = new LinkedHashMap<>();
    private final Map<String, List<Double>> positions = new LinkedHashMap<>();

    private TeamMaps(Path folder) {
        sites = rows(folder, PublishedTables.SITES);
        rows(folder, PublishedTables.SCORES).forEach(score -> scores.put(score.text("site_id"), score));
        sites.forEach(site -> position(site).ifPresent(at -> positions.put(site.text("site_id"), at)));
    }

    /** Writes {@code sites.geojson} and {@code hotspots.geojson} beside the tables. */
    static void write(Path folder) {
        TeamMaps maps = new TeamMaps(folder);
        GeoJson.write(file(folder, PublishedTables.SITES), maps.sites());
        GeoJson.write(file(folder, PublishedTables.HOTSPOTS), maps.hotspots(rows(folder, PublishedTables.HOTSPOTS)));
    }

    /** The map that goes with a table. */
    static Path file(Path folder, PublishedTable table) {
        return folder.resolve(table.name() + ".geojson");
    }

    static List<PublishedRow> rows(Path folder, PublishedTable declared) {
        Table table = ParquetTables.read(folder, declared);
        return IntStream.range(0, table.rowCount())
                .mapToObj(at -> new PublishedRow(table, at))
                .toList();
    }

    /** Longitude and latitude of a site; empty where it is not known. */
    static Optional<List<Double>> position(PublishedRow site) {
        var longitude = site.number("longitude");
        var latitude = site.number("latitude");
        return longitude.isPresent() && latitude.isPresent()
                ? Optional.of(List.of(longitude.getAsDouble(), latitude.getAsDouble()))
                : Optional.empty();
    }

    private List<Feature> sites() {
        List<Feature> features = new ArrayList<>();
        for (PublishedRow site : sites) {
            String id = site.text("site_id");
            if (positions.containsKey(id)) {
                Map<String, Object> properties = properties(PublishedTables.SITES, site);
                if (scores.containsKey(id)) {
                    properties.putAll(properties(PublishedTables.SCORES, scores.get(id)));
                }
                features.add(new Feature("Point", positions.get(id), properties));
            }
        }
        return features;
    }

    private List<Feature> hotspots(List<PublishedRow> hotspots) {
        List<Feature> features = new ArrayList<>();
        for (PublishedRow hotspot : hotspots) {
            List<List<Double>> members = memberIds(hotspot).stream()
                    .filter(positions::containsKey)
                    .map(positions::get)
                    .toList();
            features.add(new Feature("MultiPoint", members, properties(PublishedTables.HOTSPOTS, hotspot)));
        }
        return features;
    }

    static List<String> memberIds(PublishedRow hotspot) {
        return List.of(hotspot.text("site_ids").split("\\|", -1));
    }

    /** Every column of a row that holds a value, but for the position. */
    private static Map<String, Object> properties(PublishedTable declared, PublishedRow row) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Column column : declared.columns()) {
            String name = column.name();
            if (!POSITION.contains(name)) {
                switch (column.type()) {
                    case TEXT -> {
                        if (!row.text(name).isEmpty()) {
                            properties.put(name, row.text(name));
                        }
                    }
                    case DATE -> row.date(name).ifPresent(day -> properties.put(name, day.toString()));
                    case COUNT -> row.count(name).ifPresent(count -> properties.put(name, count));
                    case NUMBER ->
                        row.number(name).stream()
                                .filter(Double::isFinite)
                                .forEach(number -> properties.put(name, number));
                    case FLAG -> properties.put(name, row.flag(name));
                }
            }
        }
        return properties;
    }
}
