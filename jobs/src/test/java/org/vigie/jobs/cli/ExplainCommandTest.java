package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTables;
import tech.tablesaw.api.Row;

/** {@code ./vigie explain}: from an alert to the lines of the files. */
class ExplainCommandTest {

    private static final IsoWeek OPENED = IsoWeek.of(2024, 18);
    private static final String SENTINEL = "SENTINELLE-1234";
    private static final Pattern LINE = Pattern.compile("  (incidents|incivilities) +(\\S+) +ligne (\\d+)  .*");

    private static final Pattern OPENING = Pattern.compile(
            "Ouverte en S18 : écart que le hasard donne environ 1 fois en ([0-9 ]+) semaines sur un même site"
                    + " \\(seuil de cette semaine-là : environ 1 fois en ([0-9 ]+) semaines\\), et au moins");

    @TempDir
    static Path onceForAll;

    private static SmallLandlord landlord;
    private static Row alert;
    private static CommandLineRun run;

    @BeforeAll
    static void publishAndExplainOnce() {
        landlord = SmallLandlord.in(onceForAll.resolve("landlord")).withBurst(OPENED.monday());
        landlord.deliver("incidents_divers.csv", """
            num_incident;version;code_site;code_type;date_fait;date_saisie;canal;statut;commentaire
            K1;1;RES2;OCC_HALL;2024-05-02;2024-05-02 21:00;STAFF_LOG;ANNULE;SENTINELLE-1234
            K2;1;RES2;OCC_HALL;2024-05-03;2024-05-20 08:00;STAFF_LOG;CLOS;SENTINELLE-1234
            K3;1;RES1;OCC_HALL;2024-05-03;2024-05-03 21:00;STAFF_LOG;CLOS;SENTINELLE-1234
            """);
        assertThat(vigie("backfill", landlord.root(), "--from", OPENED, "--to", OPENED.plusWeeks(1))
                        .exitCode())
                .isZero();
        alert = ParquetTables.read(landlord.published(OPENED.plusWeeks(1)), PublishedTables.ALERTS)
                .row(0);
        run = vigie("explain", landlord.root(), alert.getString("alert_id"));
    }

    @Test
    void namesTheLineOfEveryFactThatCountedAndThereAreAsManyAsTheCardSays() throws IOException {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> counted =
                factLines().stream().filter(line -> line.endsWith(" comptée")).toList();
        assertThat(counted).hasSize(alert.getInt("observed"));
        for (String line : counted) {
            Matcher place = LINE.matcher(line);
            assertThat(place.matches()).as(line).isTrue();
            String told = Files.readAllLines(landlord.inbox(place.group(2))).get(Integer.parseInt(place.group(3)) - 1);
            assertThat(told).contains("RES2", "OCC_HALL");
        }
    }

    @Test
    void saysWhyALineDidNotCount() {
        assertThat(factLines())
                .anyMatch(line -> line.contains("incidents_divers.csv  ligne 2 ")
                        && line.endsWith("non comptée : annulée par le bailleur"))
                .anyMatch(line -> line.contains("incidents_divers.csv  ligne 3 ")
                        && line.endsWith("non comptée : connue après la semaine publiée"))
                .noneMatch(line -> line.contains("incidents_divers.csv  ligne 4 "));
    }

    @Test
    void saysTheRuleThatOpenedItTheWeeksAndThePartsOfTheScore() {
        assertThat(plain(run.out()))
                .startsWith(alert.getString("alert_id") + ", semaine publiée 2024-W19 : TRANSMISE\n")
                .contains("et au moins trois faits de la série en quatre semaines.")
                .contains("\n  S18  22  22  0,7\n", "\n  S19  21  22  0,7\n")
                .contains("Score de tension ");
        Matcher opening = OPENING.matcher(plain(run.out()));
        assertThat(opening.find()).isTrue();
        assertThat(whole(opening.group(1)))
                .as("rarer than the threshold of the week")
                .isGreaterThanOrEqualTo(whole(opening.group(2)))
                .isGreaterThan(1000);
        Matcher score = Pattern.compile("Score de tension ([0-9]+,[0-9])").matcher(plain(run.out()));
        assertThat(score.find()).isTrue();
        assertThat(Double.parseDouble(score.group(1).replace(',', '.'))).isEqualTo(scoreOf("RES2"));
    }

    @Test
    void aNumberInSmallLettersAndAnEarlierWeekAreFound() {
        CommandLineRun earlier = vigie(
                "explain",
                landlord.root(),
                alert.getString("alert_id").toLowerCase(java.util.Locale.ROOT),
                "--week",
                OPENED);

        assertThat(earlier.exitCode()).isZero();
        assertThat(plain(earlier.out()))
                .contains("semaine publiée 2024-W18 : NOUVELLE")
                .doesNotContain("\n  S19 ");
    }

    @Test
    void aWeekPublishedByAnEarlierVersionIsExplainedAsFarAsItRecorded(@TempDir Path folder) throws IOException {
        FolderState.copy(landlord.root(), folder);
        for (String later : List.of("episodes", "weeks")) {
            Files.delete(folder.resolve("published/" + OPENED.plusWeeks(1) + "/" + later + ".parquet"));
        }

        CommandLineRun old = vigie("explain", folder, alert.getString("alert_id"));

        assertThat(old.exitCode()).as(old.err()).isZero();
        assertThat(plain(old.out()))
                .contains(
                        "Par quelle règle elle s’est ouverte : la version qui a publié cette semaine ne l’enregistrait pas.")
                .contains("Faits et attendus par semaine : la version")
                .contains(" comptée", "Score de tension ");
    }

    @Test
    void neverTellsACommentNorAPerson() {
        assertThat(run.out()).doesNotContain(SENTINEL, "vu par le gardien");
    }

    @Test
    void anUnknownAlertIsWrongUsageAndTheNearestIsNamed() {
        CommandLineRun unknown = vigie("explain", landlord.root(), "A-2024-W18-RES3-OCC");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(plain(unknown.err()))
                .isEqualTo(
                        "vigie: aucune semaine publiée ne contient l’alerte A-2024-W18-RES3-OCC ; vouliez-vous écrire "
                                + alert.getString("alert_id") + " ?\n");
        assertThat(vigie("explain", landlord.root(), alert.getString("alert_id"), "--week", "2024-W10")
                        .exitCode())
                .isEqualTo(2);
    }

    private static List<String> factLines() {
        return run.out().lines().filter(line -> LINE.matcher(line).matches()).toList();
    }

    private static double scoreOf(String site) {
        for (Row row : ParquetTables.read(landlord.published(OPENED.plusWeeks(1)), PublishedTables.SCORES)) {
            if (row.getString("site_id").equals(site)) {
                return row.getDouble("tension_score");
            }
        }
        throw new AssertionError("no score of " + site);
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ').replace(System.lineSeparator(), "\n");
    }

    private static int whole(String written) {
        return Integer.parseInt(written.replace(" ", ""));
    }
}
