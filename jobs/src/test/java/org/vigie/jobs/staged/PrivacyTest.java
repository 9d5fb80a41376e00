package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedSettings;
import org.vigie.jobs.lake.Table;

/** What a comment says, and who is meant, goes no farther than the reader. */
class PrivacyTest {

    private static final String SENTINEL = "MadameSentinelle0612345678";

    @TempDir
    private Path folder;

    @Test
    void aCommentAppearsInNoRowAndInNoReject() {
        String csv = "num_incident;code_site;code_type;date_fait;canal;statut;commentaire\n"
                + "1;RES1;ENV_DIRT;14/10/2026;STAFF_LOG;CLOS;" + SENTINEL + "\n"
                + "2;RES1;ENV_DIRT;31/02/2026;STAFF_LOG;CLOS;" + SENTINEL + "\n"
                + "3;RES1;ENV_DIRT;14/10/2026;STAFF_LOG;" + SENTINEL + ";x\n"
                + "4;RES1;ENV_DIRT;14/10/2026;STAFF_LOG;CLOS;x;" + SENTINEL + "\n";

        TypedForTest file = TypedForTest.text(csv, Feed.INCIDENTS, folder);

        assertThat(file.counts()).isEqualTo(new TypedFile.Counts(4, 1, 3));
        assertThat(file.value(0, "comment_length")).isEqualTo(SENTINEL.length());
        assertThat(file.toString()).doesNotContain(SENTINEL);
        assertThat(file.rejects())
                .allSatisfy(reject -> assertThat(reject.row().toString()).doesNotContain(SENTINEL));
    }

    @Test
    void aCommentAppearsInNoErrorOfABrokenFile() {
        String csv = "num_incident;code_site;code_type;date_fait;canal;commentaire\n"
                + "1;RES1;ENV_DIRT;14/10/2026;STAFF_LOG;\"" + SENTINEL + "\n";

        Throwable error = catchThrowable(() -> TypedForTest.text(csv, Feed.INCIDENTS, folder));

        assertThat(error).hasStackTraceContaining("quotation mark");
        assertThat(stackOf(error)).doesNotContain(SENTINEL);
    }

    @Test
    void aCommentAppearsInNoErrorOfAFileWithoutHeader() {
        String row = "1;RES1;ENV_DIRT;14/10/2026;STAFF_LOG;locataire " + SENTINEL + "\n";

        Throwable error = catchThrowable(() -> TypedForTest.text(row + row, Feed.INCIDENTS, folder));

        assertThat(error).hasMessageContaining("column names are missing");
        assertThat(stackOf(error)).doesNotContain(SENTINEL);
    }

    @Test
    void aKeyMadeFromTheRowDoesNotDependOnTheComment() {
        String csv = "code_site;code_type;date_fait;canal;commentaire\n" + "RES1;ENV_DIRT;14/10/2026;STAFF_LOG;"
                + SENTINEL + "\nRES1;ENV_DIRT;14/10/2026;STAFF_LOG;\n";
        FeedSettings.Durations none = new FeedSettings.Durations(0, Map.of());
        FeedSettings hashed = new FeedSettings(
                "*", false, Map.of(), Map.of(), Map.of(), new FeedSettings.Key.OfWholeRow(), "", List.of(), none);

        TypedForTest file = TypedForTest.text(csv, Feed.INCIDENTS, folder, hashed);

        assertThat(file.column("fact_id"))
                .hasSize(2)
                .allMatch(id -> id.toString().matches("H[0-9A-F]{15}"));
        assertThat(file.value(0, "fact_id")).isEqualTo(file.value(1, "fact_id"));
    }

    @Test
    void noStagedTableHasAColumnAboutPersons() {
        for (Table table : StagedTables.all()) {
            assertThat(table.columns())
                    .extracting(column -> column.name().toLowerCase(Locale.ROOT))
                    .noneMatch(name -> name.matches(
                                    ".*(name|phone|mail|birth|tenant|comment|person|lease|token|complaint|floor).*")
                            && !List.of("comment_length", "tenants_told_on").contains(name));
        }
    }

    private static String stackOf(Throwable error) {
        java.io.StringWriter text = new java.io.StringWriter();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append(String.valueOf(cause)).append('\n');
        }
        return text.toString();
    }
}
