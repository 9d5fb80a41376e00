package org.vigie.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.detect.Progress;
import org.vigie.jobs.cli.detect.Settings;
import org.vigie.jobs.cli.scan.ScanFile;
import org.vigie.jobs.cli.scan.ScanInput;
import org.vigie.jobs.cli.scan.ScanMethod;
import org.vigie.jobs.cli.scan.ScanMethods;
import org.vigie.jobs.cli.scan.ScanPlan;
import org.vigie.jobs.cli.scan.ScanResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "      eb-poisson also subset nearest|ltss (nearest): ltss searches every subset of the k sites.",
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

    @Mixin
    private final MethodOptions options = new MethodOptions();

    @Option(names = "--sites", required = true, paramLabel = "SITES", description = "CSV of sites.")
    private Path sites = Path.of("");

    @Option(names = "--counts", required = true, paramLabel = "COUNTS", description = "CSV of counts.")
    private Path counts = Path.of("");

    @Override
    public Integer call() {
        return options.answer(this::scan);
    }

    private void scan() throws IOException {
        ScanMethod.Scanner scanner =
                ScanMethods.standard().named(options.method(), Settings.none().with(options.overrides()));
        options.requireWritable(sites, counts);
        ScanPlan plan = ScanInput.read(sites, counts);
        options.say("scanning " + plan.sites().size() + " sites x " + plan.periods() + " periods");
        ScanFile.write(result(scanner, plan), options.out());
    }

    private ScanResult result(ScanMethod.Scanner scanner, ScanPlan plan) {
        try (ScanProgress progress = new ScanProgress()) {
            return scanner.scan(plan, progress);
        } catch (IllegalArgumentException e) {
            throw DetectProblem.unreadable(counts + ": method " + options.method() + " " + e.getMessage());
        }
    }

    /** A bar from the moment on at which the method knows its steps. */
    private static final class ScanProgress implements ScanMethod.Watch, AutoCloseable {

        private Optional<Progress> bar = Optional.empty();

        @Override
        public Runnable expect(int total) {
            Progress begun = Progress.of("scan", total);
            bar = Optional.of(begun);
            return begun::step;
        }

        @Override
        public void close() {
            bar.ifPresent(Progress::close);
        }
    }
}
