package org.vigie.analytics.baseline;

import java.util.ArrayList;
import java.util.List;
import org.vigie.analytics.series.SiteHistory;

/**
 * What a whole portfolio lets one expect of each of its sites: parameters and the course of every group, no site.
 *
 * <p>Made in two passes, each a sum over sites: {@link PooledTotals}, then {@link PooledMoments} on the ground of all
 * totals. Both travel as arrays, and the same two arrays rebuild the same baseline anywhere. Immutable.
 */
public final class PooledBaseline {

    private final PooledLayout layout;
    private final PooledSettings settings;
    private final PooledMoments moments;
    private final List<PooledGroup> groups = new ArrayList<>();

    /** Learns what all sites share from the sums of both passes. */
    public PooledBaseline(PooledTotals totals, PooledMoments moments, PooledSettings settings) {
        this.layout = totals.layout();
        this.settings = settings;
        this.moments = moments;
        for (int part = 0; part < layout.parts(); part++) {
            for (int group = 0; group < layout.groups().size(); group++) {
                groups.add(new PooledGroup(totals.counts(part, group), moments.expected(part, group), settings));
            }
        }
    }

    /** Weeks, groups and parts that the baseline covers. */
    public PooledLayout layout() {
        return layout;
    }

    /** What was taken as given. */
    public PooledSettings settings() {
        return settings;
    }

    /** What to expect of one of the portfolio's sites, week by week. */
    public PooledExpectation expect(SiteHistory site) {
        PooledTotals.requireWeeks(layout, site);
        return new PooledExpectation(this, site);
    }

    /** Factor of the running works on the counts of a part. */
    double worksFactor(int part) {
        return moments.worksFactor(part);
    }

    double siteShape(int part) {
        return moments.siteShape(part);
    }

    double weekVariance(int part) {
        return moments.weekVariance(part);
    }

    double usualRate(int part, SiteHistory site) {
        return moments.usualRate(part, layout.position(site.group()));
    }

    /** Factor of each week of the site's group as its other sites show it, shape [weeks]. */
    double[] factors(int part, SiteHistory site) {
        int weeks = layout.weeks();
        double[] counts = new double[weeks];
        double[] own = new double[weeks];
        double rate = moments.draftRate(site, part);
        PooledPart kind = PooledPart.at(part);
        for (int week = site.firstWeek(); week < weeks; week++) {
            counts[week] = kind.count(site, week, layout);
            double works = site.worksRunning(week) ? worksFactor(part) : 1;
            own[week] = rate * works * kind.exposure(site, week);
        }
        int group = layout.position(site.group());
        return groups.get(part * layout.groups().size() + group).factorsWithout(counts, own);
    }
}
