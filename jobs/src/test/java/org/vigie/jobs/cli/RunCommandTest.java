package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;
import static org.vigie.jobs.cli.SmallLandlord.LAST_WEEK;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.reports.WeekManifest;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** What {@code ./vigie run} and {@code backfill} do to a workspace, on a landlord small enough to run in seconds. */
class RunCommandTest {

    private static final String WEEK = LAST_WEEK.toString();

    @TempDir
    static Path onceForAll;

    private static SmallLandlord published;

    @TempDir
    Path folder;

    private SmallLandlord landlord;

    @BeforeAll
    static void publishOnce() {
        published = SmallLandlord.in(onceForAll.resolve("published"));
        assertThat(vigie("run", published.root(), "--week", WEEK)).satisfies(RunCommandTest::isDone);
    }

    @BeforeEach
    void newWorkspace() {
        landlord = SmallLandlord.in(folder.resolve("landlord"));
    }

    /** 3 of the trade's list, asked of Rnssp: a run without alerts writes every page and says so. */
    @Test
    @Tag("issue-derived")
    void aWeekWithoutAlertsSaysSoOnItsPages() throws IOException {
        Table alerts = ParquetTables.read(published.published(LAST_WEEK), PublishedTables.ALERTS);
        assertThat(alerts.rowCount()).isZero();
        assertThat(page(published, LAST_WEEK, "index.html").toLowerCase(java.util.Locale.ROOT))
                .contains("aucune alerte");
        assertThat(page(published, LAST_WEEK, "liste/MED-1.html").toLowerCase(java.util.Locale.ROOT))
                .contains("aucune alerte");
    }

    @Test
    void aResidenceWithoutAFirstDayIsFollowedAndItsFactsCount() {
        Table scores = ParquetTables.read(published.published(LAST_WEEK), PublishedTables.SCORES);
        assertThat(scores.stringColumn("site_id").asList()).contains("RES1", "RES2");
        assertThat(quality(published, LAST_WEEK, "incidents.csv").getInt("rows_rejected"))
                .isZero();
    }

    @Test
    void aResidenceUnderElevenDwellingsHasNoRowAndNoPageOfItsOwn() {
        Table scores = ParquetTables.read(published.published(LAST_WEEK), PublishedTables.SCORES);
        assertThat(scores.stringColumn("site_id").asList()).doesNotContain("RES3");
        assertThat(published.published(LAST_WEEK).resolve("pages/site/RES3.html"))
                .doesNotExist();
    }

    @Test
    void anUnchangedWeekIsLeftAsItIs() {
        Map<String, String> before = FolderState.of(published.root());

        CommandLineRun again = vigie("run", published.root(), "--week", WEEK);

        assertThat(again).satisfies(RunCommandTest::isDone);
        assertThat(again.out()).contains(WEEK + " est déjà publiée et rien n’a changé.");
        assertThat(FolderState.of(published.root())).isEqualTo(before);
    }

    @Test
    void aNewFileMakesARevisionAndTheOldOneIsKept() throws IOException {
        vigie("run", landlord.root(), "--week", WEEK);
        Map<String, String> first = FolderState.of(landlord.published(LAST_WEEK));
        landlord.deliver("incidents_2.csv", """
            num_incident;code_site;code_type;date_fait;date_saisie;canal;statut
            N1;RES1;OCC_HALL;2024-05-17;2024-05-18 08:00;STAFF_LOG;CLOS
            """);

        assertThat(vigie("run", landlord.root(), "--week", WEEK)).satisfies(RunCommandTest::isDone);

        Path superseded = landlord.root().resolve("published/.superseded/" + WEEK + "/1");
        assertThat(FolderState.of(superseded)).isEqualTo(first);
        assertThat(WeekManifest.read(landlord.published(LAST_WEEK))
                        .orElseThrow()
                        .revision())
                .isEqualTo(2);
        assertThat(quality(landlord, LAST_WEEK, "incidents_2.csv").getInt("rows_used"))
                .isEqualTo(1);

        CommandLineRun backfill = vigie("backfill", landlord.root(), "--from", "2024-W18", "--to", "2024-W19");
        assertThat(backfill).satisfies(RunCommandTest::isDone);
        assertThat(backfill.out().indexOf("2024-W19 publiée"))
                .as("the newest week first, as openverse was asked (10 of the trade's list)")
                .isNotNegative()
                .isLessThan(backfill.out().indexOf("2024-W18 publiée"));
        assertThat(landlord.published(IsoWeek.of(2024, 18)).resolve("pages/index.html"))
                .exists();
        assertThat(landlord.published(IsoWeek.of(2024, 19)).resolve("scores.parquet"))
                .exists();
        assertThat(landlord.root().resolve("published/latest")).hasContent(WEEK);
    }

    @Test
    void aWeekIsTheSameWhetherTheWeekBeforeWasPublishedOrNot() {
        assertThat(vigie("run", landlord.root(), "--week", "2024-W19")).satisfies(RunCommandTest::isDone);
        assertThat(vigie("run", landlord.root(), "--week", WEEK)).satisfies(RunCommandTest::isDone);

        // the shared areas move only by as much as may be told since the page before: SharedAreasTest
        Predicate<String> tables =
                name -> (name.endsWith(".parquet") || name.endsWith(".csv")) && !name.startsWith("shared/areas.");
        assertThat(FolderState.of(landlord.published(LAST_WEEK), tables))
                .isEqualTo(FolderState.of(published.published(LAST_WEEK), tables));
    }

    @Test
    void aWeekBeforeAnyDataHasGreyPages() throws IOException {
        IsoWeek early = IsoWeek.of(2022, 10);

        assertThat(vigie("run", landlord.root(), "--week", early)).satisfies(RunCommandTest::isDone);

        Table scores = ParquetTables.read(landlord.published(early), PublishedTables.SCORES);
        assertThat(scores.rowCount()).isEqualTo(2);
        assertThat(scores.stringColumn("status").asList()).containsOnly("GRIS");
        assertThat(page(landlord, early, "index.html")).contains("Données insuffisantes");
    }

    @Test
    void anEmptyInboxIsRefusedAndTheEarlierWeekStaysReadable() throws IOException {
        Map<String, String> before = FolderState.of(published.published(LAST_WEEK));
        SmallLandlord empty = SmallLandlord.in(folder.resolve("empty"));
        for (Path file : FolderState.files(empty.root().resolve("inbox"))) {
            Files.delete(file);
        }

        assertRefused(vigie("run", empty.root(), "--week", WEEK), "inbox");

        assertThat(empty.root().resolve("published/notice.html")).content().contains("Petit Bailleur");
        assertThat(empty.published(LAST_WEEK)).doesNotExist();
        assertThat(vigie("check", empty.root()).exitCode()).isEqualTo(3);
        assertThat(FolderState.of(published.published(LAST_WEEK))).isEqualTo(before);
    }

    @Test
    void withoutTheSitesNothingIsPublished() throws IOException {
        Files.delete(landlord.inbox("sites.csv"));

        assertRefused(vigie("run", landlord.root(), "--week", WEEK), "sites");

        assertThat(landlord.published(LAST_WEEK)).doesNotExist();
    }

    @Test
    void aRequiredFeedThatCannotBeReadIsRefused() throws IOException {
        Files.writeString(landlord.inbox("incidents.csv"), "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");

        assertRefused(vigie("run", landlord.root(), "--week", WEEK), "incidents.csv");

        assertThat(landlord.published(LAST_WEEK)).doesNotExist();
        assertThat(landlord.root().resolve("published/notice.html")).exists();
        assertThat(landlord.root().resolve("lake/manifests"))
                .as("a run that is refused takes nothing in")
                .doesNotExist();
        assertThat(vigie("check", landlord.root()).exitCode()).isEqualTo(3);
    }

    @Test
    void tooManyRejectsAreRefusedWithANoticeUntilTheFileIsMended() throws IOException {
        String good = Files.readString(landlord.inbox("incivilites.csv"));
        landlord.deliver("incivilites.csv", good.replace("ENV_DUMPING", "MOT_INCONNU"));

        assertRefused(vigie("run", landlord.root(), "--week", WEEK), "incivilities");
        assertThat(landlord.root().resolve("published/notice.html")).exists();
        assertThat(vigie("check", landlord.root()).exitCode()).isEqualTo(3);

        landlord.deliver("incivilites.csv", good);
        assertThat(vigie("run", landlord.root(), "--week", WEEK)).satisfies(RunCommandTest::isDone);
        assertThat(landlord.root().resolve("published/notice.html")).doesNotExist();
        assertThat(landlord.published(LAST_WEEK).resolve("pages/index.html")).exists();
    }

    @Test
    void oneCorruptFileAmongSeveralIsNamedAndTheOthersAreUsed() {
        landlord.deliver("incidents_scan.csv", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
        landlord.deliver("lettre.txt", "bonjour");

        CommandLineRun run = vigie("run", landlord.root(), "--week", WEEK);

        assertThat(run).satisfies(RunCommandTest::isDone);
        assertThat(run.out()).contains("Fichier refusé : le fichier incidents_scan.csv");
        assertThat(landlord.published(LAST_WEEK).resolve("pages/index.html")).exists();
        assertThat(quality(landlord, LAST_WEEK, "lettre.txt").getString("reasons"))
                .isEqualTo("matches-no-feed");
        assertThat(quality(landlord, LAST_WEEK, "incidents_scan.csv").getString("reasons"))
                .isEqualTo("file-refused=1");
        assertThat(vigie("run", landlord.root(), "--week", WEEK).out()).contains("rien n’a changé");
    }

    @Test
    void wrongSettingsAreWrongUsage() throws IOException {
        Files.writeString(landlord.root().resolve("vigie.yaml"), "landlord: [oops\nfeeds: 3\n");

        CommandLineRun run = vigie("run", landlord.root());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("vigie.yaml").doesNotContain("\tat ");
        assertThat(landlord.root().resolve("published")).doesNotExist();
        assertThat(vigie("run", folder.resolve("nowhere")).exitCode()).isEqualTo(2);
        assertThat(vigie("run", landlord.root(), "--week", "2024-W60").exitCode())
                .isEqualTo(2);
    }

    /** 11 of the trade's list, asked of Mozilla's pipelines. */
    @Test
    @Tag("issue-derived")
    void aSecondRunAtTheSameTimeIsRefusedInOneLine() throws IOException {
        Files.createDirectories(landlord.root().resolve("state"));
        try (FileChannel other = FileChannel.open(
                        landlord.root().resolve("state/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = other.lock()) {
            CommandLineRun run = vigie("run", landlord.root(), "--week", WEEK);

            assertThat(held.isValid()).isTrue();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).hasLineCount(1).doesNotContain("Exception");
        }
    }

    private static void isDone(CommandLineRun run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    private static void assertRefused(CommandLineRun run, String named) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains(named).doesNotContain("Exception");
    }

    private static String page(SmallLandlord landlord, IsoWeek week, String name) throws IOException {
        return Files.readString(landlord.published(week).resolve("pages").resolve(name));
    }

    private static Row quality(SmallLandlord landlord, IsoWeek week, String file) {
        for (Row row : ParquetTables.read(landlord.published(week), PublishedTables.QUALITY)) {
            if (row.getString("file").equals(file)) {
                return row;
            }
        }
        throw new AssertionError("no quality of " + file);
    }
}
