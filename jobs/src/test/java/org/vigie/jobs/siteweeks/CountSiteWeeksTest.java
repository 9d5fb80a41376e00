package org.vigie.jobs.siteweeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.staged.StagedTables;

class CountSiteWeeksTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 12, 21); // week 52 of a year with 53
    private static final int WEEKS = 6;
    private static final StructType NEAREST = new StructType()
            .add("file_id", DataTypes.StringType)
            .add("line", DataTypes.IntegerType)
            .add("near_site", DataTypes.StringType);

    /** One telling of a fact: its version, the day on which it became known, the week that it tells of, its status. */
    record Telling(int fact, int version, int knownDay, int factWeek, boolean cancelled) {

        LocalDate known() {
            return FIRST.plusDays(knownDay);
        }

        LocalDate week() {
            return FIRST.plusWeeks(factWeek);
        }
    }

    @Provide
    Arbitrary<List<Telling>> histories() {
        Arbitrary<Telling> telling = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 7 * WEEKS - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false, false))
                .as(Telling::new);
        return telling.list().ofMinSize(30).ofMaxSize(60);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void theSumAtAnyPastTimeIsTheCountOfWhatWasBelievedThen(@ForAll("histories") List<Telling> tellings) {
        List<Row> counts = counts(tellings);
        for (int week = 0; week < WEEKS; week++) {
            LocalDate monday = FIRST.plusWeeks(week);
            assertThat(summed(counts, monday))
                    .as("as known at the end of the week of %s", monday)
                    .isEqualTo(direct(tellings, monday));
        }
    }

    private static List<Row> counts(List<Telling> tellings) {
        TableRows staged = TableRows.of(
                StagedTables.FACTS,
                "feed",
                "INCIDENTS",
                "site_ref",
                "RES0001",
                "type",
                "OCC_HALL",
                "family",
                "OCC",
                "fact_class",
                "INCIVILITY",
                "severity",
                2,
                "origin",
                "REPORTED");
        for (Telling telling : tellings) {
            staged.row(
                    "fact_id", "F" + telling.fact(),
                    "version", telling.version(),
                    "fact_date", telling.week().plusDays(6),
                    "status", telling.cancelled() ? "ANNULE" : "OUVERT",
                    "known_at", telling.known().atTime(23, 59));
        }
        TableRows places = TableRows.of(SiteWeekTables.PLACES)
                .row("place_ref", "RES0001", "site_id", "RES0001", "valid_from", LocalDate.of(1970, 1, 1));
        return CountSiteWeeks.facts(ResolveFacts.run(
                        staged.dataset(),
                        places.dataset(),
                        SharedSpark.session().createDataFrame(List.of(), NEAREST),
                        List.of("PER_ASSAULT")))
                .collectAsList();
    }

    private static Map<LocalDate, Integer> summed(List<Row> counts, LocalDate monday) {
        Map<LocalDate, Integer> sums = new TreeMap<>();
        counts.stream()
                .filter(row -> !row.<LocalDate>getAs("known_on").isAfter(monday))
                .forEach(row -> sums.merge(row.getAs("week"), row.<Integer>getAs("count"), Integer::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** Of each fact the newest version known by the end of the week; among equal versions the one told last. */
    private static Map<LocalDate, Integer> direct(List<Telling> tellings, LocalDate monday) {
        Map<Integer, Telling> believed = new TreeMap<>();
        Comparator<Telling> newer = Comparator.comparingInt(Telling::version).thenComparingInt(Telling::knownDay);
        for (Telling telling : tellings) {
            if (!telling.known().isAfter(monday.plusDays(6))) {
                believed.merge(telling.fact(), telling, (old, young) -> newer.compare(old, young) > 0 ? old : young);
            }
        }
        Map<LocalDate, Integer> counts = new TreeMap<>();
        believed.values().stream()
                .filter(telling -> !telling.cancelled())
                .forEach(telling -> counts.merge(telling.week(), 1, Integer::sum));
        return counts;
    }
}
