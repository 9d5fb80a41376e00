package org.vigie.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.settings.Workspace;

class PublicationTest {

    private static final IsoWeek WEEK = IsoWeek.of(2026, 43);
    private static final IsoWeek EARLIER = IsoWeek.of(2026, 42);

    @TempDir
    Path folder;

    private Publication publication;
    private Path published;

    @BeforeEach
    void emptyWorkspace() {
        publication = new Publication(new Workspace(folder));
        published = folder.resolve("published");
    }

    @Test
    void aWeekBeingBuiltIsNotPublished() throws IOException {
        write(publication.begin(WEEK), "first");

        assertThat(publication.weeks()).isEmpty();
        assertThat(publication.latest()).isEmpty();
        publication.commit(WEEK);
        assertThat(publication.weeks()).containsExactly(WEEK);
        assertThat(publication.latest()).contains(WEEK);
        assertThat(content(published.resolve("2026-W43"))).isEqualTo("first");
    }

    @Test
    void latestNeverMovesBack() throws IOException {
        publish(WEEK, "new");
        publish(EARLIER, "old");

        assertThat(publication.latest()).contains(WEEK);
        assertThat(publication.weeks()).containsExactly(EARLIER, WEEK);
    }

    @Test
    void supersededRevisionsAreNumbered() throws IOException {
        for (int revision = 1; revision <= 12; revision++) {
            publish(WEEK, "revision " + revision);
        }

        assertThat(content(published.resolve("2026-W43"))).isEqualTo("revision 12");
        for (int revision = 1; revision <= 11; revision++) {
            assertThat(content(published.resolve(".superseded/2026-W43/" + revision)))
                    .isEqualTo("revision " + revision);
        }
    }

    @Test
    void aCrashBeforeTheWeekWasCompleteLeavesTheEarlierRevision() throws IOException {
        publish(WEEK, "first");
        write(publication.begin(WEEK), "half of the second");

        publication.finishInterrupted();

        assertThat(content(published.resolve("2026-W43"))).isEqualTo("first");
        assertThat(published.resolve(".building")).doesNotExist();
    }

    @Test
    void aCrashBetweenTheTwoMovesIsFinishedByTheNextCommand() throws IOException {
        publish(WEEK, "first");
        write(Files.createDirectories(published.resolve(".ready/2026-W43")), "second");
        Files.createDirectories(published.resolve(".superseded/2026-W43"));
        Files.move(published.resolve("2026-W43"), published.resolve(".superseded/2026-W43/1"));

        publication.finishInterrupted();

        assertThat(content(published.resolve("2026-W43"))).isEqualTo("second");
        assertThat(content(published.resolve(".superseded/2026-W43/1"))).isEqualTo("first");
        assertThat(published.resolve(".superseded/2026-W43/2")).doesNotExist();
    }

    @Test
    void aCrashBeforeTheFirstMoveIsFinishedByTheNextCommand() throws IOException {
        publish(WEEK, "first");
        write(Files.createDirectories(published.resolve(".ready/2026-W43")), "second");

        publication.finishInterrupted();

        assertThat(content(published.resolve("2026-W43"))).isEqualTo("second");
        assertThat(content(published.resolve(".superseded/2026-W43/1"))).isEqualTo("first");
    }

    @Test
    void aCrashBeforeLatestWasWrittenIsFinishedByTheNextCommand() throws IOException {
        publish(EARLIER, "old");
        write(Files.createDirectories(published.resolve("2026-W43")), "new");

        publication.finishInterrupted();

        assertThat(publication.latest()).contains(WEEK);
    }

    @Test
    void theNoticeEscapesWhatItQuotes() throws IOException {
        publication.putNotice("Habitat & <fils>", "\"x\" <script>");

        assertThat(Files.readString(published.resolve("notice.html")))
                .contains("Habitat &amp; &lt;fils&gt;", "&quot;x&quot; &lt;script&gt;")
                .doesNotContain("<script");
        publication.clearNotice();
        assertThat(published.resolve("notice.html")).doesNotExist();
    }

    private void publish(IsoWeek week, String content) throws IOException {
        write(publication.begin(week), content);
        publication.commit(week);
    }

    private static void write(Path folder, String content) throws IOException {
        Files.writeString(folder.resolve("content"), content);
    }

    private static String content(Path folder) throws IOException {
        return Files.readString(folder.resolve("content"));
    }
}
