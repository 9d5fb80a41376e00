package org.vigie.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.detect.Settings;
import org.vigie.jobs.cli.scan.ScanFile;
import org.vigie.jobs.cli.scan.ScanInput;
import org.vigie.jobs.cli.scan.ScanMethod;
import org.vigie.jobs.cli.scan.ScanMethods;
import org.vigie.jobs.cli.scan.ScanPlan;
import org.vigie.jobs.cli.scan.ScanResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie scan}: any spatial method on CSV. Starts no Spark. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 120,
        description = {
            "Looks for groups of neighbouring sites whose facts have multiplied in the newest periods.",
            "",
            "SITES is a CSV (.gz too) with a header: site and x, y (metres) or lon, lat (degrees); optionally dwellings,"
                    + " population, neighbourhood.",
            "COUNTS is a CSV: site, t (1, 2, 3... or 2026-W43 or the date of a Monday), count; optionally baseline,"
                    + " the expected count. Without baseline one is estimated. A site and period without a row has had"
                    + " no fact. Windows end with the last t.",
            "",
            "OUT is JSON: statistic, p_value, recurrence_weeks, clusters [{sites, start, end, observed, expected,"
                    + " relative_risk, llr, p_value}]; methods that judge every site write rows [{site, t, z, p_value,"
                    + " class}] instead.",
            ""
        },
        footerHeading = "%nMethods and their settings (usual value in brackets):%n",
        footer = {
            "  vigie        evidence averaged over groups, durations and rises, against a baseline that all sites share;",
            "      its p-value tells how rare such evidence was in the city's own past. Vigie's own.",
            "      k (15), max-duration (8); replicates (999) and seed (1) serve where the past is too short:",
            "      quiet weeks are drawn instead. Wants a year of history or more.",
            "  eb-poisson, pb-poisson, permutation   the classical space-time scans, for comparison: windows of counts",
            "      above the baseline, above the others' share, above the margins. k (15), max-duration (8), replicates (999),",
            "      seed (1). Their p-values take counts for Poisson and fire too often on unsteady ones.",
            "  kulldorff    the spatial scan of SaTScan, all periods together. share of the population in a circle (0.5),",
            "      replicates (999), seed (1).",
            "  gi-star, emerging   Getis-Ord Gi* of every site and period, and the class of its trend. k (15), lag = earlier",
            "      periods that count as neighbours (0; emerging 1).",
            "  k = neighbours of a site, itself included; max-duration = longest window, in periods.",
            "",
            "Examples:",
            "  vigie scan --method vigie --sites sites.csv --counts counts.csv --out hotspots.json",
            "  vigie scan --method vigie --sites sites.csv --counts counts.csv.gz --out hotspots.json \\",
            "      --set k=20 --set max-duration=6",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong options or settings, 3 files that cannot be read."
        })
public final class ScanCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--method", required = true, paramLabel = "NAME", description = "Spatial method, see below.")
    private String method = "";

    @Option(names = "--sites", required = true, paramLabel = "SITES", description = "CSV of sites.")
    private Path sites = Path.of("");

    @Option(names = "--counts", required = true, paramLabel = "COUNTS", description = "CSV of counts.")
    private Path counts = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "JSON to write.")
    private Path out = Path.of("");

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "One setting of the method.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Override
    public Integer call() {
        try {
            scan();
            return Vigie.DONE;
        } catch (DetectProblem e) {
            return say(e.getMessage() == null ? "failed" : e.getMessage(), e.exitCode());
        } catch (IOException e) {
            return say(out + ": cannot be written: " + e, Vigie.FAILED);
        }
    }

    private void scan() throws IOException {
        ScanMethod.Scanner scanner =
                ScanMethods.standard().named(method, Settings.none().with(overrides));
        requireFolderOf(out);
        ScanPlan plan = ScanInput.read(sites, counts);
        note("scanning " + plan.sites().size() + " sites x " + plan.periods() + " periods");
        ScanFile.write(result(scanner, plan), out);
    }

    private ScanResult result(ScanMethod.Scanner scanner, ScanPlan plan) {
        try {
            return scanner.scan(plan);
        } catch (IllegalArgumentException e) {
            throw DetectProblem.unreadable(counts + ": method " + method + " " + e.getMessage());
        }
    }

    private static void requireFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw DetectProblem.wrongSettings("--out " + file + ": no such folder, or a folder itself");
        }
    }

    private void note(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("vigie scan: " + line);
        err.flush();
    }

    private int say(String line, int exitCode) {
        note(line);
        return exitCode;
    }
}
