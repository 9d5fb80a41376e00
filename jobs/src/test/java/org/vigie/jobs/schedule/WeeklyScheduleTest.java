package org.vigie.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.cli.Vigie;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.SettingsException;
import org.vigie.jobs.settings.Workspace;
import org.vigie.sample.SampleLandlord;
import org.vigie.sample.SampleSettings;

class WeeklyScheduleTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<Duration> SHORT = List.of(Duration.ofMillis(200), Duration.ofMillis(400));

    @TempDir
    Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void recoversTheWeekOfAKilledFiringThenPublishesTheNewestAndLeavesItUnchanged() throws Exception {
        Workspace workspace = sample("0/2 * * * * ?");
        Process killed = vigie(workspace, "killed.txt");
        try {
            await(() -> Files.exists(workspace.state().resolve("scratch")), killed);

            Process second = vigie(workspace, "second.txt");

            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(Vigie.FAILED);
            assertThat(Files.readAllLines(folder.resolve("second.txt")))
                    .singleElement()
                    .asString()
                    .contains("un autre ./vigie schedule veille sur " + workspace.root());
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(workspace.published())
                .satisfiesAnyOf(
                        published -> assertThat(published).doesNotExist(),
                        published -> assertThat(published).isEmptyDirectory());
        Instant meant = Instant.now().minus(Duration.ofDays(21));
        letTheFiringBeMeantFor(meant, workspace);

        try (WeeklySchedule schedule = start(workspace, SHORT)) {
            assertThat(schedule).isNotNull();
            List<String> firings = List.of(next(), next(), next());

            String recovered = lastEnded(meant).toString();
            String newest = lastEnded(Instant.now()).toString();
            assertThat(firings)
                    .filteredOn(line -> line.contains(recovered + " publiée"))
                    .hasSize(1);
            assertThat(firings)
                    .filteredOn(line -> line.contains(newest + " publiée"))
                    .hasSize(1);
            assertThat(firings)
                    .filteredOn(line -> line.contains("rien n’a changé"))
                    .hasSize(1);
            assertThat(workspace.published().resolve(recovered).resolve("pages/index.html"))
                    .exists();
            assertThat(workspace.published().resolve(newest).resolve("pages/index.html"))
                    .exists();
        }
    }

    @Test
    void tellsARefusedRunInOneLineAndTriesItAgainAFewTimesOnly() throws Exception {
        Workspace workspace = sample(onceIn(Duration.ofSeconds(4)));
        deleteInbox(workspace);

        try (WeeklySchedule schedule = start(workspace, SHORT)) {
            assertThat(schedule).isNotNull();
            String week = lastEnded(Instant.now()).toString();
            assertThat(next()).contains(week + " n’est pas publiée", "Nouvel essai (1 sur 2)");
            assertThat(next()).contains(week + " n’est pas publiée", "Nouvel essai (2 sur 2)");
            assertThat(next()).contains(week + " n’est pas publiée", "Plus de nouvel essai");
            assertThat(told.poll(3, TimeUnit.SECONDS)).isNull();
        }
        assertThat(workspace.published().resolve(lastEnded(Instant.now()).toString()))
                .doesNotExist();
    }

    @Test
    void catchesUpOnceOnWhatWasMissedAndReplacesAChangedCron() throws Exception {
        Workspace workspace = sample("0 0 5 ? * MON");
        deleteInbox(workspace);
        start(workspace, List.of()).close();
        assertThat(triggers(workspace)).containsExactly("0 0 5 ? * MON Europe/Paris");
        Instant missed = Instant.now().minus(Duration.ofDays(70));
        execute(workspace, "UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = " + missed.toEpochMilli());

        try (WeeklySchedule schedule = start(workspace, List.of())) {
            assertThat(schedule).isNotNull();
            assertThat(next()).contains(lastEnded(Instant.now()).toString(), "n’est pas publiée");
            assertThat(told.poll(3, TimeUnit.SECONDS)).isNull();
        }

        rewrite(workspace, "0 30 6 ? * TUE");
        start(workspace, List.of()).close();
        assertThat(triggers(workspace)).containsExactly("0 30 6 ? * TUE Europe/Paris");
    }

    @Test
    void refusesACronThatCannotBeReadOrNeverComes() throws Exception {
        Workspace workspace = sample("every Monday");

        assertThat(Vigie.commandLine().execute("schedule", workspace.root().toString()))
                .isEqualTo(Vigie.WRONG_USAGE);
        assertThatThrownBy(() -> start(workspace, SHORT))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("schedule.weekly", "every Monday", "0 0 5 ? * MON");
        rewrite(workspace, "0 0 5 1 1 ? 2020");
        assertThatThrownBy(() -> start(workspace, SHORT))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("never comes again");
    }

    /** Starts, and takes the three opening lines. */
    private WeeklySchedule start(Workspace workspace, List<Duration> retryDelays) throws InterruptedException {
        told.clear();
        WeeklySchedule schedule =
                WeeklySchedule.start(workspace, Settings.read(workspace.root()), retryDelays, told::add);
        assertThat(told.take()).contains(workspace.root().toString(), "Europe/Paris");
        assertThat(told.take()).containsAnyOf("Prochain passage", "manqué");
        assertThat(told.take()).contains("Ctrl-C");
        return schedule;
    }

    private String next() throws InterruptedException {
        String line = told.poll(180, TimeUnit.SECONDS);
        assertThat(line).as("the next line of the schedule").isNotNull();
        return String.valueOf(line);
    }

    private Workspace sample(String cron) throws IOException {
        Workspace workspace = new Workspace(folder.resolve("landlord"));
        IsoWeek lastWeek = lastEnded(Instant.now());
        SampleLandlord.write(workspace.root(), new SampleSettings(40, 60, 3, lastWeek));
        rewrite(workspace, cron);
        return workspace;
    }

    private static void rewrite(Workspace workspace, String cron) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(workspace.settingsFile()));
        lines.removeIf(line -> line.startsWith("schedule:"));
        lines.add("schedule: { weekly: \"" + cron + "\" }");
        Files.write(workspace.settingsFile(), lines);
    }

    private static void deleteInbox(Workspace workspace) throws IOException {
        try (var files = Files.list(workspace.inbox())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String onceIn(Duration delay) {
        return ZonedDateTime.now(PARIS).plus(delay).format(DateTimeFormatter.ofPattern("s m H d M '?' uuuu"));
    }

    private static IsoWeek lastEnded(Instant now) {
        return IsoWeek.of(now.atZone(PARIS).toLocalDate()).plusWeeks(-1);
    }

    private Process vigie(Workspace workspace, String output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@src/main/launcher/jvm.options",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Vigie.class.getName(),
                        "schedule",
                        workspace.root().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile())
                .start();
    }

    private void await(java.util.function.BooleanSupplier seen, Process process) throws Exception {
        Instant end = Instant.now().plusSeconds(90);
        while (!seen.getAsBoolean()) {
            assertThat(process.isAlive() && Instant.now().isBefore(end))
                    .as(() -> "the schedule is at work; it said " + said())
                    .isTrue();
            Thread.sleep(50);
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("killed.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** As if the killed process had fired then, and the machine had been off since. */
    private static void letTheFiringBeMeantFor(Instant meant, Workspace workspace) throws SQLException {
        int changed = execute(
                workspace,
                "UPDATE QRTZ_FIRED_TRIGGERS SET SCHED_TIME = " + meant.toEpochMilli() + " WHERE STATE = 'EXECUTING'");
        assertThat(changed).as("firings stored as begun and not ended").isEqualTo(1);
    }

    private static Connection store(Workspace workspace) throws SQLException {
        Path file = workspace.state().resolve("schedule").resolve("quartz");
        return DriverManager.getConnection("jdbc:h2:file:" + file, "vigie", "");
    }

    private static int execute(Workspace workspace, String sql) throws SQLException {
        try (Connection connection = store(workspace);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static List<String> triggers(Workspace workspace) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = store(workspace);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT CRON_EXPRESSION, TIME_ZONE_ID FROM QRTZ_CRON_TRIGGERS")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return found;
    }
}
