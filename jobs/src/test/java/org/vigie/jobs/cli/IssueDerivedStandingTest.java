package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;
import static org.vigie.jobs.cli.SmallLandlord.LAST_WEEK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.run.RunProgress;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;

/** What users of other tools asked for, about how a workspace stands; the numbers are those of the trade's list. */
@Tag("issue-derived")
class IssueDerivedStandingTest {

    private static final IsoWeek NEXT = LAST_WEEK.plusWeeks(1);

    /** Wednesday after the week that was published: the next one is not over. */
    private static final Instant IN_TIME = Instant.parse("2024-05-22T08:00:00Z");

    @TempDir
    static Path folder;

    private static SmallLandlord landlord;
    private static Workspace workspace;

    @BeforeAll
    static void publishAWeekInWhichOneFeedBringsTooLittle() {
        landlord = SmallLandlord.in(folder.resolve("landlord"));
        landlord.deliver("incivilites.csv", withoutTheLastWeek(busyIncivilities()));
        workspace = new Workspace(landlord.root());
        run(LAST_WEEK);
    }

    private static String busyIncivilities() {
        return landlord.incivilities(LocalDate.of(2023, 1, 2), LAST_WEEK.sunday())
                .lines()
                .flatMap(row -> row.startsWith("num")
                        ? java.util.stream.Stream.of(row)
                        : java.util.stream.IntStream.range(0, 20).mapToObj(copy -> "C" + copy + row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withoutTheLastWeek(String rows) {
        String lastWeek = ".*;2024-05-1[3-9];.*";
        return rows.lines().filter(row -> !row.matches(lastWeek)).collect(Collectors.joining("\n", "", "\n"));
    }

    /** 12, asked of Superset: fail closed, the earlier report stays, and the owner is told. */
    @Test
    void checkFailureNoReportPublishedThePreviousOneStaysWithANoticeAndTheOwnerIsTold() throws IOException {
        SmallLandlord broken = SmallLandlord.in(folder.resolve("broken"));
        FolderState.copy(landlord.root(), broken.root());
        Map<String, String> before = FolderState.of(broken.published(LAST_WEEK));
        String good = Files.readString(broken.inbox("incivilites.csv"));
        broken.deliver("incivilites.csv", good.replace("ENV_DUMPING", "MOT_INCONNU"));

        CommandLineRun refused = vigie("run", broken.root(), "--week", NEXT);

        assertThat(refused.exitCode()).isEqualTo(Vigie.DATA_REFUSED);
        assertThat(broken.published(NEXT)).doesNotExist();
        assertThat(FolderState.of(broken.published(LAST_WEEK))).isEqualTo(before);
        assertThat(broken.root().resolve("published/latest")).hasContent(LAST_WEEK.toString());
        String why = plain(refused.err()).strip().substring("vigie: ".length());
        assertThat(broken.root().resolve("published/notice.html"))
                .content()
                .contains("Le dernier rapport publié reste valable", "incivilities");
        CommandLineRun doctor = vigie("doctor", broken.root());
        assertThat(doctor.exitCode()).isEqualTo(Vigie.FAILED);
        assertThat(plain(doctor.out())).contains("Les données seraient refusées : " + why);
        assertThat(vigie("status", broken.root()).out()).contains("données reçues ont été refusées");
    }

    /** 13, asked of Airflow: told when a run that was expected did not come. */
    @Test
    void expectedByTimePassedWithNoRunIsToldAndEndsWithAnError() {
        CommandLineRun late = vigie("doctor", workspace.root());

        assertThat(late.exitCode()).as("weeks have passed since").isEqualTo(Vigie.FAILED);
        assertThat(plain(late.out()))
                .contains(" était attendue avant ", " et n’est pas publiée : lancer « ./vigie run " + workspace.root());
        assertThat(vigie("status", workspace.root()).exitCode())
                .as("status tells, doctor fails")
                .isZero();

        Instant beforeTheGraceEnds = Instant.parse("2024-05-27T06:59:00Z");
        Instant after = Instant.parse("2024-05-27T07:01:00Z");
        assertThat(troubles(IN_TIME)).noneMatch(line -> line.contains("était attendue"));
        assertThat(troubles(beforeTheGraceEnds)).noneMatch(line -> line.contains("était attendue"));
        assertThat(troubles(after))
                .filteredOn(line -> line.contains("était attendue"))
                .singleElement()
                .asString()
                .startsWith("La semaine " + NEXT + " était attendue avant lundi 27 mai 2024 à 09:00");
    }

    /** 15, asked of Deequ: a volume check that says what it expected and what it saw. */
    @Test
    void volumeCheckPrintsTheExpectedIntervalAndTheObservedCountOfEachFeed() throws IOException {
        var volumes = ParquetTables.read(landlord.published(LAST_WEEK), PublishedTables.VOLUMES);
        assertThat(volumes.stringColumn("feed").asList()).containsExactly("incidents", "incivilities");
        assertThat(volumes.stringColumn("state").asList()).containsExactly("HABITUEL", "EN_DESSOUS");
        assertThat(volumes.intColumn("observed").getInt(1)).isZero();
        int low = volumes.intColumn("low").getInt(1);
        int high = volumes.intColumn("high").getInt(1);
        assertThat(low).isPositive().isLessThan(28);
        assertThat(high).isGreaterThan(28);

        String interval = low + " à " + high + " attendues";
        assertThat(plain(vigie("status", workspace.root()).out()))
                .contains("incivilities : 1 fichier", "aucune ligne cette semaine, moins que les " + interval)
                .containsPattern(
                        "incidents : 1 fichier ; en retard \\(8 jours .*\\) ; aucune ligne cette semaine, 0 à \\d attendues");
        assertThat(troubles(IN_TIME))
                .filteredOn(line -> line.startsWith("Volume"))
                .singleElement()
                .asString()
                .contains("Volume inhabituel du flux incivilities : aucune ligne cette semaine", interval);
        String page = Files.readString(landlord.published(LAST_WEEK).resolve("pages/index.html"));
        assertThat(plain(page)).contains("aucune ligne cette semaine, entre " + low + " et " + high + " attendues");
    }

    private static List<String> troubles(Instant now) {
        return new Diagnosis(workspace, Settings.read(workspace.root()), now)
                .troubles().stream().map(IssueDerivedStandingTest::plain).toList();
    }

    private static void run(IsoWeek week) {
        new WeeklyRun(workspace, Settings.read(workspace.root()), new RunProgress(stage -> {}))
                .run(List.of(week), IN_TIME);
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}
