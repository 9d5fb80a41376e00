package org.vigie.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.alerts.AlertTables;
import org.vigie.jobs.detection.DetectionTables;
import org.vigie.jobs.scoring.ScoringTables;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.staged.StagedTables;

/**
 * {@code jobs/DATASETS.md} says what the declared tables say. To write it again:
 * {@code ./mvnw -pl jobs -am test -Dtest=DatasetsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dvigie.write.datasets=true}
 */
class DatasetsDocumentTest {

    private static final Path DOCUMENT = Path.of("DATASETS.md");
    private static final Map<String, String> TYPES = Map.of(
            "StringType", "text",
            "DateType", "date",
            "TimestampNTZType", "local time",
            "IntegerType", "count",
            "DoubleType", "number",
            "BooleanType", "flag");

    @Test
    void saysWhatTheDeclaredTablesSay() throws IOException {
        String now = document();
        if (Boolean.getBoolean("vigie.write.datasets")) {
            Files.writeString(DOCUMENT, now, StandardCharsets.UTF_8);
        }

        assertThat(DOCUMENT)
                .as("jobs/DATASETS.md is stale: run this test again with -Dvigie.write.datasets=true")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(now);
    }

    private static String document() {
        List<Table> lake = new ArrayList<>(StagedTables.all());
        lake.addAll(List.of(
                StagedTables.REJECTS,
                SiteWeekTables.SITES,
                SiteWeekTables.PLACES,
                SiteWeekTables.FACTS,
                SiteWeekTables.COUNTS,
                SiteWeekTables.WORKS,
                SiteWeekTables.MOVES,
                SiteWeekTables.PRESENCE,
                SiteWeekTables.FATES,
                SiteWeekTables.CALENDAR,
                DetectionTables.EVIDENCE,
                DetectionTables.VERDICTS,
                DetectionTables.FITTED,
                AlertTables.DECISIONS,
                ScoringTables.CONTEXT,
                ScoringTables.FORECASTS,
                ScoringTables.SCORES,
                ScoringTables.PARTS));
        StringBuilder text = new StringBuilder("""
            # Datasets

            Generated from the declared tables by `DatasetsDocumentTest`, which fails when this page is stale; with
            `-Dvigie.write.datasets=true` it writes it again. Weeks are their Monday; every column may be empty, and empty
            means absent.

            ## In the lake

            Below `lake/`, as Parquet. Staged tables are logs of immutable batches that a manifest lists; all others are
            derived from them. The tables of scoring are handed from stage to stage and not kept.

            """);
        lake.forEach(table -> describe(text, table));
        text.append("""
            ## Published

            Below `published/<week>/`, each as one Parquet file with its CSV twin.

            Beside them `sites.geojson` and `hotspots.geojson`: the rows of `sites` with those of `scores` as points, the rows of
            `hotspots` as the points of their members. `shared/` holds two files of the same names for those who get no exact
            counts. There, sites are gathered in squares of a hundredth of a degree (`sites`, `dwellings`, `facts_four_weeks` as
            5-9, 10-19, 20-49 or 50+, `suppressed` below five facts, `not_assessed` where a site could not be judged); squares of
            fewer than eleven dwellings are left out. A hotspot is the squares of its members with `hotspot_id`, `week`,
            `since_week` and the number of its `sites`. `pages/liste/<team>.ics` holds the visits of a team for its calendar.

            """);
        PublishedTables.all().forEach(table -> describe(text, table));
        return text.toString().stripTrailing() + "\n";
    }

    private static void describe(StringBuilder text, Table table) {
        header(text, table.path());
        table.columns()
                .forEach(column -> line(
                        text,
                        column.name(),
                        TYPES.getOrDefault(
                                column.type().getClass().getSimpleName(),
                                column.type().simpleString()),
                        column.meaning()));
        text.append('\n');
    }

    private static void describe(StringBuilder text, PublishedTable table) {
        header(text, table.name());
        table.columns()
                .forEach(column ->
                        line(text, column.name(), column.type().name().toLowerCase(Locale.ROOT), column.meaning()));
        text.append('\n');
    }

    private static void header(StringBuilder text, String name) {
        text.append("### ").append(name).append("\n\n| column | type | meaning |\n|---|---|---|\n");
    }

    private static void line(StringBuilder text, String name, String type, String meaning) {
        text.append(String.format("| %s | %s | %s |%n", name, type, meaning.replace("|", "\\|")));
    }
}
