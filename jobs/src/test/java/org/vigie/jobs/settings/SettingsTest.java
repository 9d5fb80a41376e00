package org.vigie.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedSettings;

class SettingsTest {

    private static final String SMALLEST = "landlord: Bailleur\nfeeds: { incidents: { files: \"incidents*.csv\" } }\n";

    @TempDir
    private Path workspace;

    @BeforeEach
    void addAMappingFile() throws IOException {
        Files.writeString(workspace.resolve("nature.csv"), "theirs;ours\nBruit;NEI_NOISE\n;OTH_OTHER\n");
    }

    @Test
    void fillsInTheDefaultsOfTheContract() {
        Settings settings = read(SMALLEST);

        assertThat(settings.landlord()).isEqualTo("Bailleur");
        assertThat(settings.language()).isEqualTo("fr");
        assertThat(settings.timezone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(settings.attachWithinMetres()).isEqualTo(250);
        assertThat(settings.alerts().capacityOf("MED-EST")).isEqualTo(5);
        assertThat(settings.alerts().newPerWeek()).isEqualTo(3);
        assertThat(settings.privacy()).isEqualTo(new PrivacySettings(11, 5));
        assertThat(settings.schedule().weekly()).isEqualTo("0 0 5 ? * MON");
        assertThat(settings.spark()).containsEntry("master", "local[*]");
    }

    @Test
    void readsItsOwnTemplate() {
        Settings settings = read(Settings.template());

        assertThat(settings.feeds().keySet()).containsExactlyInAnyOrder(Feed.values());
        assertThat(settings.feeds().get(Feed.TURNOVER).optional()).isTrue();
        assertThat(settings.feeds().get(Feed.SITES).optional()).isFalse();
    }

    @Test
    void readsEverythingThatCanBeSaidOfAFeed() {
        FeedSettings feed = read("""
                        landlord: Bailleur
                        feeds:
                          works:
                            files: "ot*.csv"
                            optional: true
                            columns: { num_operation: "N° OT", "Code résidence": Résidence }
                            codes: { code_travaux: { Ravalement: FACADE }, statut: { "": ONGOING } }
                            constants: { nb_logements_concernes: 4, interruption: AUCUNE }
                            id: [N° OT, Lot]
                            known_on: Édité le
                            drop: [Téléphone]
                            duration_days: { default: 30, Ravalement: 180 }
                        """).feeds().get(Feed.WORKS);

        assertThat(feed.columns()).containsEntry("num_operation", "N° OT").containsEntry("code_site", "Résidence");
        assertThat(feed.meaning("code_travaux", "RAVALEMENT")).isEqualTo("FACADE");
        assertThat(feed.meaning("statut", "")).isEqualTo("ONGOING");
        assertThat(feed.meaning("statut", "DONE")).isEqualTo("DONE");
        assertThat(feed.constants()).containsEntry("nb_logements_concernes", "4");
        assertThat(feed.key()).isEqualTo(new FeedSettings.Key.OfColumns(java.util.List.of("N° OT", "Lot")));
        assertThat(feed.knownOn()).isEqualTo("Édité le");
        assertThat(feed.drop()).containsExactly("Téléphone");
        assertThat(feed.durations().days("ravalement")).isEqualTo(180);
        assertThat(feed.durations().days("autre")).isEqualTo(30);
    }

    @Test
    void readsMappingFilesAndAcceptsAliasesAsKeys() {
        FeedSettings feed =
                read("landlord: B\nfeeds: { incivilities: { files: \"*\", id: hash, codes: { nature: nature.csv } } }")
                        .feeds()
                        .get(Feed.INCIVILITIES);

        assertThat(feed.meaning("code_type", "BRUIT")).isEqualTo("NEI_NOISE");
        assertThat(feed.meaning("code_type", "")).isEqualTo("OTH_OTHER");
        assertThat(feed.key()).isEqualTo(new FeedSettings.Key.OfWholeRow());
    }

    @Test
    void keepsTheFeedsInTheOrderOfTheFile() {
        Settings settings =
                read("landlord: B\nfeeds: { sites: { files: a }, works: { files: b }, incidents: { files: c } }");

        assertThat(settings.feeds().keySet()).containsExactly(Feed.SITES, Feed.WORKS, Feed.INCIDENTS, Feed.OUTCOMES);
    }

    @Test
    void readsHowFarDetectionLooksAndElseKeepsTheStandard() {
        String feeds = "landlord: B\nfeeds: { incidents: { files: a } }\n";

        assertThat(read(feeds).detection()).isEqualTo(DetectionSettings.STANDARD);
        assertThat(read(feeds + "detection: { history_weeks: 104, false_discovery_rate: 0.2 }\n")
                        .detection())
                .isEqualTo(new DetectionSettings(104, 52, 0.2, 8));
    }

    @Test
    void theScheduleAndTheMasterLeaveTheDigestAlone() {
        String settings = "landlord: B\nfeeds: { incidents: { files: a } }\n";
        String others = "schedule: { weekly: \"0 0 6 ? * TUE\" }\nspark: { master: \"local[1]\" }\n";

        assertThat(read(settings + others).digest()).isEqualTo(read(settings).digest());
    }

    @Test
    void whatReadersAreToldLeavesJudgementsAlone() {
        String feeds = "feeds: { incidents: { files: a } }\n";
        Settings one = read("landlord: B\n" + feeds);
        Settings other = read("landlord: C\nlanguage: en\nalerts: { new_per_week: 1 }\n" + feeds);

        assertThat(other.digest()).isNotEqualTo(one.digest());
        assertThat(other.judgementDigest()).isEqualTo(one.judgementDigest());
        assertThat(read("landlord: B\nprivacy: { min_dwellings: 20 }\n" + feeds).judgementDigest())
                .isNotEqualTo(one.judgementDigest());
    }

    @Test
    void digestsWhatWasReadNotHowItWasWritten() throws IOException {
        String feeds = "feeds: { incidents: { files: a, codes: { code_type: nature.csv } } }\n";
        String digest = read("landlord: B\nlanguage: fr\n" + feeds).digest();

        assertThat(digest).hasSize(16);
        assertThat(read("# comment\n" + feeds + "language:   fr\nlandlord: B\n").digest())
                .isEqualTo(digest);
        assertThat(read("landlord: B\nlanguage: en\n" + feeds).digest()).isNotEqualTo(digest);
        Files.writeString(workspace.resolve("nature.csv"), "Bruit;NEI_INSULT\n");
        assertThat(read("landlord: B\nlanguage: fr\n" + feeds).digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            landlord: B; feeds: {incidents: {files: a}}; langage: fr        | line 3 | no setting "langage" | did you mean language?
            landlord: B; feeds: {incident: {files: a}}                     | line 2 | no setting "incident" | did you mean incidents?
            landlord: B; feeds: {incidents: {files: a, colums: {}}}        | line 2 | no setting "colums" | did you mean columns?
            landlord: B; feeds: {incidents: {optional: true}}              | line 2 | write files | required
            feeds: {incidents: {files: a}}                                 | line 1 | write landlord | required
            landlord: B; language: de; feeds: {incidents: {files: a}}      | line 2 | language | fr
            landlord: B; timezone: Paris; feeds: {incidents: {files: a}}   | line 2 | timezone | Europe/Paris
            landlord: B; detection: {history_weeks: 8}; feeds: {incidents: {files: a}} | line 2 | history_weeks | 52
            landlord: B; privacy: {min_dwellings: 3}; feeds: {incidents: {files: a}} | line 2 | min_dwellings | 11
            landlord: B; feeds: {incidents: {files: a, columns: {gravité1: b}}} | line 2 | no column "gravité1" | did you mean gravite?
            landlord: B; feeds: {incidents: {files: a, constants: {canal: PHONE}}} | line 2 | "PHONE" is not one of the codes | reporting_channels
            landlord: B; feeds: {incidents: {files: a, codes: {statut: {Fini: CLO}}}} | line 2 | "CLO" is not one of the codes | did you mean CLOS?
            landlord: B; feeds: {incidents: {files: a, codes: {date_fait: {a: b}}}} | line 2 | holds no codes | date_fait
            landlord: B; feeds: {incidents: {files: a, codes: {code_type: none.csv}}} | line 2 | no readable file none.csv | vigie.yaml
            landlord: B; feeds: {incidents: {files: a, id: sum}}           | line 2 | id | hash
            landlord: B; feeds: {sites: {files: a, duration_days: 3}}      | line 2 | works | duration_days
            landlord: B; feeds: {sites: {files: "[a"}}                     | line 2 | pattern | files
            landlord: B; landlord: C; feeds: {sites: {files: a}}           | line 2 | not valid YAML | landlord
            landlord: B; feeds: [incidents                                 | line | not valid YAML | vigie.yaml
            landlord: B; feeds: incidents                                  | line 2 | feeds | object
            landlord                                                       | vigie.yaml | holds no settings | landlord
            """)
    void saysInOneLineWhatToCorrectAndWhere(String yaml, String place, String sentence, String advice) {
        assertThatThrownBy(() -> read(yaml.replace("; ", "\n")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(sentence)
                .hasMessageContaining(advice)
                .message()
                .hasLineCount(1);
    }

    @Test
    void saysWhichLineOfAMappingFileIsWrong() throws IOException {
        String yaml = "landlord: B\nfeeds: { incidents: { files: a, codes: { code_type: nature.csv } } }\n";

        Files.writeString(workspace.resolve("nature.csv"), "Bruit;NEI_NOISE\nTapage;NEI_NOIZE\n");
        assertThatThrownBy(() -> read(yaml))
                .hasMessageContaining("nature.csv, line 2")
                .hasMessageContaining("NEI_NOISE?");
        Files.writeString(workspace.resolve("nature.csv"), "Bruit;NEI_NOISE\nBRUIT ;NEI_INSULT\n");
        assertThatThrownBy(() -> read(yaml)).hasMessageContaining("line 2").hasMessageContaining("mapped twice");
        Files.writeString(workspace.resolve("nature.csv"), "Bruit,NEI_NOISE\n");
        assertThatThrownBy(() -> read(yaml)).hasMessageContaining("line 1").hasMessageContaining("theirs;ours");
    }

    @Test
    void saysThatThereAreNoSettings() {
        assertThatThrownBy(() -> Settings.read(workspace.resolve("none")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("vigie init");
    }

    private Settings read(String yaml) {
        try {
            Files.writeString(workspace.resolve("vigie.yaml"), yaml);
            return Settings.read(workspace);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
