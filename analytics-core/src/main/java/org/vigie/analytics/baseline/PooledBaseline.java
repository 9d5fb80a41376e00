package org.vigie.analytics.baseline;

import java.util.ArrayList;
import java.util.List;
import org.vigie.analytics.series.SiteHistory;

/**
 * What a whole portfolio lets one expect of each of its sites: parameters and the course of every group, no site.
 *
 * <p>Made in three passes, each a sum over sites:
 * <pre>
 *   totals  = PooledTotals(layout)           then add every site; offsets learned from it: totals.measuredAgainst(...)
 *   moments = PooledMoments(totals, ...)     then add every site      first = PooledBaseline(totals, moments, settings)
 *   refined = PooledMoments(first)           then add every site      baseline = first.refine(refined)
 * </pre>
 * <p>Each state travels as an array, and the same three arrays rebuild the same baseline anywhere. Immutable.
 */
public final class PooledBaseline implements PooledGround {

    private final PooledLayout layout;
    private final PooledSettings settings;
    private final PooledTotals totals;
    private final PooledMoments moments;
    private final WildWeeks wildWeeks;
    private final List<PooledGroup> groups = new ArrayList<>();

    /** Learns what all sites share from the sums of two passes. */
    public PooledBaseline(PooledTotals totals, PooledMoments moments, PooledSettings settings) {
        this.layout = totals.layout();
        this.settings = settings;
        this.totals = totals;
        this.moments = moments;
        this.wildWeeks = moments.wildWeeks();
        for (int part = 0; part < layout.parts(); part++) {
            for (int group = 0; group < layout.groups().size(); group++) {
                groups.add(new PooledGroup(
                        totals.counts(part, group),
                        moments.expected(part, group),
                        moments.dispersion(part, group),
                        settings));
            }
        }
    }

    /** The second and the third pass over sites that fit into memory, on the ground of the first. */
    public static PooledBaseline learn(PooledTotals totals, List<SiteHistory> sites, PooledSettings settings) {
        PooledMoments moments = new PooledMoments(totals, settings);
        sites.forEach(moments::add);
        PooledBaseline first = new PooledBaseline(totals, moments, settings);
        PooledMoments refined = new PooledMoments(first);
        sites.forEach(refined::add);
        return first.refine(refined);
    }

    /** The baseline from the sums of one more pass, on the ground of this one. */
    public PooledBaseline refine(PooledMoments refined) {
        return new PooledBaseline(totals, refined, settings);
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

    /** How often single site-weeks of the portfolio are wild. */
    public WildWeeks wildWeeks() {
        return wildWeeks;
    }

    @Override
    public PooledOffsets offsets() {
        return totals.offsets();
    }

    @Override
    public double usualRate(int part, int group) {
        return moments.ground().usualRate(part, group);
    }

    @Override
    public PooledSite describe(SiteHistory site, int part) {
        return PooledOwn.of(this, site, part).withHindsight();
    }

    /** Factor of the running works on the counts of a part. */
    double worksFactor(int part) {
        return moments.worksFactor(part);
    }

    double siteShape(int part) {
        return moments.siteShape(part);
    }

    double dispersion(int part, SiteHistory site) {
        return moments.dispersion(part, layout.position(site.group()));
    }

    /** The site as the pass saw it that this baseline was made from. */
    PooledSite asSummed(SiteHistory site, int part) {
        return moments.ground().describe(site, part);
    }

    /** Factor of each week of the site's group as its other sites show it. */
    PooledFactors factors(int part, SiteHistory site, PooledSite summed) {
        double[] own = new double[layout.weeks()];
        for (int week = site.firstWeek(); week < own.length; week++) {
            double works = site.worksRunning(week) ? worksFactor(part) : 1;
            own[week] = summed.plain[week] * summed.rise[week] * works;
        }
        int group = layout.position(site.group());
        return groups.get(part * layout.groups().size() + group).factorsWithout(summed.counts, own);
    }
}
