package org.vigie.jobs.siteweeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.staged.StagedTables;

class ResolvePlacesTest {

    private static final int MIN_DWELLINGS = 11;
    private static final LocalDate OPENED = LocalDate.of(1974, 9, 1);

    private final TableRows staged = TableRows.of(
                    StagedTables.SITES,
                    "level",
                    "RESIDENCE",
                    "parent_id",
                    "SE01",
                    "agency",
                    "AG01",
                    "dwellings",
                    60,
                    "valid_from",
                    OPENED,
                    "known_at",
                    OPENED.atStartOfDay())
            .row("site_id", "AG01", "level", "AGENCE", "parent_id", null)
            .row("site_id", "SE01", "level", "SECTEUR", "parent_id", "AG01");

    @Test
    void buildingsAndEntrancesCountAtTheirResidence() {
        staged.row("site_id", "RES0001")
                .row("site_id", "RES0001-B1", "level", "BATIMENT", "parent_id", "RES0001", "dwellings", 30)
                .row("site_id", "RES0001-B1-C1", "level", "CAGE", "parent_id", "RES0001-B1", "dwellings", 8)
                .row("site_id", "RES0002")
                .row("site_id", "RES0002-C1", "level", "CAGE", "parent_id", "RES0002", "dwellings", 8);

        assertThat(units())
                .containsEntry("RES0001", "RES0001")
                .containsEntry("RES0001-B1", "RES0001")
                .containsEntry("RES0001-B1-C1", "RES0001")
                .containsEntry("RES0002-C1", "RES0002")
                .containsEntry("SE01", "-")
                .containsEntry("AG01", "-");
        assertThat(sites()).containsOnlyKeys("RES0001", "RES0002");
    }

    @Test
    void aResidenceUnderElevenDwellingsCountsAtTheEnsembleAboveIt() {
        staged.row("site_id", "RES0001", "dwellings", 60)
                .row("site_id", "RES0002", "dwellings", 10, "parent_id", "RES0001")
                .row("site_id", "RES0003", "dwellings", 11);

        assertThat(units()).containsEntry("RES0002", "RES0001").containsEntry("RES0003", "RES0003");
        Map<String, Row> sites = sites();
        assertThat(sites).containsOnlyKeys("RES0001", "RES0003");
        assertThat(sites.get("RES0001").<Integer>getAs("dwellings"))
                .as("an ensemble's own description holds its parts")
                .isEqualTo(60);
    }

    @Test
    void smallResidencesCountTogetherAtTheirSectorOnceTheyAreElevenDwellings() {
        staged.row("site_id", "RES0001", "dwellings", 6)
                .row("site_id", "RES0002", "dwellings", 5)
                .row("site_id", "SE02", "level", "SECTEUR", "parent_id", "AG01")
                .row("site_id", "RES0003", "dwellings", 10, "parent_id", "SE02");

        assertThat(units())
                .containsEntry("RES0001", "SE01")
                .containsEntry("RES0002", "SE01")
                .containsEntry("RES0003", "-");
        Map<String, Row> sites = sites();
        assertThat(sites).containsOnlyKeys("SE01");
        assertThat(sites.get("SE01").<Integer>getAs("dwellings")).isEqualTo(11);
    }

    @Test
    void aUnitSaysHowManyAreLetWhenAllItsMembersDo() {
        staged.row("site_id", "RES0001", "dwellings", 60, "let_dwellings", 57)
                .row("site_id", "RES0002", "dwellings", 10, "let_dwellings", 9, "parent_id", "RES0001")
                .row("site_id", "RES0003", "dwellings", 6, "let_dwellings", 5)
                .row("site_id", "RES0004", "dwellings", 7, "let_dwellings", 7)
                .row("site_id", "SE02", "level", "SECTEUR", "parent_id", "AG01")
                .row("site_id", "RES0005", "dwellings", 8, "let_dwellings", 8, "parent_id", "SE02")
                .row("site_id", "RES0006", "dwellings", 9, "parent_id", "SE02")
                .row("site_id", "RES0007", "dwellings", 20, "let_dwellings", 21);

        Map<String, Integer> let = new TreeMap<>();
        sites().forEach((id, site) ->
                let.put(id, site.isNullAt(site.fieldIndex("let_dwellings")) ? -1 : site.getAs("let_dwellings")));
        assertThat(let).isEqualTo(Map.of("RES0001", 57, "SE01", 12, "SE02", -1, "RES0007", -1));
    }

    @Test
    void noUnitScoredHasFewerThanElevenDwellings() {
        for (int i = 0; i < 40; i++) {
            staged.row("site_id", "RES%02d".formatted(i), "dwellings", i, "parent_id", i % 3 == 0 ? "SE01" : "RES39");
        }

        assertThat(sites().values())
                .isNotEmpty()
                .allSatisfy(site -> assertThat(site.<Integer>getAs("dwellings")).isGreaterThanOrEqualTo(MIN_DWELLINGS));
    }

    @Test
    void ofTwoPerimeterGenerationsTheNewestDescribesTheSite() {
        staged.row("site_id", "RES0001", "area_id", "QP000101", "area_generation", "2015")
                .row("site_id", "RES0001", "area_id", "QN00001A", "area_generation", "2024")
                .row("site_id", "RES0002");

        Map<String, Row> sites = sites();
        assertThat(sites.get("RES0001").<String>getAs("area_id")).isEqualTo("QN00001A");
        assertThat(sites.get("RES0001").<String>getAs("area_kind")).isEqualTo("QPV");
        assertThat(sites.get("RES0002").<String>getAs("area_id")).isEqualTo("HORS");
        assertThat(sites.get("RES0002").<String>getAs("area_kind")).isEqualTo("HORS");
    }

    @Test
    void aDemolishedSiteIsFollowedToItsLastDayAndItsBuildingsNoLonger() {
        LocalDate end = LocalDate.of(2025, 5, 31);
        staged.row("site_id", "RES0001", "valid_to", end)
                .row("site_id", "RES0001-B1", "level", "BATIMENT", "parent_id", "RES0001");

        assertThat(sites().get("RES0001").<LocalDate>getAs("followed_to")).isEqualTo(end);
        assertThat(places().collectAsList().stream()
                        .filter(row -> row.<String>getAs("place_ref").startsWith("RES0001"))
                        .map(row -> row.<LocalDate>getAs("valid_to")))
                .containsExactly(end, end);
    }

    @Test
    void aSiteWithoutDatesIsFollowedForEver() {
        staged.row("site_id", "RES0001", "valid_from", null);

        Row site = sites().get("RES0001");
        assertThat(site.<LocalDate>getAs("followed_from")).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(site.<LocalDate>getAs("followed_to")).isNull();
    }

    @Test
    void placesThatNameEachOtherAsParentsHaveNoUnitAndDoNotHang() {
        staged.row("site_id", "B1", "level", "BATIMENT", "parent_id", "B2")
                .row("site_id", "B2", "level", "BATIMENT", "parent_id", "B1");

        assertThat(units()).containsEntry("B1", "-").containsEntry("B2", "-");
    }

    /** Eastings and northings from the formulas of IGN's note NT/G 71 on GRS 80, worked out apart from this code. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "origin of the projection, 700000, 6600000, 3.0, 46.5",
        "Paris, 652296.973, 6861636.359, 2.3499, 48.8530",
        "Marseille, 892390.222, 6247035.257, 5.3698, 43.2965",
        "Brest, 146632.979, 6836262.327, -4.4861, 48.3904",
        "Strasbourg, 1050362.695, 6840899.647, 7.7521, 48.5734",
    })
    void lambert93AgreesWithKnownPoints(
            String name, double easting, double northing, double longitude, double latitude) {
        double[] found = Lambert93.toLonLat(easting, northing);

        assertThat(found[0]).as(name).isCloseTo(longitude, within(1e-7));
        assertThat(found[1]).as(name).isCloseTo(latitude, within(1e-7));
    }

    @Test
    void aSiteWithLambertCoordinatesGetsDegrees() {
        staged.row("site_id", "RES0001", "x_l93", 700000.0, "y_l93", 6600000.0)
                .row("site_id", "RES0002", "x_l93", 700000.0, "y_l93", 6600000.0, "longitude", 1.0, "latitude", 45.0);

        Map<String, Row> sites = sites();
        assertThat(sites.get("RES0001").<Double>getAs("longitude")).isCloseTo(3.0, within(1e-9));
        assertThat(sites.get("RES0001").<Double>getAs("latitude")).isCloseTo(46.5, within(1e-9));
        assertThat(sites.get("RES0002").<Double>getAs("latitude")).isEqualTo(45.0);
    }

    private Dataset<Row> places() {
        return ResolvePlaces.places(ResolvePlaces.newestDescriptions(staged.dataset()), MIN_DWELLINGS);
    }

    private Map<String, String> units() {
        Map<String, String> units = new TreeMap<>();
        places().collectAsList()
                .forEach(row -> assertThat(units.put(
                                row.getAs("place_ref"), row.getAs("site_id") == null ? "-" : row.getAs("site_id")))
                        .as("one row per place")
                        .isNull());
        return units;
    }

    private Map<String, Row> sites() {
        Map<String, Row> sites = new TreeMap<>();
        ResolvePlaces.sites(ResolvePlaces.newestDescriptions(staged.dataset()), MIN_DWELLINGS)
                .collectAsList()
                .forEach(row -> sites.put(row.getAs("site_id"), row));
        return sites;
    }
}
