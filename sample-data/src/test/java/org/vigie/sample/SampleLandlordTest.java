package org.vigie.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;

class SampleLandlordTest {

    private static final IsoWeek LAST = IsoWeek.parse("2026-W43");

    @TempDir
    Path folder;

    private Path written(String name, long seed) throws IOException {
        Path top = folder.resolve(name);
        SampleLandlord.write(top, new SampleSettings(40, 70, seed, LAST));
        return top;
    }

    @Test
    void equalSeedsGiveEqualBytesAndOthersDoNot() throws IOException {
        Path one = written("one", 7);
        Path same = written("same", 7);
        Path other = written("other", 8);

        for (Path file : CommittedSampleTest.files(one)) {
            Path name = one.relativize(file);
            assertThat(same.resolve(name)).hasSameBinaryContentAs(file);
            boolean chance = Stream.of("vigie.yaml", "mapping", "calendrier")
                    .noneMatch(steady -> name.getFileName().toString().startsWith(steady));
            if (chance) {
                assertThat(Files.readAllBytes(other.resolve(name)))
                        .as("%s", name)
                        .isNotEqualTo(Files.readAllBytes(file));
            }
        }
        assertThat(CommittedSampleTest.files(same)).hasSameSizeAs(CommittedSampleTest.files(one));
    }

    @Test
    void theTruthLiesBesideTheInboxAndNeverInside() throws IOException {
        Path top = written("beside", 1);

        assertThat(top.resolve("truth.csv")).isNotEmptyFile();
        List<Path> inside = CommittedSampleTest.files(top.resolve("inbox"));
        assertThat(inside).noneMatch(file -> file.toString().contains("truth"));
    }

    @Test
    void aLongHistoryCrossesAWeek53() throws IOException {
        Path top = folder.resolve("long");
        SampleLandlord.write(top, new SampleSettings(40, 320, 5, LAST));

        Export presence = Export.read(top.resolve("inbox/presence_2020.csv.gz"));
        assertThat(presence.rows()).anyMatch(row -> row.get("semaine").equals("2020-W53"));
        Export incidents = Export.read(top.resolve("inbox/incidents_2020.csv.gz"));
        assertThat(incidents.rows()).isNotEmpty();
    }

    @Test
    void leavesAFolderAloneThatHoldsSomething() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleLandlord.write(folder, SampleSettings.DEFAULT))
                .withMessageContaining("absent or empty");
        assertThat(folder).isDirectoryNotContaining("glob:**/inbox");
    }

    @Test
    void settingsNameTheRuleTheyBreak() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleSettings(39, 209, 1, LAST))
                .withMessage("sites must be 40 to 5000, not 39");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleSettings(150, 52, 1, LAST))
                .withMessage("weeks must be 53 to 1043, not 52");
    }
}
