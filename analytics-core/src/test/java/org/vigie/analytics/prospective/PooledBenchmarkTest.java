package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the labelled benchmark of the issue asks of the pooled detector, measured by its own scorer. */
class PooledBenchmarkTest {

    /** Columns of the scorer's file. */
    private static final int MODE = 2;

    private static final int FALSE_POSITIVE_RATE = 3;
    private static final int DETECTED = 4;
    private static final int DETECTED_IN_FOUR_WEEKS = 6;
    private static final int FALSE_POSITIVE_RATE_IN_NUISANCE = 14;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void findsMoreTensionsThanAnyAnchor() throws IOException, InterruptedException {
        Map<String, double[]> scores = scores("H");
        assertThat(scores.get("fpr0.01")[DETECTED]).isGreaterThanOrEqualTo(.50);
        assertThat(scores.get("fpr0.02")[DETECTED]).isGreaterThanOrEqualTo(.60);
        assertThat(scores.get("op0.01")[DETECTED]).isGreaterThanOrEqualTo(.58);
        assertThat(scores.get("fpr0.01")[DETECTED_IN_FOUR_WEEKS]).isGreaterThan(.1423);
        assertThat(scores.get("native")[FALSE_POSITIVE_RATE]).isBetween(.003, .01);
        assertThat(scores.get("native")[FALSE_POSITIVE_RATE_IN_NUISANCE]).isLessThanOrEqualTo(.03);
    }

    @Test
    void isNoWorseThanFarringtonFlexibleOnItsOwnScenarios() throws IOException, InterruptedException {
        Map<String, double[]> scores = scores("N");
        assertThat(scores.get("fpr0.01")[DETECTED]).isGreaterThanOrEqualTo(.5286);
        assertThat(scores.get("fpr0.02")[DETECTED]).isGreaterThanOrEqualTo(.5905);
    }

    private Map<String, double[]> scores(String part) throws IOException, InterruptedException {
        Optional<Path> shared = PooledBenchmark.folder();
        assumeTrue(shared.isPresent(), "skipped: no ../shared");
        assumeTrue(runs(List.of("python3", "--version")), "skipped: no python3");
        Path alarms = folder.resolve("alarms.csv");
        Path scored = folder.resolve("scores.csv");
        PooledBenchmark.judge(shared.get(), alarms, part);
        String series = shared.get().resolve("series.csv.gz").toString();
        String meta = shared.get().resolve("meta.csv").toString();
        String scorer = shared.get().resolve("score.py").toString();
        assertThat(runs(List.of(
                        "python3",
                        scorer,
                        series,
                        meta,
                        alarms.toString(),
                        "--part",
                        part,
                        "--csv",
                        scored.toString())))
                .isTrue();
        List<String> lines = Files.readAllLines(scored);
        System.out.println(String.join(System.lineSeparator(), lines));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[MODE], cells -> {
                    double[] numbers = new double[cells.length];
                    for (int cell = FALSE_POSITIVE_RATE; cell < cells.length; cell++) {
                        numbers[cell] = Double.parseDouble(cells[cell].replace("nan", "NaN"));
                    }
                    return numbers;
                }));
    }

    private boolean runs(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log.txt").toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
