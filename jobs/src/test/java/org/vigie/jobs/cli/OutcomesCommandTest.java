package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedFiles;
import org.vigie.jobs.feeds.ReceivedName;
import org.vigie.jobs.lake.PublishedFiles;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.settings.Settings;

/** {@code ./vigie outcomes}: every row has a fate, and the file reaches the inbox once. */
class OutcomesCommandTest {

    private static final String HEADER = "num_alerte;date_suite;code_issue;code_action;role;date_revue\n";
    private static final String HALL = "A-2024-W18-RES1-OCC;06/05/2024;CONFIRMED;VISIT;MEDIATOR;24/05/2024\n";

    @TempDir
    static Path onceForAll;

    @TempDir
    Path folder;

    private SmallLandlord landlord;

    @BeforeAll
    static void publishTwoAlerts() {
        List<Row> alerts = new ArrayList<>();
        for (String number : List.of("A-2024-W18-RES1-OCC", "A-2024-W19-RES2-ENV")) {
            Object[] row = new Object[PublishedTables.ALERTS.columns().size()];
            row[0] = number;
            alerts.add(RowFactory.create(row));
        }
        PublishedFiles.write(
                onceForAll,
                PublishedTables.ALERTS,
                SharedSpark.session().createDataFrame(alerts, PublishedFiles.schema(PublishedTables.ALERTS)),
                List.of("alert_id"));
    }

    @BeforeEach
    void newWorkspace() throws IOException {
        landlord = SmallLandlord.in(folder.resolve("landlord"));
        Path week = Files.createDirectories(landlord.published(IsoWeek.of(2024, 20)));
        Files.copy(onceForAll.resolve("alerts.parquet"), week.resolve("alerts.parquet"));
    }

    @Test
    void everyRowHasOneFateAndTheyAddUp() throws IOException {
        Path file = write(
                "suites.csv",
                HEADER
                        + HALL
                        + "A-2024-W18-RES1-OCC;07/05/2024;Rien constaté;;;\n"
                        + "A-2024-W18-RES1-OCC;07/05/2024;Confirmée;;;\n"
                        + "A-2024-W18-RES1-OCC;07/05/2024;CONFIRMED;;;\n"
                        + "A-2024-W19-RES3-ENV;14/05/2024;Déjà connue;;;\n"
                        + "A-2024-W19-RES2-ENV;14/05/2024;PEUT-ETRE;;;\n"
                        + "hall des Ormes;14/05/2024;CONFIRMED;;;\n"
                        + "A-2024-W19-RES2-ENV;01/05/2024;CONFIRMED;;;\n");

        CommandLineRun run = vigie("outcomes", landlord.root(), file);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(plain(run.out())).contains("""
                suites.csv : 8 lignes = 2 utilisées + 1 remplacée + 1 en double + 1 hors périmètre + 3 écartées
                  Tension confirmée sur place : 2
                  ligne 3, remplacée : A-2024-W18-RES1-OCC (remplacée par une version plus récente)
                  ligne 5, en double : A-2024-W18-RES1-OCC (ligne déjà reçue)
                  ligne 6, hors périmètre : A-2024-W19-RES3-ENV (alerte jamais publiée ; vouliez-vous écrire A-2024-W19-RES2-ENV ?)
                  ligne 7, écartée : code_issue (code ou libellé sans correspondance)
                  ligne 8, écartée : num_alerte (numéro d’alerte mal formé)
                  ligne 9, écartée : date_suite (suite antérieure à l’alerte)
                """);
        assertThat(received()).singleElement().satisfies(kept -> {
            assertThat(kept).hasSameBinaryContentAs(file);
            assertThat(ReceivedName.time(kept.getFileName().toString())).isPresent();
        });
    }

    @Test
    void theSameFileTwiceAddsNothing() throws IOException {
        Path file = write("suites.csv", HEADER + HALL);
        vigie("outcomes", landlord.root(), file);
        Map<String, String> before = FolderState.of(landlord.root());

        CommandLineRun again = vigie("outcomes", landlord.root(), write("autre_nom.csv", HEADER + HALL));

        assertThat(again.exitCode()).isZero();
        assertThat(plain(again.out()))
                .isEqualTo("autre_nom.csv : déjà pris avec le même contenu, rien n’est ajouté.\n");
        assertThat(FolderState.of(landlord.root())).isEqualTo(before);
    }

    @Test
    void aLaterFileCorrectsWhatAnEarlierOneSaid() throws IOException {
        vigie("outcomes", landlord.root(), write("suites.csv", HEADER + HALL));

        CommandLineRun second =
                vigie("outcomes", landlord.root(), write("suites2.csv", HEADER + HALL.replace("CONFIRMED", "NOTHING")));

        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("1 utilisée", "1 suite saisie plus tôt est corrigée");
        assertThat(received()).hasSize(2);
    }

    @Test
    void readsWorkbooksAndOldEncodingsUnderTheWordsOfTheLandlord() throws IOException {
        String theirs = """
            N° alerte;Date de passage;Suite donnée;Action engagée
            a-2024-w19-res2-env;14/05/2024;déjà connue;VISIT
            """;
        Path old = folder.resolve("retours.csv");
        Files.write(old, theirs.getBytes(Charset.forName("windows-1252")));
        Path workbook = folder.resolve("retours.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Suites");
            String[] lines = (HEADER + HALL).split("\n", -1);
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].split(";", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }

        assertThat(vigie("outcomes", landlord.root(), old).out()).contains("1 utilisée", "Déjà connue et suivie");
        assertThat(vigie("outcomes", landlord.root(), workbook).out()).contains("1 utilisée", "Tension confirmée");
        Settings settings = Settings.read(landlord.root());
        assertThat(received())
                .hasSize(2)
                .allSatisfy(
                        kept -> assertThat(FeedFiles.feedOf(kept.getFileName().toString(), settings.feeds()))
                                .contains(Feed.OUTCOMES));
        assertThat(received()).extracting(Path::toString).anyMatch(name -> name.endsWith(".xlsx"));
    }

    @Test
    void aDecisionNeedsItsReasonAndMutingItsEnd() throws IOException {
        String header = "num_alerte;date_suite;code_issue;decision;motif;date_fin\n";
        Path file = write(
                "suites.csv",
                header
                        + "A-2024-W18-RES1-OCC;06/05/2024;KNOWN;SOURDINE;PARTENAIRE;03/06/2024\n"
                        + "A-2024-W18-RES1-OCC;07/05/2024;KNOWN;SOURDINE;PARTENAIRE;\n"
                        + "A-2024-W18-RES1-OCC;08/05/2024;CONFIRMED;ROUGE;;\n"
                        + "A-2024-W18-RES1-OCC;09/05/2024;CONFIRMED;Statut rouge;SECURITE;\n");

        CommandLineRun run = vigie("outcomes", landlord.root(), file);

        assertThat(plain(run.out()))
                .contains("2 utilisées")
                .contains("ligne 3, écartée : date_fin (valeur obligatoire absente)")
                .contains("ligne 4, écartée : motif (décision sans motif)");
    }

    @Test
    void aFileWithoutAnyUsableRowIsRefusedAndNotKept() throws IOException {
        CommandLineRun run =
                vigie("outcomes", landlord.root(), write("suites.csv", HEADER + "X;06/05/2024;CONFIRMED;;;\n"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(plain(run.err()))
                .isEqualTo(
                        "vigie: suites.csv n’apporte aucune suite utilisable (1 ligne) : corriger les lignes citées, puis relancer\n");
        assertThat(received()).isEmpty();
    }

    @Test
    void aColumnAboutPersonsIsRefusedAtTheDoor() throws IOException {
        Path file = write("suites.csv", """
            num_alerte;date_suite;code_issue;Nom du locataire
            A-2024-W18-RES1-OCC;06/05/2024;CONFIRMED;X
            """);

        CommandLineRun run = vigie("outcomes", landlord.root(), file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Nom du locataire");
        assertThat(received()).isEmpty();
    }

    @Test
    void wrongUsageIsSaidInOneLineInTheLanguageOfTheSettings() throws IOException {
        Files.writeString(
                landlord.root().resolve("vigie.yaml"),
                Files.readString(landlord.root().resolve("vigie.yaml")).replace("language: fr", "language: en"));

        CommandLineRun run = vigie("outcomes", landlord.root(), folder.resolve("nowhere.csv"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("vigie: there is no file ");
        assertThat(vigie("outcomes", landlord.root(), write("suites.csv", HEADER + HALL))
                        .out())
                .contains("suites.csv: 1 row = 1 used + 0 superseded", "Counts from week");
    }

    private List<Path> received() {
        return FolderState.files(landlord.root().resolve("inbox")).stream()
                .filter(path -> path.getFileName().toString().startsWith("suites"))
                .toList();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ').replace(System.lineSeparator(), "\n");
    }
}
