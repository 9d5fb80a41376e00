package org.vigie.dashboards.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsTest {

    private static final LocalDate WEEK = LocalDate.of(2026, 10, 19);

    @TempDir
    Path folder;

    private final List<Map<String, Object>> sites = new ArrayList<>();
    private final List<Map<String, Object>> scores = new ArrayList<>();

    /** R1 and R2 share a square, R3 is small, R4 has few facts, R5 could not be judged, R6 lies nowhere. */
    @BeforeEach
    void write() throws IOException {
        site("R1", 2.3511, 48.8512, 40, 4);
        site("R2", 2.3571, 48.8588, 60, 3);
        site("R3", 2.3811, 48.8512, 9, 30);
        site("R4", 2.4011, 48.8512, 80, 4);
        site("R5", 2.4211, 48.8512, 80, -1);
        sites.add(Map.of("site_id", "R6", "label", "nulle part", "dwellings", 50));
        Map<String, Object> hotspot = new HashMap<>(Map.of(
                "hotspot_id", "H-1", "week", WEEK, "site_ids", "R1|R2|R3|R4", "observed", 11, "relative_risk", 2.5));
        hotspot.put("since_week", WEEK.minusWeeks(3));
        ParquetFixture.write(folder, PublishedTables.SITES, sites);
        ParquetFixture.write(folder, PublishedTables.SCORES, scores);
        ParquetFixture.write(folder, PublishedTables.HOTSPOTS, List.of(hotspot));
        Files.createDirectories(folder.resolve("shared"));
        Exports.writeMaps(folder);
    }

    @Test
    void givesTheTeamsEverySiteWhereItStandsWithItsFigures() throws IOException {
        List<String> lines = lines("sites.geojson");
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1))
                .startsWith(
                        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.3511,48.8512]},\"properties\":{\"site_id\":\"R1\",\"label\":\"Nom de R1 \\\"<b>\\\"\"")
                .contains("\"dwellings\":40", "\"status\":\"ORANGE\"", "\"observed\":4", "\"week\":\"2026-10-19\"")
                .doesNotContain("longitude", "null");
        assertThat(lines("hotspots.geojson").get(1))
                .contains("\"type\":\"MultiPoint\"", "[2.3571,48.8588]", "\"observed\":11", "\"relative_risk\":2.5");
    }

    @Test
    void tellsOthersNeitherWhereABuildingStandsNorHowItIsCalled() throws IOException {
        String shared = String.join("\n", lines("shared/sites.geojson")) + lines("shared/hotspots.geojson");
        assertThat(shared).doesNotContain("2.3511", "48.8512", "R1", "Nom de", "ORANGE");
        assertThat(lines("shared/sites.geojson").get(1))
                .isEqualTo(
                        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[2.35,48.85],[2.36,48.85],[2.36,48.86],[2.35,48.86],[2.35,48.85]]]]},\"properties\":{\"sites\":2,\"dwellings\":100,\"facts_four_weeks\":\"5-9\",\"suppressed\":false,\"not_assessed\":false}}");
    }

    @Test
    void withholdsSmallCountsAndSmallPlacesFromOthers() throws IOException {
        List<String> lines = lines("shared/sites.geojson");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).contains("[2.4,48.85]", "\"suppressed\":true").doesNotContain("facts_four_weeks");
        assertThat(lines.get(3))
                .contains("[2.42,48.85]", "\"not_assessed\":true")
                .doesNotContain("facts_four_weeks");
        assertThat(lines).noneMatch(line -> line.contains("2.38,"));
    }

    @Test
    void tellsOthersOfAHotspotWithoutItsCounts() throws IOException {
        List<String> lines = lines("shared/hotspots.geojson");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .contains("[2.35,48.85]", "[2.4,48.85]", "\"since_week\":\"2026-09-28\"", "\"sites\":4")
                .doesNotContain("2.38", "observed", "relative_risk");
    }

    @Test
    void writesTheSameBytesForTheSameTables() throws IOException {
        List<String> first = lines("shared/sites.geojson");
        Exports.writeMaps(folder);
        assertThat(lines("shared/sites.geojson")).isEqualTo(first);
    }

    private void site(String id, double longitude, double latitude, int dwellings, int observed) {
        sites.add(Map.of(
                "site_id",
                id,
                "label",
                "Nom de " + id + " \"<b>\"",
                "longitude",
                longitude,
                "latitude",
                latitude,
                "dwellings",
                dwellings));
        Map<String, Object> score = new HashMap<>(Map.of("site_id", id, "week", WEEK, "status", "ORANGE"));
        if (observed >= 0) {
            score.put("observed", observed);
        }
        scores.add(score);
    }

    /** Lines of a file, after it was read as JSON to its end. */
    private List<String> lines(String name) throws IOException {
        Path file = folder.resolve(name);
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                assertThat(json.currentToken()).isNotNull();
            }
        }
        return Files.readAllLines(file);
    }
}
