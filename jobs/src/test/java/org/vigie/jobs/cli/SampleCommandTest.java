package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void writesAWorkspaceAndSaysWhatComesNext() {
        Path out = folder.resolve("new");

        int exitCode = run("--out", out.toString(), "--sites", "40", "--weeks", "60", "--seed", "3");

        assertThat(exitCode).isZero();
        assertThat(out).isDirectoryContaining("glob:**/vigie.yaml").isDirectoryContaining("glob:**/truth.csv");
        assertThat(out.resolve("inbox/sites.csv")).isNotEmptyFile();
        assertThat(said.toString()).contains("./vigie run " + out);
    }

    @Test
    void noiseChangesTheFactsAndNotTheTruth() throws IOException {
        Path calm = folder.resolve("calm");
        Path noisy = folder.resolve("noisy");

        assertThat(run("--out", calm.toString(), "--sites", "40", "--weeks", "60"))
                .isZero();
        assertThat(run("--out", noisy.toString(), "--sites", "40", "--weeks", "60", "--noise", "DRIFT,BURSTS"))
                .isZero();
        assertThat(noisy.resolve("truth.csv")).hasSameBinaryContentAs(calm.resolve("truth.csv"));
        assertThat(noisy.resolve("inbox/sites.csv")).hasSameBinaryContentAs(calm.resolve("inbox/sites.csv"));
        assertThat(Files.readAllBytes(noisy.resolve("inbox/incidents_2026.csv")))
                .isNotEqualTo(Files.readAllBytes(calm.resolve("inbox/incidents_2026.csv")));
    }

    @Test
    void refusesAFolderThatHoldsSomethingAsWrongUsage() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");

        assertThat(run("--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("absent or empty");
        assertThat(folder).isDirectoryNotContaining("glob:**/inbox");
    }

    @Test
    void refusesSizesOutOfRangeAsWrongUsage() {
        assertThat(run("--out", folder.resolve("x").toString(), "--sites", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("sites must be 40 to 5000, not 3");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void failsInOneLineWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("--out", file.resolve("below").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be written").hasLineCount(1);
    }

    @Test
    void helpTeachesByExample() {
        assertThat(run("--help")).isZero();
        assertThat(said.toString()).contains("Examples:", "./vigie sample --out work/sample");
    }
}
