package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.List;

/**
 * Vigie's own space-time scan: tells whether the facts of some group of neighbouring residences have multiplied in the
 * newest weeks, which residences, since when, and how rarely the same would come by chance.
 *
 * <p>Evidence is averaged over groups, durations and factors ({@link EvidenceKernel}); what is expected is learned from
 * all sites together ({@link ScanBaseline}); how rare the evidence is is read from the city's own past weeks, scanned in
 * the same way ({@link PastEvidence}), or, where they are too few, from quiet weeks drawn ({@link QuietWeeks}); members are the sites for which the evidence speaks ({@link HotspotMembers}).
 */
public final class EvidenceScan {

    private static final int MOST_HOTSPOTS = 5;

    private final EvidenceScanSettings settings;
    private final Runnable afterEach;

    /** A scan with these settings. */
    public EvidenceScan(EvidenceScanSettings settings) {
        this(settings, () -> {});
    }

    private EvidenceScan(EvidenceScanSettings settings, Runnable afterEach) {
        this.settings = settings;
        this.afterEach = afterEach;
    }

    /** The same scan, which says after each week that it compared the newest with, from whichever thread, that it did. */
    public EvidenceScan saying(Runnable afterEachWeek) {
        return new EvidenceScan(settings, afterEachWeek);
    }

    /** How many past and drawn weeks the newest are compared with. */
    public int comparisons(SiteWeekCounts counts) {
        int history = counts.weeks() - settings.longestWeeks();
        int past = Math.max(0, (history - settings.longestWeeks()) / settings.backScanStep() + 1);
        return PastEvidence.tells(separateWindows(history)) ? past : past + settings.replicates();
    }

    private double separateWindows(int historyWeeks) {
        return historyWeeks / (double) settings.longestWeeks();
    }

    /**
     * Scans the newest weeks; what is expected is learned from the weeks before them.
     *
     * @param counts facts per site and week
     * @param nearest for each site its nearest sites, itself first, shape [sites][any number]
     */
    public EvidenceFinding scan(SiteWeekCounts counts, int[][] nearest) {
        return scan(prepare(counts, nearest), counts.weeks() - 1);
    }

    /**
     * Scans the newest weeks against expected counts that the caller brings.
     *
     * @param counts facts per site and week
     * @param nearest for each site its nearest sites, itself first, shape [sites][any number]
     * @param baseline expected facts, 0 or more, shape [sites][weeks]
     */
    public EvidenceFinding scan(SiteWeekCounts counts, int[][] nearest, double[][] baseline) {
        int history = counts.weeks() - settings.longestWeeks();
        if (history < 0) {
            throw new IllegalArgumentException(
                    "needs at least " + settings.longestWeeks() + " weeks, not " + counts.weeks());
        }
        ExpectedCounts given = new GivenBaseline(counts, baseline, history);
        return scan(new PreparedScan(counts, nearest, given, settings), counts.weeks() - 1);
    }

    /** A city ready to be scanned week by week, its baseline learned from all but the newest weeks. */
    public PreparedScan prepare(SiteWeekCounts counts, int[][] nearest) {
        int history = counts.weeks() - settings.longestWeeks();
        if (history < settings.longestWeeks()) {
            throw new IllegalArgumentException("needs at least " + 2 * settings.longestWeeks()
                    + " weeks to learn what is usual, not " + counts.weeks());
        }
        return new PreparedScan(counts, nearest, ScanBaseline.learn(counts, history), settings);
    }

    private EvidenceFinding scan(PreparedScan city, int last) {
        PastEvidence past = past(city);
        double evidence = city.evidence(last);
        NullLaw law = past.isKnown() || settings.replicates() == 0
                ? past
                : NullLaw.ofReplicates(city.quietEvidence(
                        new Replicates(settings.replicates(), settings.seed(), afterEach), threads()));
        return new EvidenceFinding(
                PastEvidence.statistic(evidence),
                evidence,
                law.pValue(evidence),
                hotspots(city.members(last), law, last));
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    private PastEvidence past(PreparedScan city) {
        int weeks = settings.longestWeeks();
        List<Double> past = new ArrayList<>();
        for (int last = city.historyWeeks() - 1; last >= weeks - 1; last -= settings.backScanStep()) {
            past.add(city.evidence(last));
            afterEach.run();
        }
        return new PastEvidence(
                past.stream().mapToDouble(Double::doubleValue).toArray(), separateWindows(city.historyWeeks()));
    }

    private List<EvidenceHotspot> hotspots(HotspotMembers members, NullLaw law, int last) {
        List<EvidenceHotspot> found = new ArrayList<>();
        while (found.size() < MOST_HOTSPOTS && members.weighRest()) {
            double p = law.pValue(members.evidence());
            if (!found.isEmpty() && p > settings.reportedBelow()) {
                break;
            }
            found.add(members.hotspot(settings.memberPosterior(), p, last));
        }
        return found;
    }
}
