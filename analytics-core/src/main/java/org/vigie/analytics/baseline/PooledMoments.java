package org.vigie.analytics.baseline;

import java.util.Arrays;
import org.vigie.analytics.series.SiteHistory;

/**
 * A later pass over a portfolio: what each group would count if only the rates of its sites mattered, and the moments
 * from which works effect, differences between sites and dispersion are learned.
 *
 * <p>The second pass stands on the totals, the third on the baseline that the second gave. A sum over sites that can be
 * taken in pieces: the same pieces merged in the same order give the same bits.
 */
public final class PooledMoments {

    private static final int SCALARS = 4;
    private static final int WORKS_COUNT = 0;
    private static final int WORKS_EXPECTED = 1;
    private static final int SITES_EXCESS = 2;
    private static final int SITES_SQUARE = 3;
    private static final int GROUP_SCALARS = 2;

    private final PooledLayout layout;
    private final PooledGround ground;
    private final int guarded;
    private final double[] sums;

    /** The sum over no site, on the ground of the first pass over all of them. */
    public PooledMoments(PooledTotals totals, PooledSettings settings) {
        this(totals.layout(), new PooledDraft(totals, settings.guardWeeks()), settings);
    }

    /** The sum over no site, on the ground of a baseline made before. */
    public PooledMoments(PooledBaseline earlier) {
        this(earlier.layout(), earlier, earlier.settings());
    }

    private PooledMoments(PooledLayout layout, PooledGround ground, PooledSettings settings) {
        this.layout = layout;
        this.ground = ground;
        this.guarded = layout.weeks() - settings.guardWeeks();
        this.sums = new double
                [2 * layout.cells()
                        + layout.parts() * SCALARS
                        + layout.parts() * layout.groups().size() * GROUP_SCALARS
                        + PooledWildKernel.SUMS];
    }

    /** Adds one site. */
    public PooledMoments add(SiteHistory site) {
        PooledTotals.requireWeeks(layout, site);
        double[] counts = new double[Math.max(0, guarded)];
        double[] means = new double[counts.length];
        for (int part = 0; part < layout.parts(); part++) {
            PooledSite described = ground.describe(site, part);
            addExpected(site, part, described);
            addWorks(site, part, described);
            addSite(site, part, described);
            addDispersion(site, part, described);
            addQuiet(site, described, counts, means);
        }
        PooledWildKernel.add(counts, means, sums, sums.length - PooledWildKernel.SUMS);
        return this;
    }

    /** Adds the sites of another state on the same ground. */
    public PooledMoments merge(PooledMoments other) {
        PooledSums.addInto(sums, other.sums);
        return this;
    }

    /** Adds the sums that {@link #toArray} of a state on the same ground wrote. */
    public PooledMoments merge(double[] others) {
        PooledSums.addInto(sums, others);
        return this;
    }

    /** All sums, for transport. */
    public double[] toArray() {
        return sums.clone();
    }

    private void addExpected(SiteHistory site, int part, PooledSite described) {
        int row = layout.row(part, layout.position(site.group()));
        for (int week = site.firstWeek(); week < layout.weeks(); week++) {
            int plane = site.worksRunning(week) ? layout.cells() : 0;
            sums[plane + row + week] += described.plain[week] * described.rise[week];
        }
    }

    private void addWorks(SiteHistory site, int part, PooledSite described) {
        for (int week = site.firstWeek(); week < guarded; week++) {
            if (site.worksRunning(week)) {
                sums[scalar(part, WORKS_COUNT)] += described.counts[week];
                sums[scalar(part, WORKS_EXPECTED)] += described.expected[week];
            }
        }
    }

    /** Moments of the sites around the usual rate of their group. */
    private void addSite(SiteHistory site, int part, PooledSite described) {
        double counts = 0;
        double expected = 0;
        double plain = 0;
        double exposure = 0;
        int group = layout.position(site.group());
        for (int week = site.firstWeek(); week < guarded; week++) {
            if (!site.worksRunning(week)) {
                counts += described.counts[week];
                expected += described.expected[week];
                plain += described.plain[week];
                exposure += ground.offsets().exposure(site, part, group, week);
            }
        }
        double usual = plain > 0 ? expected * ground.usualRate(part, group) * exposure / plain : 0;
        sums[scalar(part, SITES_EXCESS)] += (counts - usual) * (counts - usual) - counts;
        sums[scalar(part, SITES_SQUARE)] += usual * usual;
    }

    private void addDispersion(SiteHistory site, int part, PooledSite described) {
        PooledDispersion dispersion = new PooledDispersion();
        for (int week = site.firstWeek(); week < guarded; week++) {
            if (site.worksRunning(week)) {
                dispersion.interrupt();
            } else {
                dispersion.add(described.counts[week], described.expected[week] / described.rise[week]);
            }
        }
        int position = groupScalar(part, layout.position(site.group()));
        sums[position] += dispersion.excess();
        sums[position + 1] += dispersion.weight();
    }

    /** Adds a part to what all facts of the site's weeks without works were and should have been. */
    private void addQuiet(SiteHistory site, PooledSite described, double[] counts, double[] means) {
        for (int week = site.firstWeek(); week < guarded; week++) {
            if (!site.worksRunning(week)) {
                counts[week] += described.counts[week];
                means[week] += described.expected[week] / described.rise[week] * described.riseElsewhere[week];
            }
        }
    }

    private int scalar(int part, int which) {
        return 2 * layout.cells() + part * SCALARS + which;
    }

    private int groupScalar(int part, int group) {
        return 2 * layout.cells()
                + layout.parts() * SCALARS
                + (part * layout.groups().size() + group) * GROUP_SCALARS;
    }

    PooledGround ground() {
        return ground;
    }

    /** Facts in works weeks per fact expected without works. */
    double worksFactor(int part) {
        double prior = 10;
        double factor = (sums[scalar(part, WORKS_COUNT)] + prior) / (sums[scalar(part, WORKS_EXPECTED)] + prior);
        return Math.min(5, Math.max(.5, factor));
    }

    /** Shape of the gamma distribution that the rates of sites follow around their group's. */
    double siteShape(int part) {
        double square = sums[scalar(part, SITES_SQUARE)];
        double variance = square > 0 ? sums[scalar(part, SITES_EXCESS)] / square : 1;
        return 1 / Math.min(4, Math.max(.05, variance));
    }

    /** Dispersion beyond Poisson of a group's site-weeks, shrunk to the portfolio. */
    double dispersion(int part, int group) {
        double excess = 0;
        double weight = 0;
        for (int other = 0; other < layout.groups().size(); other++) {
            excess += sums[groupScalar(part, other)];
            weight += sums[groupScalar(part, other) + 1];
        }
        double portfolio = PooledDispersion.shrunk(excess, weight, .1);
        return PooledDispersion.shrunk(sums[groupScalar(part, group)], sums[groupScalar(part, group) + 1], portfolio);
    }

    /** How often the portfolio's site-weeks are wild; said by the third pass, which knows what else moved them. */
    WildWeeks wildWeeks() {
        return new WildWeeks(PooledWildKernel.share(sums, sums.length - PooledWildKernel.SUMS));
    }

    /** What a group would count if only the rates of its sites and their works mattered, shape [weeks]. */
    double[] expected(int part, int group) {
        int row = layout.row(part, group);
        double[] expected = Arrays.copyOfRange(sums, row, row + layout.weeks());
        double works = worksFactor(part);
        for (int week = 0; week < expected.length; week++) {
            expected[week] += works * sums[layout.cells() + row + week];
        }
        return expected;
    }
}
