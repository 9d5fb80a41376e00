package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.jobs.cli.CommandLineRun.vigie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Spatial methods from the command line. The statistics asked for are those of the R package scanstatistics 1.0.2 on the
 * same simulated sites and counts (eb-poisson, pb-poisson over 8 weeks; permutation over 12).
 */
class ScanCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "eb-poisson, 8, 21.330381626280996, 2 4 5 10 28 48, .001",
        "pb-poisson, 8, 22.730708226246811, 2 4 5 10 28 48, .001",
        "permutation, 12, 5.2612357243894401, 2 4 5 10 28 48, .026"
    })
    void findsWhatTheReferenceFinds(String method, int duration, double statistic, String sites, double pValue)
            throws IOException {
        JsonNode found = scan(method, "k=12", "max-duration=" + duration);

        assertThat(found.path("statistic").asDouble()).isCloseTo(statistic, within(1e-9 * statistic));
        List<String> named = new ArrayList<>();
        found.path("clusters").path(0).path("sites").forEach(site -> named.add(site.asText()));
        assertThat(named).containsExactlyInAnyOrder(sites.split(" "));
        double error = 3 * Math.sqrt(pValue * (1 - pValue) / 999);
        assertThat(found.path("p_value").asDouble()).isCloseTo(pValue, within(Math.max(error, 1e-9)));
    }

    @Test
    void everySubsetOfTheNearestHoldsTheNearestThemselves() throws IOException {
        JsonNode nearest = scan("eb-poisson", "k=12", "replicates=0");
        JsonNode any = scan("eb-poisson", "k=12", "replicates=99", "subset=ltss");

        // the six sites of the tension are the best of all subsets, too
        assertThat(any.path("statistic")).isEqualTo(nearest.path("statistic"));
        assertThat(any.path("p_value").asDouble()).isEqualTo(.01);
        assertThat(scan("eb-poisson", "k=60", "replicates=0", "subset=ltss")
                        .path("statistic")
                        .asDouble())
                .isGreaterThan(nearest.path("statistic").asDouble() + 1);
        assertThat(run("eb-poisson", "subset=all").err()).contains("one of ltss, nearest");
        assertThat(run("permutation", "subset=ltss").exitCode()).isEqualTo(2);
    }

    @Test
    void whereNobodyWatchesOneLineIsSaid() {
        assertThat(run("eb-poisson", "replicates=99").err().lines())
                .containsExactly("vigie scan: scanning 60 sites x 12 periods");
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        assertThat(scan("eb-poisson", "replicates=99")).isEqualTo(scan("eb-poisson", "replicates=99"));
        assertThat(scan("permutation", "replicates=99")).isNotEqualTo(scan("permutation", "replicates=99", "seed=2"));
    }

    @Test
    void kulldorffTakesAllPeriodsTogether() throws IOException {
        JsonNode best = scan("kulldorff", "replicates=99").path("clusters").path(0);

        assertThat(best.path("observed").asDouble())
                .isGreaterThan(best.path("expected").asDouble());
        assertThat(best.path("start").asText()).isEqualTo("1");
        assertThat(best.path("relative_risk").asDouble()).isGreaterThan(1);
    }

    @Test
    void vigieNamesTheSitesOfTheTension() throws IOException {
        JsonNode found = scan("vigie");

        assertThat(found.path("p_value").asDouble()).isLessThan(.05);
        assertThat(found.path("clusters").path(0).path("sites")).isNotEmpty();
    }

    @Test
    void everySiteAndPeriodHasItsDeviateAndItsClass() throws IOException {
        JsonNode rows = scan("emerging", "k=7").path("rows");

        assertThat(rows).hasSize(60 * 12);
        assertThat(rows.path(0).path("class").asText()).isNotEmpty();
        assertThat(scan("gi-star", "k=7").path("rows").path(0).has("class")).isFalse();
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws IOException {
        CommandLineRun unknown = run("satscan");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("no such method", "eb-poisson", "gi-star");
        assertThat(run("kulldorff", "share=2").exitCode()).isEqualTo(2);
        assertThat(noTimes().err()).contains("no column t or week");

        Files.writeString(folder.resolve("counts.csv"), "t,site,count\n1,nowhere,3\n");
        CommandLineRun stranger = vigie(
                "scan",
                "--method",
                "eb-poisson",
                "--sites",
                resource("sim60_sites.csv"),
                "--counts",
                folder.resolve("counts.csv"),
                "--out",
                folder.resolve("out.json"));
        assertThat(stranger.exitCode()).isEqualTo(3);
        assertThat(stranger.err()).contains("nowhere").doesNotContain("\tat ");
    }

    private CommandLineRun noTimes() throws IOException {
        Path counts = Files.writeString(folder.resolve("counts.csv"), "site,count\n1,3\n");
        return vigie(
                "scan",
                "--method",
                "eb-poisson",
                "--sites",
                resource("sim60_sites.csv"),
                "--counts",
                counts,
                "--out",
                folder.resolve("out.json"));
    }

    private JsonNode scan(String method, String... settings) throws IOException {
        CommandLineRun run = run(method, settings);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(folder.resolve("out.json").toFile());
    }

    private CommandLineRun run(String method, String... settings) {
        List<Object> words = new ArrayList<>(List.of(
                "scan",
                "--method",
                method,
                "--sites",
                resource("sim60_sites.csv"),
                "--counts",
                resource("sim60_counts.csv"),
                "--out",
                folder.resolve("out.json")));
        for (String setting : settings) {
            words.add("--set");
            words.add(setting);
        }
        return vigie(words.toArray());
    }

    private static Path resource(String name) {
        try {
            return Path.of(java.util.Objects.requireNonNull(ScanCommandTest.class.getResource("/scan/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
