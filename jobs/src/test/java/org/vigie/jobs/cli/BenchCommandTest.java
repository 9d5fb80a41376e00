package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {

    @Test
    void farringtonEndsWithItsFiguresAsJson() throws IOException {
        JsonNode figures = figures(vigie("bench", "farrington", "--series", 4, "--weeks", 3, "--rounds", 2));

        assertThat(figures.get("cpu_us_per_series_week").asDouble()).isPositive();
        assertThat(figures.get("ratio_to_r").asDouble()
                        * figures.get("cpu_us_per_series_week").asDouble())
                .isBetween(12_200 * .99, 12_200 * 1.01);
        assertThat(figures.get("bytes_per_evaluation").asDouble()).isPositive();
    }

    @Test
    void pooledJudgesEverySeriesOnce() throws IOException {
        JsonNode figures =
                figures(vigie("bench", "pooled", "--sites", 30, "--families", 2, "--weeks", 60, "--agency-sites", 10));

        assertThat(figures.get("series_weeks").asInt()).isEqualTo(60);
        assertThat(figures.get("cpu_us_per_series_week").asDouble()).isPositive();
        assertThat(figures.get("cpu_s").asDouble())
                .isLessThan(figures.get("cpu_s_with_simulation").asDouble());
    }

    @Test
    void pooledSaysTheSameWhateverTheThreads() throws IOException {
        List<Object> small = List.of("bench", "pooled", "--sites", 400, "--families", 1, "--weeks", 80, "--threads");
        Object[] one = Stream.concat(small.stream(), Stream.of(1)).toArray();
        Object[] three = Stream.concat(small.stream(), Stream.of(3)).toArray();

        JsonNode alone = figures(vigie(one));
        assertThat(alone.get("signals").asInt()).isPositive();
        assertThat(figures(vigie(three)).get("signals")).isEqualTo(alone.get("signals"));
    }

    @Test
    void pooledMeasuresTheSparkStage() throws IOException {
        JsonNode figures = figures(vigie(
                "bench", "pooled", "--spark", "--sites", 30, "--families", 2, "--weeks", 60, "--agency-sites", 10));

        assertThat(figures.get("series_weeks").asInt()).isEqualTo(30 * 4);
        assertThat(figures.get("cpu_s_per_million_series_weeks").asDouble()).isPositive();
    }

    @Test
    void scanSpeedMeasuresScansAndReplicates() throws IOException {
        JsonNode figures = figures(vigie("bench", "scan-speed", "--rounds", 1, "--most-sites", 500));

        assertThat(figures.get("ms_per_scan_500").asDouble()).isPositive();
        assertThat(figures.get("s_per_999_500").asDouble()).isPositive();
        assertThat(figures.get("ratio_to_eb_poisson_500").asDouble()).isPositive();
    }

    @Test
    void anUnknownNameIsWrongUsageAndNamesThoseThatExist() {
        CommandLineRun run = vigie("bench", "farington");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no benchmark farington").contains("farrington, pooled");
        assertThat(vigie("bench").exitCode()).isEqualTo(2);
    }

    @Test
    void anOptionOutOfRangeIsWrongUsage() {
        CommandLineRun run = vigie("bench", "pooled", "--weeks", 3);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--weeks must lie between 26 and 2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"farrington", "pooled"})
    void helpTeachesByExample(String name) {
        CommandLineRun run = vigie("bench", name, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Examples:").contains("./vigie bench " + name);
    }

    private static JsonNode figures(CommandLineRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSizeGreaterThan(3);
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }
}
