package org.vigie.jobs.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFilesTest {

    @TempDir
    private Path inbox;

    @Test
    void givesEachFileToTheFirstFeedWhosePatternItMatches() throws IOException {
        for (String name : new String[] {
            "incidents_2026.csv", "Incidents bis.CSV", "notes.txt", ".hidden", "~$sites.xlsx", "sites é.xlsx"
        }) {
            Files.writeString(inbox.resolve(name), name);
        }
        Map<Feed, FeedSettings> feeds = new LinkedHashMap<>();
        feeds.put(Feed.INCIDENTS, FeedSettings.of("incidents*.csv"));
        feeds.put(Feed.SITES, FeedSettings.of("*.csv"));

        FeedFiles files = FeedFiles.list(inbox, feeds);

        assertThat(files.files())
                .extracting(file -> file.name() + " " + file.feed())
                .containsExactly("Incidents bis.CSV INCIDENTS", "incidents_2026.csv INCIDENTS", "sites é.xlsx SITES");
        assertThat(files.unmatched()).containsExactly("notes.txt");
    }

    @Test
    void knowsTheSameContentUnderAnyName() throws IOException {
        Files.writeString(inbox.resolve("a.csv"), "x");
        Files.writeString(inbox.resolve("b.csv"), "x");
        Files.writeString(inbox.resolve("c.csv"), "y");

        assertThat(FeedFiles.list(inbox, Map.of(Feed.SITES, FeedSettings.of("*")))
                        .files())
                .extracting(FeedFile::id)
                .allMatch(id -> id.matches("[0-9a-f]{16}"))
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "incidents*.csv, incidents_2026.csv.gz, true",
        "incidents*.csv, incidents.xlsx, true",
        "incidents*.csv, incidents.xls, false",
        "*.xlsx, incidents.xlsx, true",
        "incidents*.csv, incivilites.csv, false",
        "'{a,b}*', b1.csv, true",
        "incidents.csv.gz, incidents.csv.gz, true",
    })
    void takesPackedFilesAndSpreadsheetsForCsv(String pattern, String name, boolean matches) {
        assertThat(FeedFiles.matches(name, pattern)).isEqualTo(matches);
    }

    @Test
    void saysThatThereIsNoInbox() {
        assertThatThrownBy(() -> FeedFiles.list(inbox.resolve("none"), Map.of()))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("there is no folder");
    }
}
