package org.vigie.analytics.prospective;

import java.util.ArrayList;
import java.util.List;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;
import org.vigie.analytics.series.SiteHistory;

/** A portfolio that fits into memory: learns its baseline and judges all its sites, as each week knew them. */
public final class PooledPanel {

    private final List<SiteHistory> sites;
    private final PooledSettings settings;

    /** A panel of histories of equal length. */
    public PooledPanel(List<SiteHistory> sites, PooledSettings settings) {
        this.sites = List.copyOf(sites);
        this.settings = settings;
    }

    /** What all sites share, from weeks 0 to {@code week}, both included. */
    public PooledBaseline baseline(int week) {
        return baseline(until(week), week);
    }

    /** Verdicts of all sites on one week, in the order of the sites, from weeks up to it alone. */
    public List<PooledVerdict> judge(int week) {
        List<SiteHistory> known = until(week);
        if (week + 1 < settings.minimumWeeks()) {
            return known.stream()
                    .map(site -> PooledVerdict.notAssessed(Reason.HISTORY_TOO_SHORT))
                    .toList();
        }
        PooledBaseline baseline = baseline(known, week);
        return known.stream().map(site -> PooledDetector.judge(site, baseline)).toList();
    }

    private List<SiteHistory> until(int week) {
        List<SiteHistory> known = new ArrayList<>(sites.size());
        for (SiteHistory site : sites) {
            known.add(site.firstWeeks(week + 1));
        }
        return known;
    }

    private PooledBaseline baseline(List<SiteHistory> known, int week) {
        PooledLayout layout = PooledLayout.of(
                known.stream().map(SiteHistory::group).toList(),
                week + 1,
                known.stream().anyMatch(SiteHistory::hasPresence));
        PooledTotals totals = new PooledTotals(layout);
        known.forEach(totals::add);
        return PooledBaseline.learn(totals, known, settings);
    }
}
