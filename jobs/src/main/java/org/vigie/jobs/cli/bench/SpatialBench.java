package org.vigie.jobs.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.detect.Settings;
import org.vigie.jobs.cli.scan.ScanMethod;
import org.vigie.jobs.cli.scan.ScanMethods;
import org.vigie.jobs.cli.scan.ScanPlan;
import org.vigie.jobs.cli.scan.ScanResult;
import org.vigie.jobs.cli.scan.ScanResult.Clusters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scans every city of a labelled benchmark and writes what its scorer reads. */
@Command(
        name = "spatial",
        sortOptions = false,
        usageHelpWidth = 120,
        mixinStandardHelpOptions = true,
        description = {
            "Scans simulated cities, with and without a hotspot, by a method of vigie scan.",
            "DIR holds sites.csv.gz (scenario, site, x, y, dwellings, neighbourhood) and counts_sNN.csv.gz (rep, label,"
                    + " site, weeks_base62); labels and true means are not read.",
            "The file written has scenario, rep, statistic, p_value, sites: one row per city.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./vigie bench spatial --data bench/spatial --method vigie --out results.csv",
            "  python3 bench/spatial/score.py results.csv     alarms, hits, precision, false positives"
        })
final class SpatialBench extends Benchmark {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of the benchmark.")
    private Path data = Path.of("");

    @Option(names = "--method", paramLabel = "NAME", description = "Method of vigie scan (default: vigie).")
    private String method = "vigie";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV to write.")
    private Path out = Path.of("");

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "One setting of the method.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    private record Judged(SpatialCity city, Clusters found) {}

    @Override
    BenchReport measure() throws IOException {
        try {
            return judgeAll(ScanMethods.standard().named(method, Settings.none().with(overrides)));
        } catch (DetectProblem e) {
            throw new ParameterException(command.commandLine(), "vigie bench spatial: " + e.getMessage(), e);
        }
    }

    private BenchReport judgeAll(ScanMethod.Scanner scanner) throws IOException {
        require(Files.isRegularFile(data.resolve("sites.csv.gz")), "--data " + data + ": no sites.csv.gz in it");
        List<String> lines = new ArrayList<>(List.of("scenario,rep,statistic,p_value,sites"));
        SpatialCities cities = SpatialCities.of(data);
        long low = 0;
        long start = System.nanoTime();
        for (int scenario : cities.scenarios()) {
            say("spatial: scenario " + scenario);
            List<SpatialCity> all = cities.read(scenario);
            Judged[] judged = new Judged[all.size()];
            IntStream.range(0, judged.length)
                    .parallel()
                    .forEach(i -> judged[i] =
                            new Judged(all.get(i), clusters(scanner, all.get(i).plan())));
            for (Judged one : judged) {
                lines.add(line(one));
                low += one.found().pValue().orElse(1) <= .05 ? 1 : 0;
            }
        }
        Files.write(out, lines);
        long judged = lines.size() - 1L;
        return new BenchReport("spatial")
                .count("cities", judged, "cities scanned")
                .count("p_at_most_05", low, "with p <= .05")
                .figure(
                        "s_per_city",
                        (System.nanoTime() - start) / 1e9 / judged,
                        "time per city, history included",
                        "s");
    }

    private Clusters clusters(ScanMethod.Scanner scanner, ScanPlan plan) {
        if (scanner.scan(plan, ScanMethod.Watch.NOBODY) instanceof ScanResult.Clusters clusters) {
            return clusters;
        }
        throw new IllegalArgumentException("method " + method + " names no clusters");
    }

    private static String line(Judged judged) {
        Clusters found = judged.found();
        String sites = found.clusters().isEmpty()
                ? ""
                : String.join(" ", found.clusters().get(0).sites());
        String p = found.pValue().isPresent() ? Double.toString(found.pValue().getAsDouble()) : "";
        return judged.city().scenario() + "," + judged.city().rep() + "," + found.statistic() + "," + p + "," + sites;
    }
}
