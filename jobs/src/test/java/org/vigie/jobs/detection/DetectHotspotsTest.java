package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

class DetectHotspotsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int WEEKS = 120;
    private static final LocalDate LAST = FIRST.plusWeeks(WEEKS - 1);

    /** Two agencies of thirty sites each on grids of six columns, and four sites of a small one; sites count from 0. */
    private static final Map<String, Integer> SITES_BY_AGENCY = new TreeMap<>(Map.of("AG1", 30, "AG2", 30, "AG3", 4));

    /** Neighbours in AG2. */
    private static final Set<String> RISING = Set.of("AG2-07", "AG2-08", "AG2-13", "AG2-14");

    private final TableRows counts = TableRows.of(SiteWeekTables.COUNTS, "family", "OCC", "severity", 2);
    private final TableRows presence = TableRows.of(SiteWeekTables.PRESENCE, "alert_hours", 0.0);
    private final List<SilentWeek> silent = new ArrayList<>();
    private LocalDate since = FIRST;

    @Test
    void neighboursThatRiseTogetherAreFoundWithTheirWeeksAndShares() {
        quiet();
        rise("REPORTED");

        List<Hotspot> found = DetectHotspots.shown(search().members());

        assertThat(found).hasSize(1);
        Hotspot spot = found.get(0);
        Set<String> sites = spot.members().stream().map(Hotspot.Member::siteId).collect(Collectors.toSet());
        assertThat(RISING).as("all members rose: %s", sites).containsAll(sites);
        assertThat(sites).hasSizeGreaterThanOrEqualTo(3);
        assertThat(spot.since()).isBetween(LAST.minusWeeks(5), LAST.minusWeeks(2));
        assertThat(spot.pValue()).isLessThan(.05);
        assertThat(spot.relativeRisk()).isGreaterThan(2);
        assertThat(spot.observed())
                .isEqualTo(spot.members().stream()
                        .mapToLong(Hotspot.Member::observed)
                        .sum());
        assertThat(spot.recurrenceWeeks()).isBetween(20.0, 52.0);
    }

    @Test
    void thePValueAllowsForEveryRegionScanned() {
        quiet();
        rise("REPORTED");

        Dataset<Row> members = search().members().cache();

        assertThat(members.select("region").distinct().as(Encoders.STRING()).collectAsList())
                .containsExactlyInAnyOrder("AG1", "AG2", "");
        double alone = members.where("region = 'AG2' and number = 1").first().<Double>getAs("p_value");
        assertThat(DetectHotspots.shown(members).get(0).pValue()).isEqualTo(3 * alone);
    }

    @Test
    void whatFollowsThePresenceOfTeamsMakesNoHotspotWhereHoursAreKnown() {
        quiet();
        rise("DISCOVERED");

        assertThat(DetectHotspots.shown(search().members())).hasSize(1);
        presence.row("site_id", "AG1-00", "week", LAST.plusWeeks(1), "hours", 3.0);
        assertThat(DetectHotspots.shown(search().members()))
                .as("hours of a later week are not known yet")
                .hasSize(1);
        presence.row("site_id", "AG1-00", "week", LAST, "hours", 3.0);
        assertThat(DetectHotspots.shown(search().members())).isEmpty();
    }

    @Test
    void anAgencyWithASilentFeedIsNotScanned() {
        quiet();
        rise("REPORTED");
        silent.add(new SilentWeek("AG2", LAST));

        assertThat(search().members().select("region").distinct().count()).isEqualTo(2);
        assertThat(DetectHotspots.shown(search().members())).isEmpty();
    }

    @Test
    void quietSitesMakeNoHotspot() {
        quiet();

        assertThat(DetectHotspots.shown(search().members())).isEmpty();
    }

    @Test
    void aShortHistoryIsNotScanned() {
        quiet();
        rise("REPORTED");
        since = LAST.minusWeeks(30);

        assertThat(search().members().isEmpty()).isTrue();
        assertThat(search().trends().isEmpty()).isTrue();
    }

    @Test
    void everySiteHasATrendAndThoseThatRiseAreHot() {
        quiet();
        rise("REPORTED");

        Map<String, String> trends = new TreeMap<>();
        search().trends().collectAsList().forEach(row -> trends.put(row.getString(0), row.getString(1)));

        assertThat(trends).hasSize(64);
        assertThat(trends.get("AG2-13")).endsWith("_HOT");
        assertThat(trends.values()).filteredOn("NONE"::equals).hasSizeGreaterThan(20);
    }

    private DetectHotspots search() {
        TableRows sites = TableRows.of(
                SiteWeekTables.SITES, "dwellings", 60, "followed_from", LocalDate.of(1974, 1, 1), "area_id", "HORS");
        int agencies = 0;
        for (Map.Entry<String, Integer> agency : SITES_BY_AGENCY.entrySet()) {
            for (int site = 0; site < agency.getValue(); site++) {
                sites.row(
                        "site_id",
                        name(agency.getKey(), site),
                        "agency",
                        agency.getKey(),
                        "longitude",
                        2.3 + agencies * .2 + site % 6 * .004,
                        "latitude",
                        48.8 + (site - site % 6) * .0005);
            }
            agencies++;
        }
        Dataset<Row> none = SharedSpark.session().emptyDataFrame();
        var joined = new SiteWeeks(sites.dataset(), none, counts.dataset(), none, none, presence.dataset(), none, none);
        return new DetectHotspots(joined, new JudgeSites.Judgement(none, none, none, silent, since), LAST);
    }

    /** Half a fact a week at every site. */
    private void quiet() {
        Random random = new Random(20240101);
        SITES_BY_AGENCY.forEach((agency, sites) -> {
            for (int site = 0; site < sites; site++) {
                for (int week = 0; week < WEEKS; week++) {
                    int facts = (random.nextDouble() < .35 ? 1 : 0) + (random.nextDouble() < .15 ? 1 : 0);
                    add(name(agency, site), week, "REPORTED", facts);
                }
            }
        });
    }

    /** Two more facts in each of the last four weeks. */
    private void rise(String origin) {
        for (String site : RISING) {
            for (int week = WEEKS - 4; week < WEEKS; week++) {
                add(site, week, origin, 2);
            }
        }
    }

    private void add(String site, int week, String origin, int facts) {
        LocalDate monday = FIRST.plusWeeks(week);
        if (facts > 0) {
            counts.row("site_id", site, "week", monday, "known_on", monday, "origin", origin, "count", facts);
        }
    }

    private static String name(String agency, int site) {
        return "%s-%02d".formatted(agency, site);
    }
}
