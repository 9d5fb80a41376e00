package org.vigie.jobs.siteweeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.staged.StagedTables;

/** What becomes of the rows of the two fact feeds. Weeks are told by their Monday. */
class ResolveFactsTest {

    private static final StructType NEAREST = new StructType()
            .add("file_id", DataTypes.StringType)
            .add("line", DataTypes.IntegerType)
            .add("near_site", DataTypes.StringType);

    private final TableRows staged = TableRows.of(
            StagedTables.FACTS,
            "feed",
            "INCIDENTS",
            "version",
            1,
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
            "fact_date",
            LocalDate.of(2026, 1, 7),
            "origin",
            "REPORTED",
            "status",
            "OUVERT",
            "known_at",
            at(7));

    private final TableRows places = TableRows.of(
                    SiteWeekTables.PLACES, "site_id", "RES0001", "valid_from", LocalDate.of(1970, 1, 1))
            .row("place_ref", "RES0001")
            .row("place_ref", "RES0001-B1")
            .row("place_ref", "SE01", "site_id", null)
            .row("place_ref", "RES0009", "site_id", "RES0009", "valid_to", LocalDate.of(2025, 12, 31));

    private final List<Row> counts = new ArrayList<>();

    @Test
    void onlyTheNewestVersionIsUsed() {
        staged.row("fact_id", "F1").row("fact_id", "F1", "version", 2, "known_at", at(14));

        assertThat(fates()).containsExactly("superseded newer-version", "used -");
        assertThat(countAt(5)).isEqualTo(1);
        assertThat(countAt(12)).isEqualTo(1);
    }

    @Test
    void aCancelledFactIsSupersededAndCountsOnlyUntilItsCancellationIsKnown() {
        staged.row("fact_id", "F1").row("fact_id", "F1", "version", 2, "status", "ANNULE", "known_at", at(14));

        assertThat(fates()).containsExactly("superseded newer-version", "superseded cancelled");
        assertThat(countAt(5)).isEqualTo(1);
        assertThat(countAt(12)).isZero();
    }

    @Test
    void everyOriginIsKeptAndAnAbsentOneIsUnknown() {
        staged.row("fact_id", "F1", "origin", "REPORTED")
                .row("fact_id", "F2", "origin", "DISCOVERED")
                .row("fact_id", "F3", "origin", "PARTNER")
                .row("fact_id", "F4", "origin", "SURVEY")
                .row("fact_id", "F5", "origin", "UNKNOWN")
                .row("fact_id", "F6", "origin", null);

        assertThat(countAt(5)).isEqualTo(6);
        assertThat(counts)
                .extracting(row -> row.getAs("origin") + " " + row.getAs("count"))
                .containsExactlyInAnyOrder("REPORTED 1", "DISCOVERED 1", "PARTNER 1", "SURVEY 1", "UNKNOWN 2");
    }

    @Test
    void equalContentAndMarkedDuplicatesAreDuplicates() {
        staged.row("fact_id", "F1").row("fact_id", "F1", "known_at", at(8)).row("fact_id", "F2", "status", "DOUBLON");

        assertThat(fates()).containsExactly("used -", "duplicate repeated-row", "duplicate marked-as-duplicate");
        assertThat(countAt(5)).isEqualTo(1);
    }

    @Test
    void reportsOfAnIncidentStandForItUntilItIsKnown() {
        staged.row("fact_id", "F1", "known_at", at(20))
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F1", "known_at", at(8))
                .row("feed", "INCIVILITIES", "fact_id", "R2", "linked_fact", "F1", "known_at", at(13));

        assertThat(fates())
                .containsExactly("used -", "duplicate same-fact-told-elsewhere", "duplicate same-fact-told-elsewhere");
        assertThat(countAt(5)).as("the first report").isEqualTo(1);
        assertThat(countAt(12)).as("still the first report").isEqualTo(1);
        assertThat(countAt(19)).as("the incident in its stead").isEqualTo(1);
    }

    @Test
    void reportsLinkedToANumberThatNobodyDeliversCountOnce() {
        staged.row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F9", "known_at", at(13))
                .row("feed", "INCIVILITIES", "fact_id", "R2", "linked_fact", "F9", "known_at", at(8));

        assertThat(fates()).containsExactly("duplicate same-fact-told-elsewhere", "used -");
        assertThat(countAt(12)).isEqualTo(1);
    }

    @Test
    void aReportLinkedLateCountsUntilItsLinkIsKnown() {
        staged.row("fact_id", "F1")
                .row("feed", "INCIVILITIES", "fact_id", "R1", "known_at", at(8))
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F1", "version", 2, "known_at", at(20));

        assertThat(fates()).containsExactly("used -", "superseded newer-version", "duplicate same-fact-told-elsewhere");
        assertThat(countAt(5)).as("the incident and a report of its own").isEqualTo(2);
        assertThat(countAt(12)).isEqualTo(2);
        assertThat(countAt(19)).as("the report turns out to tell the incident").isEqualTo(1);
    }

    @Test
    void theSecondReportSpeaksUpWhenTheFirstIsCancelled() {
        staged.row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F9", "known_at", at(7))
                .row("feed", "INCIVILITIES", "fact_id", "R2", "linked_fact", "F9", "known_at", at(8))
                .row("feed", "INCIVILITIES", "fact_id", "R1", "version", 2, "status", "ANNULE", "known_at", at(20));

        assertThat(fates()).containsExactly("superseded newer-version", "used -", "superseded cancelled");
        assertThat(countAt(5)).isEqualTo(1);
        assertThat(countAt(19)).as("the second report in its stead").isEqualTo(1);
    }

    @Test
    void theReportSpeaksUpWhenTheIncidentIsCancelled() {
        staged.row("fact_id", "F1")
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F1", "known_at", at(8))
                .row("fact_id", "F1", "version", 2, "status", "ANNULE", "known_at", at(20));

        assertThat(fates()).containsExactly("superseded newer-version", "used -", "superseded cancelled");
        assertThat(countAt(12)).isEqualTo(1);
        assertThat(countAt(19)).isEqualTo(1);
    }

    @Test
    void anIncidentAtNoKnownSiteDoesNotSilenceItsReport() {
        staged.row("fact_id", "F1", "site_ref", "RES7777")
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F1", "known_at", at(8));

        assertThat(fates()).containsExactly("rejected unknown-site", "used -");
        assertThat(countAt(5)).isEqualTo(1);
    }

    @Test
    void aReportWhoseLinkIsCorrectedKeepsOneFateForEachOfItsRows() {
        staged.row("fact_id", "F1")
                .row("fact_id", "F2")
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F1", "known_at", at(8))
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F2", "version", 2, "known_at", at(14));

        assertThat(fates()).hasSize(4);
        assertThat(countAt(12)).isEqualTo(2);
    }

    @Test
    void aCodeWithoutASiteIsRejectedWithItsRule() {
        staged.row("fact_id", "F1", "site_ref", "RES7777")
                .row("fact_id", "F2", "site_ref", "1")
                .row("fact_id", "F3", "site_ref", null);

        assertThat(fates())
                .containsExactly("rejected unknown-site", "rejected site-code-lost-its-zeros", "rejected missing-site");
        assertThat(countAt(5)).isZero();
    }

    @Test
    void aFactAfterTheEndOfItsSiteIsRejectedAndOneBeforeItCounts() {
        staged.row("fact_id", "F1", "site_ref", "RES0009", "fact_date", LocalDate.of(2025, 12, 31))
                .row("fact_id", "F2", "site_ref", "RES0009", "fact_date", LocalDate.of(2026, 1, 1));

        assertThat(fates()).containsExactly("used -", "rejected site-not-valid-then");
    }

    @Test
    void aPlaceAboveAResidenceAndAPointFarFromAllAreOutOfScope() {
        staged.row("fact_id", "F1", "site_ref", "SE01")
                .row("fact_id", "F2", "site_ref", null, "longitude", 2.0, "latitude", 48.0);

        assertThat(fates()).containsExactly("out_of_scope place-above-residence", "out_of_scope far-from-every-site");
        assertThat(countAt(5)).isZero();
    }

    @Test
    void aPointNearASiteCountsThere() {
        staged.row("fact_id", "F1", "site_ref", null, "longitude", 2.0, "latitude", 48.0);

        List<Row> rows = resolved(RowFactory.create("file", 2, "RES0001")).collectAsList();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.<String>getAs("site_id")).isEqualTo("RES0001");
            assertThat(row.<String>getAs("fate")).isEqualTo("used");
        });
    }

    @Test
    void contextIsUsedButNotCounted() {
        staged.row("fact_id", "F1", "fact_class", "CONTEXT", "family", "TEC");

        assertThat(fates()).containsExactly("used -");
        assertThat(countAt(5)).isZero();
    }

    @Test
    void factsOnBuildingsCountAtTheirResidenceAndKeepTheirPlace() {
        staged.row("fact_id", "F1", "site_ref", "RES0001-B1");

        Row row = resolved().first();
        assertThat(row.<String>getAs("site_id")).isEqualTo("RES0001");
        assertThat(row.<String>getAs("place_ref")).isEqualTo("RES0001-B1");
    }

    @Test
    void everyRowHasExactlyOneFate() {
        staged.row("fact_id", "F1")
                .row("fact_id", "F1")
                .row("fact_id", "F1", "version", 2, "site_ref", "RES7777", "known_at", at(9))
                .row("fact_id", "F2", "status", "ANNULE", "site_ref", "SE01")
                .row("fact_id", "F3", "status", "DOUBLON", "site_ref", "RES7777")
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F1", "status", "ANNULE")
                .row("feed", "INCIVILITIES", "fact_id", "R1", "linked_fact", "F3", "version", 2)
                .row("feed", "INCIVILITIES", "fact_id", "R2", "linked_fact", "R1");

        Map<Integer, Integer> fatesByLine = new TreeMap<>();
        for (Row row : Fates.of(resolved()).collectAsList()) {
            assertThat(row.<String>getAs("fate")).isIn("used", "superseded", "duplicate", "out_of_scope", "rejected");
            fatesByLine.merge(row.getAs("line"), 1, Integer::sum);
        }
        assertThat(fatesByLine)
                .hasSize(8)
                .allSatisfy((line, fates) -> assertThat(fates).isEqualTo(1));
    }

    private static java.time.LocalDateTime at(int dayOfJanuary) {
        return LocalDate.of(2026, 1, dayOfJanuary).atTime(10, 0);
    }

    private Dataset<Row> resolved(Row... nearest) {
        return ResolveFacts.run(
                staged.dataset(),
                places.dataset(),
                SharedSpark.session().createDataFrame(List.of(nearest), NEAREST),
                List.of("PER_ASSAULT"));
    }

    private List<String> fates() {
        return resolved().orderBy("line").collectAsList().stream()
                .map(row -> row.getAs("fate") + " " + (row.getAs("rule") == null ? "-" : row.getAs("rule")))
                .toList();
    }

    /** Facts counted by somebody who looks at the end of the week of a Monday in January. */
    private int countAt(int monday) {
        if (counts.isEmpty()) {
            counts.addAll(CountSiteWeeks.facts(resolved()).collectAsList());
        }
        return counts.stream()
                .filter(row -> !row.<LocalDate>getAs("known_on").isAfter(LocalDate.of(2026, 1, monday)))
                .mapToInt(row -> row.<Integer>getAs("count"))
                .sum();
    }
}
