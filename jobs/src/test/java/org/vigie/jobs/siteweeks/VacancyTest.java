package org.vigie.jobs.siteweeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;

class VacancyTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final int WEEKS = 12;

    private final TableRows moves = TableRows.of(SiteWeekTables.MOVES, "count", 1);
    private final TableRows sites = TableRows.of(SiteWeekTables.SITES, "dwellings", 40);

    @Test
    void movesAreUndoneFromTheNewestWeekBack() {
        Random random = new Random(20260928);
        Map<String, List<Integer>> letAtEnds = new HashMap<>();
        for (String site : List.of("RES1", "RES2", "RES3")) {
            int let = 30;
            List<Integer> ends = new ArrayList<>();
            for (int week = 0; week < WEEKS; week++) {
                int in = random.nextInt(3);
                int out = random.nextInt(3);
                move(site, "IN", week, in);
                move(site, "OUT", week, out);
                move(site, "REQ", week, random.nextInt(4));
                let += in - out;
                ends.add(let);
            }
            letAtEnds.put(site, ends);
            sites.row("site_id", site, "let_dwellings", let);
        }
        move("RES1", "OUT", WEEKS - 1 + 3, 5); // given notice for a later week
        move("RES9", "REQ", WEEKS - 1, 1); // so that the feed tells of the last week whatever was drawn

        Map<String, List<Integer>> vacant = vacant(WEEKS - 1);

        assertThat(vacant.keySet()).containsExactlyInAnyOrder("RES1", "RES2", "RES3");
        letAtEnds.forEach((site, ends) -> assertThat(vacant.get(site))
                .isEqualTo(ends.stream().map(let -> 40 - let).toList()));
    }

    @Test
    void nothingIsKnownBeforeAContradiction() {
        sites.row("site_id", "RES1", "let_dwellings", 38);
        move("RES1", "IN", 10, 1);
        // three dwellings are empty after seven tenants have left: that cannot be
        move("RES1", "OUT", 6, 7);
        move("RES1", "IN", 4, 20);

        assertThat(vacant(10).get("RES1")).containsExactly(null, null, null, null, null, null, 3, 3, 3, 3, 2, null);
    }

    @Test
    void nothingIsKnownOfASiteThatDoesNotSayHowManyAreLet() {
        sites.row("site_id", "RES1");
        move("RES1", "IN", 10, 1);

        assertThat(vacant(10).get("RES1")).hasSize(WEEKS).containsOnlyNulls();
    }

    @Test
    void nothingIsKnownInAWeekBeforeTheNumberLetWasTold() {
        sites.row("site_id", "RES1", "let_dwellings", 38);
        move("RES1", "IN", 10, 1);

        assertThat(vacant(9).get("RES1")).hasSize(WEEKS).containsOnlyNulls();
    }

    private void move(String site, String direction, int week, int count) {
        LocalDate monday = FIRST.plusWeeks(week);
        LocalDate knownOn = FIRST.plusWeeks(Math.min(week, WEEKS - 1));
        if (count > 0) {
            moves.row("site_id", site, "direction", direction, "week", monday, "known_on", knownOn, "count", count);
        }
    }

    private Map<String, List<Integer>> vacant(int asOf) {
        Dataset<Row> described = sites.dataset();
        List<Row> dense = described.collectAsList().stream()
                .flatMap(site -> IntStream.range(0, WEEKS)
                        .mapToObj(week -> RowFactory.create(site.getString(0), FIRST.plusWeeks(week))))
                .toList();
        Dataset<Row> siteWeeks = SharedSpark.session()
                .createDataFrame(
                        dense,
                        new StructType().add("site_id", DataTypes.StringType).add("week", DataTypes.DateType));
        Dataset<Row> none = SharedSpark.session().emptyDataFrame();
        var joined = new SiteWeeks(described, none, none, none, moves.dataset(), none, none, none);
        Map<String, List<Integer>> vacant = new HashMap<>();
        for (Row row : Vacancy.onto(siteWeeks, joined, FIRST.plusWeeks(asOf))
                .orderBy("site_id", "week")
                .collectAsList()) {
            vacant.computeIfAbsent(row.getString(0), site -> new ArrayList<>()).add(row.getAs("vacant"));
        }
        return vacant;
    }
}
