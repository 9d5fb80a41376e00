package org.vigie.jobs.cli.scan;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.analytics.spacetime.EvidenceFinding;
import org.vigie.analytics.spacetime.EvidenceHotspot;
import org.vigie.analytics.spacetime.EvidenceScan;
import org.vigie.analytics.spacetime.EvidenceScanSettings;
import org.vigie.analytics.spacetime.NearestSites;
import org.vigie.analytics.spacetime.SiteWeekCounts;
import org.vigie.jobs.cli.detect.Settings;

/** Vigie's own scan; without neighbourhoods, sites are grouped with their nearest. */
final class EvidenceMethod implements ScanMethod {

    static final int USUAL_NEIGHBOURS = 15;

    @Override
    public String name() {
        return "vigie";
    }

    @Override
    public List<String> settings() {
        return List.of("k", "max-duration", "replicates", "seed");
    }

    @Override
    public Scanner with(Settings settings) {
        int neighbours = ScanOptions.neighbours(settings, USUAL_NEIGHBOURS);
        EvidenceScanSettings usual = EvidenceScanSettings.STANDARD;
        EvidenceScan scan = new EvidenceScan(usual.withLongestWeeks(
                        ScanOptions.longestDuration(settings, usual.longestWeeks()))
                .withReplicates(ScanOptions.replicates(settings, usual.replicates()), ScanOptions.seed(settings)));
        return (plan, watch) -> result(plan, find(scan, plan, neighbours, watch));
    }

    private static EvidenceFinding find(EvidenceScan scan, ScanPlan plan, int neighbours, Watch watch) {
        ScanSites sites = plan.sites();
        int[][] nearest = NearestSites.of(sites.x(), sites.y(), neighbours);
        int[] groups = sites.neighbourhoods().orElseGet(() -> NearestSites.groups(nearest));
        SiteWeekCounts counts = new SiteWeekCounts(plan.counts(), sites.dwellings(), groups);
        EvidenceScan watched = scan.saying(watch.expect(scan.comparisons(counts)));
        return plan.baseline()
                .map(baseline -> watched.scan(counts, nearest, baseline))
                .orElseGet(() -> watched.scan(counts, nearest));
    }

    private static ScanResult result(ScanPlan plan, EvidenceFinding finding) {
        return new ScanResult.Clusters(
                finding.statistic(),
                OptionalDouble.of(finding.pValue()),
                OptionalDouble.of(finding.recurrenceWeeks()),
                finding.hotspots().stream()
                        .map(hotspot -> cluster(plan, hotspot))
                        .toList());
    }

    private static ScanResult.Cluster cluster(ScanPlan plan, EvidenceHotspot hotspot) {
        return new ScanResult.Cluster(
                hotspot.members().stream()
                        .map(member -> plan.sites().name(member.site()))
                        .toList(),
                plan.time(hotspot.firstWeek()),
                plan.time(hotspot.lastWeek()),
                hotspot.observed(),
                hotspot.expected(),
                hotspot.relativeRisk(),
                hotspot.logLikelihoodRatio(),
                OptionalDouble.of(hotspot.pValue()));
    }
}
