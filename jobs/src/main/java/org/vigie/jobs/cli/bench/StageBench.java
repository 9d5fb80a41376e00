package org.vigie.jobs.cli.bench;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.detection.JudgeSites;
import org.vigie.jobs.detection.KeptJudgements;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.SparkEngine;
import org.vigie.jobs.settings.DetectionSettings;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** The Spark stage of detection on site-weeks of any size, judged for one week: from Parquet to Parquet. */
final class StageBench {

    private static final IsoWeek JUDGED = IsoWeek.parse("2026-W43");

    private final SimulatedPortfolio portfolio;
    private final int threads;
    private final Consumer<String> say;

    StageBench(SimulatedPortfolio portfolio, int threads, Consumer<String> say) {
        this.portfolio = portfolio;
        this.threads = threads;
        this.say = say;
    }

    BenchReport measure() throws IOException {
        Path folder = Files.createTempDirectory("vigie-bench");
        SparkSession spark = SparkEngine.start(
                ZoneOffset.UTC, folder.resolve("scratch"), Map.of("master", "local[" + threads + "]"));
        try {
            return measure(new Lake(spark, folder.resolve("lake")));
        } finally {
            spark.stop();
            FileUtil.fullyDelete(folder.toFile());
        }
    }

    private BenchReport measure(Lake lake) {
        say.accept("pooled, " + portfolio.sites() + " sites: writing site-weeks");
        SimulatedSiteWeeks simulated = new SimulatedSiteWeeks(portfolio, JUDGED);
        SiteWeeks joined = simulated.into(lake);
        say.accept("pooled, " + portfolio.sites() + " sites: judging one week");
        boolean peakOfTheStage = Memory.forgetPeak();
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        DetectionSettings standard = DetectionSettings.STANDARD;
        DetectionSettings oneWeek =
                new DetectionSettings(portfolio.weeks(), 1, standard.falseDiscoveryRate(), standard.buckets());
        JudgeSites.Judgement judgement =
                new JudgeSites(oneWeek, simulated.families()).run(joined, JUDGED, new KeptJudgements(lake, "bench"));
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        double wallSeconds = (System.nanoTime() - wall) / 1e9;
        long series = judgement.verdicts().count();
        BenchReport report = new BenchReport("pooled-spark")
                .figure(
                        "cpu_s_per_million_series_weeks",
                        cpuSeconds / series * 1e6,
                        "CPU per million series-weeks",
                        "s")
                .figure("cpu_s", cpuSeconds, "CPU of the process, collection of memory included", "s")
                .figure("wall_s", wallSeconds, "wall clock", "s")
                .figure("live_heap_mb", Memory.liveHeapMb(), "heap needed", "MB");
        if (peakOfTheStage) {
            Memory.peakRssMb()
                    .ifPresent(
                            mb -> report.figure("peak_rss_mb", mb, "memory of the process at the stage's peak", "MB"));
        }
        long signals =
                judgement.verdicts().where(col("verdict").equalTo("signal")).count();
        return report.count("series_weeks", series, "series-weeks judged")
                .count("signals", signals, "signals")
                .count("count_rows", joined.counts().count(), "rows of counts read")
                .count("threads", threads, "threads");
    }

    private static long cpuNanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getProcessCpuTime();
        }
        throw new IllegalStateException("this Java does not count the CPU time of its process");
    }
}
