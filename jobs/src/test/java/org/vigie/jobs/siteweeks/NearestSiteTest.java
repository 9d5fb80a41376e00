package org.vigie.jobs.siteweeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.staged.StagedTables;

class NearestSiteTest {

    private static final double METRES_PER_DEGREE = 111_194.9;

    private final TableRows sites = TableRows.of(SiteWeekTables.SITES);
    private final TableRows facts = TableRows.of(StagedTables.FACTS);

    @Test
    void attachesUpToTheReachAndNotBeyond() {
        sites.row("site_id", "RES0001", "longitude", 2.35, "latitude", 48.85);
        for (double metres : new double[] {0, 249.9, 250.1, 5000}) {
            facts.row("longitude", 2.35, "latitude", 48.85 + metres / METRES_PER_DEGREE);
            facts.row(
                    "longitude",
                    2.35 + metres / METRES_PER_DEGREE / Math.cos(Math.toRadians(48.85)),
                    "latitude",
                    48.85);
        }

        assertThat(attached(250)).containsOnlyKeys(2, 3, 4, 5);
    }

    @Test
    void ofTwoSitesInReachTheNearerOneTakesTheFact() {
        sites.row("site_id", "A", "longitude", 2.35, "latitude", 48.850)
                .row("site_id", "B", "longitude", 2.35, "latitude", 48.851);
        facts.row("longitude", 2.35, "latitude", 48.8504).row("longitude", 2.35, "latitude", 48.8506);

        assertThat(attached(250)).isEqualTo(Map.of(2, "A", 3, "B"));
    }

    @Test
    void aRowWithASiteCodeTakesNoPart() {
        sites.row("site_id", "RES0001", "longitude", 2.35, "latitude", 48.85).row("site_id", "RES0002");
        facts.row("site_ref", "RES0009", "longitude", 2.35, "latitude", 48.85).row("site_ref", null);

        assertThat(attached(250)).isEmpty();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void findsWhatLookingAtEverySiteFinds(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -65, max = 65) double latitude,
            @ForAll @DoubleRange(min = -179, max = 178) double longitude,
            @ForAll @DoubleRange(min = 20, max = 2000) double reach) {
        Random random = new Random(seed);
        TableRows manySites = TableRows.of(SiteWeekTables.SITES);
        TableRows manyFacts = TableRows.of(StagedTables.FACTS);
        double[][] places = scattered(random, latitude, longitude, reach, 60);
        double[][] points = scattered(random, latitude, longitude, reach, 150);
        for (int i = 0; i < places.length; i++) {
            manySites.row("site_id", "S%03d".formatted(i), "longitude", places[i][0], "latitude", places[i][1]);
        }
        Map<Integer, String> expected = new TreeMap<>();
        for (int i = 0; i < points.length; i++) {
            manyFacts.row("longitude", points[i][0], "latitude", points[i][1]);
            int nearest = nearest(points[i], places);
            if (metres(points[i], places[nearest]) <= reach) {
                expected.put(i + 2, "S%03d".formatted(nearest));
            }
        }

        assertThat(attached(manyFacts, manySites, reach)).isEqualTo(expected);
    }

    private static double[][] scattered(Random random, double latitude, double longitude, double reach, int count) {
        double degrees = 10 * reach / METRES_PER_DEGREE;
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            double north = latitude + degrees * random.nextDouble();
            points[i] =
                    new double[] {longitude + degrees * random.nextDouble() / Math.cos(Math.toRadians(latitude)), north
                    };
        }
        return points;
    }

    private static int nearest(double[] point, double[][] places) {
        int nearest = 0;
        for (int i = 1; i < places.length; i++) {
            nearest = metres(point, places[i]) < metres(point, places[nearest]) ? i : nearest;
        }
        return nearest;
    }

    private static double metres(double[] point, double[] place) {
        double east = (point[0] - place[0]) * Math.cos(Math.toRadians(place[1]));
        return Math.hypot(east, point[1] - place[1]) * METRES_PER_DEGREE;
    }

    private Map<Integer, String> attached(double withinMetres) {
        return attached(facts, sites, withinMetres);
    }

    private static Map<Integer, String> attached(TableRows facts, TableRows sites, double withinMetres) {
        Map<Integer, String> attached = new TreeMap<>();
        List<Row> rows = NearestSite.attach(facts.dataset(), sites.dataset(), withinMetres)
                .collectAsList();
        rows.forEach(row -> attached.put(row.getAs("line"), row.getAs("near_site")));
        assertThat(attached).as("one site for each row").hasSize(rows.size());
        return attached;
    }
}
