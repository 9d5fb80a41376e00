package org.vigie.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.jobs.settings.Workspace;

class RunLockTest {

    @TempDir
    Path folder;

    /** Another process that asks for the lock and says whether it got it. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                System.out.print(channel.tryLock() == null ? "busy" : "free");
            }
        }
    }

    @Test
    void isGivenBackWhenTheWorkEndsHoweverItEnds() {
        Workspace workspace = new Workspace(folder);

        assertThatThrownBy(() -> RunLock.holding(workspace, () -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(RunLock.holding(workspace, () -> "done")).isEqualTo("done");
    }

    /** 11 of the trade's list, asked of Mozilla's pipelines: a backfill and a scheduled run cannot overwrite each other. */
    @Test
    @Tag("issue-derived")
    void aSecondRunOfThisProcessIsTurnedAwayAndDoesNotGiveTheLockAway() {
        Workspace workspace = new Workspace(folder);

        String seenByOthers = RunLock.holding(workspace, () -> {
            assertThatThrownBy(() -> RunLock.holding(workspace, () -> "never")).isInstanceOf(WorkspaceBusy.class);
            return ask();
        });

        assertThat(seenByOthers).isEqualTo("busy");
        assertThat(ask()).isEqualTo("free");
    }

    private String ask() {
        try {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            Path.of("target", "test-classes").toString(),
                            Asking.class.getName(),
                            folder.resolve("state/lock").toString())
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            other.waitFor();
            return said;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
