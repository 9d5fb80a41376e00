package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.jobs.feeds.Feed;

/** The traps of the exports given as examples: each ends as the notes of the schemas say. */
class FixtureTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"fixture_incidents_cp1252.csv", "fixture_incidents_latin1.csv", "fixture_incidents_utf8bom.csv"})
    void readsTheSameIncidentsFromEveryEncoding(String name) {
        TypedForTest file = TypedForTest.resource(name, Feed.INCIDENTS, folder);

        assertThat(file.counts()).isEqualTo(new TypedFile.Counts(12, 7, 5));
        assertThat(file.reasons())
                .containsExactly(
                        "10:date_fait:null-date",
                        "11:date_fait:future-date",
                        "12:code_type:excluded-type",
                        "13:gravite:out-of-range",
                        "14::total-line");
        assertThat(file.column("fact_id"))
                .containsExactly(
                        "2026-004512",
                        "2026-004512",
                        "2026-004513",
                        "2026-004514",
                        "2026-004515",
                        "2026-004516",
                        "2026-004517");
        assertThat(file.column("type"))
                .containsExactly(
                        "OCC_HALL", "OCC_HALL", "PRO_ACCESS", "NEI_NOISE", "NEI_NOISE", "ENV_DUMPING", "ENV_DIRT");
        assertThat(file.column("status")).containsExactly("CLOS", "CLOS", "OUVERT", "CLOS", "CLOS", "ANNULE", "CLOS");
        assertThat(file.column("line")).containsExactly(2, 3, 4, 6, 7, 8, 9);
    }

    @Test
    void keepsBothVersionsOfAFactWithTheirRecordingTimes() {
        TypedForTest file = incidents();

        assertThat(file.value(0, "severity")).isEqualTo(3);
        assertThat(file.value(1, "severity")).isEqualTo(4);
        assertThat(file.value(0, "known_at")).isEqualTo(LocalDateTime.of(2026, 10, 15, 8, 42));
        assertThat(file.value(1, "recorded_at")).isEqualTo(LocalDateTime.of(2026, 10, 16, 9, 0));
        assertThat(file.value(0, "content")).isNotEqualTo(file.value(1, "content"));
    }

    @Test
    void readsHoursOfEveryKind() {
        TypedForTest file = incidents();

        assertThat(file.value(0, "hour")).isEqualTo(23);
        assertThat(file.value(2, "hour")).isNull();
        assertThat(file.value(3, "fact_date")).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(file.value(3, "hour")).isEqualTo(2);
        assertThat(file.value(4, "fact_date")).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(file.value(4, "hour")).isEqualTo(0);
    }

    @Test
    void keepsSiteCodesAsDeliveredAndDefaultsFromTheCodeLists() {
        TypedForTest file = incidents();

        assertThat(file.column("site_ref"))
                .containsExactly("RES0147", "RES0147", "RES0147", "RES0203", "RES0203", "RES0999", "147");
        assertThat(file.value(2, "severity")).isEqualTo(3);
        assertThat(file.value(2, "family")).isEqualTo("PRO");
        assertThat(file.value(0, "origin")).isEqualTo("DISCOVERED");
        assertThat(file.value(3, "origin")).isEqualTo("REPORTED");
    }

    @Test
    void keepsTheLengthOfCommentsOnly() {
        TypedForTest file = incidents();

        assertThat(file.value(0, "comment_length"))
                .isEqualTo("Texte fictif avec ; point-virgule et \"guillemets\"".length());
        assertThat(file.value(2, "comment_length")).isEqualTo("ligne 1\r\nligne 2 dans le même champ".length());
        assertThat(file.rows().toString()).doesNotContain("fictif").doesNotContain("champ");
    }

    private TypedForTest incidents() {
        return TypedForTest.resource("fixture_incidents_utf8bom.csv", Feed.INCIDENTS, folder);
    }
}
