package org.vigie.analytics.baseline;

import java.util.Arrays;
import org.vigie.analytics.series.SiteHistory;

/**
 * Second pass over a portfolio: what each group would count if only the rates of its sites mattered, and the moments
 * from which works effect, differences between sites and dispersion are learned.
 *
 * <p>A sum over sites that can be taken in pieces: the same pieces merged in the same order give the same bits.
 */
public final class PooledMoments {

    /** Sites as heterogeneous as this are assumed until the portfolio has been asked. */
    private static final double DRAFT_SHAPE = 1;

    private static final int SCALARS = 6;
    private static final int WORKS_COUNT = 0;
    private static final int WORKS_EXPECTED = 1;
    private static final int SITES_EXCESS = 2;
    private static final int SITES_SQUARE = 3;
    private static final int WEEKS_EXCESS = 4;
    private static final int WEEKS_SQUARE = 5;

    private final PooledLayout layout;
    private final PooledDraft draft;
    private final int guardWeeks;
    private final double[] sums;

    /** The sum over no site, on the ground of the first pass over all of them. */
    public PooledMoments(PooledTotals totals, PooledSettings settings) {
        layout = totals.layout();
        guardWeeks = settings.guardWeeks();
        draft = new PooledDraft(totals, guardWeeks);
        sums = new double[2 * layout.cells() + layout.parts() * SCALARS];
    }

    /** The state that {@link #toArray} wrote. */
    public static PooledMoments of(PooledTotals totals, PooledSettings settings, double[] array) {
        PooledMoments moments = new PooledMoments(totals, settings);
        if (array.length != moments.sums.length) {
            throw new IllegalArgumentException("moments of this layout have " + moments.sums.length + " sums");
        }
        System.arraycopy(array, 0, moments.sums, 0, array.length);
        return moments;
    }

    /** Adds one site. */
    public PooledMoments add(SiteHistory site) {
        PooledTotals.requireWeeks(layout, site);
        for (int part = 0; part < layout.parts(); part++) {
            double rate = draftRate(site, part);
            addExpected(site, part, rate);
            addWorks(site, part, rate);
            addDifferences(site, part, rate);
        }
        return this;
    }

    /** Adds the sites of another state. */
    public PooledMoments merge(PooledMoments other) {
        PooledSums.addInto(sums, other.sums);
        return this;
    }

    /** All sums, for transport. */
    public double[] toArray() {
        return sums.clone();
    }

    /** Rate of a site per exposure, shrunk to its group, from weeks without works before the guard weeks. */
    double draftRate(SiteHistory site, int part) {
        PooledPart kind = PooledPart.at(part);
        int group = layout.position(site.group());
        double usual = draft.rate(part, group);
        if (usual == 0) {
            return 0;
        }
        int row = layout.row(part, group);
        double counts = DRAFT_SHAPE;
        double exposures = DRAFT_SHAPE / usual;
        for (int week = site.firstWeek(); week < layout.weeks() - guardWeeks; week++) {
            if (!site.worksRunning(week)) {
                counts += kind.count(site, week, layout);
                exposures += kind.exposure(site, week) * draft.level(row + week);
            }
        }
        return counts / exposures;
    }

    private void addExpected(SiteHistory site, int part, double rate) {
        PooledPart kind = PooledPart.at(part);
        int row = layout.row(part, layout.position(site.group()));
        for (int week = site.firstWeek(); week < layout.weeks(); week++) {
            int plane = site.worksRunning(week) ? layout.cells() : 0;
            sums[plane + row + week] += rate * kind.exposure(site, week);
        }
    }

    private void addWorks(SiteHistory site, int part, double rate) {
        PooledPart kind = PooledPart.at(part);
        int row = layout.row(part, layout.position(site.group()));
        for (int week = site.firstWeek(); week < layout.weeks() - guardWeeks; week++) {
            if (site.worksRunning(week)) {
                sums[scalar(part, WORKS_COUNT)] += kind.count(site, week, layout);
                sums[scalar(part, WORKS_EXPECTED)] += rate * kind.exposure(site, week) * draft.level(row + week);
            }
        }
    }

    /**
     * Moments of a site around its group, and of its weeks around the site. The second use differences of neighbouring
     * weeks, so that a slow rise or fall does not pass for dispersion.
     */
    private void addDifferences(SiteHistory site, int part, double rate) {
        PooledPart kind = PooledPart.at(part);
        int group = layout.position(site.group());
        int row = layout.row(part, group);
        double counts = 0;
        double usual = 0;
        double earlier = Double.NaN;
        double earlierCount = 0;
        for (int week = site.firstWeek(); week < layout.weeks() - guardWeeks; week++) {
            if (site.worksRunning(week)) {
                earlier = Double.NaN;
                continue;
            }
            double count = kind.count(site, week, layout);
            double exposure = kind.exposure(site, week);
            double expected = rate * exposure * draft.weekly(row + week);
            counts += count;
            usual += draft.rate(part, group) * exposure * draft.level(row + week);
            double difference = count - expected - earlier;
            if (!Double.isNaN(difference)) {
                sums[scalar(part, WEEKS_EXCESS)] += (difference * difference - count - earlierCount) / 2;
                sums[scalar(part, WEEKS_SQUARE)] += expected * expected;
            }
            earlier = count - expected;
            earlierCount = count;
        }
        sums[scalar(part, SITES_EXCESS)] += (counts - usual) * (counts - usual) - counts;
        sums[scalar(part, SITES_SQUARE)] += usual * usual;
    }

    private int scalar(int part, int which) {
        return 2 * layout.cells() + part * SCALARS + which;
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

    /** Variance of a week's factor of one site beyond Poisson: 1/k of the negative binomial. */
    double weekVariance(int part) {
        double square = sums[scalar(part, WEEKS_SQUARE)];
        double variance = square > 0 ? sums[scalar(part, WEEKS_EXCESS)] / square : 0;
        return Math.min(2, Math.max(0, variance));
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

    double usualRate(int part, int group) {
        return draft.rate(part, group);
    }
}
