package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.FeedFiles;
import org.vigie.jobs.settings.Settings;

/** The committed settings of a real city: they read its files where those are at hand. */
class ChicagoTest {

    private static final TypingContext TODAY =
            new TypingContext(ZoneId.of("America/Chicago"), LocalDateTime.of(2026, 11, 24, 5, 0), true, "en");

    @Test
    void itsSettingsNameEveryFeedThatTheCityHas() {
        Settings settings = Settings.read(workspace());

        assertThat(settings.feeds().keySet())
                .containsExactly(Feed.INCIDENTS, Feed.INCIVILITIES, Feed.WORKS, Feed.SITES, Feed.OUTCOMES);
        assertThat(settings.feeds().get(Feed.INCIVILITIES).meaning("code_type", ""))
                .isEqualTo("OTH_OTHER");
        assertThat(settings.feeds().get(Feed.INCIVILITIES).meaning("statut", "Completed - Dup"))
                .isEqualTo("DOUBLON");
    }

    @Test
    void readsTheSitesAndComplaintsOfTheCity() {
        FeedFiles inbox = FeedFiles.list(realFiles(), Settings.read(workspace()).feeds());
        Tally tally = new Tally();

        inbox.files().stream()
                .filter(file -> file.feed() == Feed.SITES || file.feed() == Feed.INCIVILITIES)
                .forEach(tally::read);

        assertThat(inbox.unmatched())
                .contains("ref_community_areas.csv.gz", "ref_census_tract_crosswalk.csv.gz", "README.md");
        assertThat(tally.counts)
                .containsOnly(
                        Map.entry("incivilities", new TypedFile.Counts(74_401, 74_377, 24)),
                        Map.entry("sites", new TypedFile.Counts(389, 389, 0)));
        assertThat(tally.rules).containsOnly(Map.entry("incivilities:code_site:missing-place", 24));
        assertThat(tally.statuses).containsEntry("DOUBLON", 3_633);
    }

    @Test
    void readsEveryRowOfTheCity() {
        assumeTrue("full".equals(System.getProperty("vigie.suite")), "skipped: 650,000 rows, in the full suite");
        FeedFiles inbox = FeedFiles.list(realFiles(), Settings.read(workspace()).feeds());
        Tally tally = new Tally();

        inbox.files().forEach(tally::read);

        assertThat(tally.counts)
                .containsEntry("incidents", new TypedFile.Counts(148_636, 148_636, 0))
                .containsEntry("works", new TypedFile.Counts(425_325, 425_324, 1));
        assertThat(tally.rules)
                .containsEntry("works:code_site:missing-place", 1)
                .hasSize(2);
        assertThat(tally.keys).hasSize(148_636 - 111);
    }

    /** What reading came to. */
    private static final class Tally implements TypedFile.Sink {
        private final Settings settings = Settings.read(workspace());
        private final Map<String, TypedFile.Counts> counts = new TreeMap<>();
        private final Map<String, Integer> rules = new TreeMap<>();
        private final Map<String, Integer> statuses = new TreeMap<>();
        private final Set<String> keys = new HashSet<>();
        private Feed feed = Feed.SITES;

        void read(FeedFile file) {
            feed = file.feed();
            TypedFile.Counts read = TypedFile.read(file, settings.feeds().get(feed), TODAY, this);
            counts.merge(feed.yamlName(), read, ChicagoTest::sum);
        }

        @Override
        public void typed(Row row) {
            if (feed == Feed.INCIVILITIES) {
                statuses.merge(row.getString(StagedTables.FACTS.indexOf("status")), 1, Integer::sum);
            }
            if (feed == Feed.INCIDENTS) {
                keys.add(row.getString(StagedTables.FACTS.indexOf("fact_id")));
            }
        }

        @Override
        public void rejected(Reject reject) {
            rules.merge(
                    feed.yamlName() + ":" + reject.column() + ":"
                            + reject.rule().code(),
                    1,
                    Integer::sum);
        }
    }

    private static TypedFile.Counts sum(TypedFile.Counts one, TypedFile.Counts other) {
        return new TypedFile.Counts(
                one.read() + other.read(), one.typed() + other.typed(), one.rejected() + other.rejected());
    }

    private static Path workspace() {
        return above().map(folder -> folder.resolve("sample-data/real/chicago"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    private static Path realFiles() {
        Optional<Path> shared = Stream.concat(
                        Stream.ofNullable(System.getProperty("vigie.shared")).map(Path::of),
                        above().map(folder -> folder.resolve("shared")))
                .map(folder -> folder.resolve("realdata/chicago"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(shared.isPresent(), "skipped: no ../shared");
        return shared.orElseThrow();
    }

    private static Stream<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent);
    }
}
