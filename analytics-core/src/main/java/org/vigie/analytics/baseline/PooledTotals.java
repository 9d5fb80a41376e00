package org.vigie.analytics.baseline;

import java.util.Arrays;
import org.vigie.analytics.series.SiteHistory;

/**
 * First pass over a portfolio: counts and exposure of each group and week.
 *
 * <p>A sum over sites that can be taken in pieces: the same pieces merged in the same order give the same bits.
 */
public final class PooledTotals {

    private final PooledLayout layout;
    private final double[] sums;
    private final PooledOffsets offsets;

    private PooledTotals(PooledLayout layout, double[] sums, PooledOffsets offsets) {
        this.layout = layout;
        this.sums = sums;
        this.offsets = offsets;
    }

    /** The sum over no site. */
    public PooledTotals(PooledLayout layout) {
        this(layout, new double[2 * layout.cells()], PooledOffsets.none(layout));
    }

    /** The state that {@link #toArray} wrote. */
    public static PooledTotals of(PooledLayout layout, double[] array) {
        PooledTotals totals = new PooledTotals(layout);
        if (array.length != totals.sums.length) {
            throw new IllegalArgumentException("totals of this layout have " + totals.sums.length + " sums");
        }
        System.arraycopy(array, 0, totals.sums, 0, array.length);
        return totals;
    }

    /** The same sums, with what multiplies exposure and was learned beforehand; later passes take it into account. */
    public PooledTotals measuredAgainst(PooledOffsets known) {
        return new PooledTotals(layout, sums, known);
    }

    /** Adds one site. */
    public PooledTotals add(SiteHistory site) {
        requireWeeks(layout, site);
        int group = layout.position(site.group());
        for (int part = 0; part < layout.parts(); part++) {
            PooledPart kind = PooledPart.at(part);
            int row = layout.row(part, group);
            for (int week = site.firstWeek(); week < layout.weeks(); week++) {
                sums[row + week] += kind.count(site, week, layout);
                sums[layout.cells() + row + week] += kind.exposure(site, week);
            }
        }
        return this;
    }

    /** Adds the sites of another state. */
    public PooledTotals merge(PooledTotals other) {
        PooledSums.addInto(sums, other.sums);
        return this;
    }

    /** All sums, for transport. */
    public double[] toArray() {
        return sums.clone();
    }

    PooledLayout layout() {
        return layout;
    }

    /** Counts per week of a group, shape [weeks]. */
    double[] counts(int part, int group) {
        int row = layout.row(part, group);
        return Arrays.copyOfRange(sums, row, row + layout.weeks());
    }

    /** Exposure per week of a group, with its offsets, shape [weeks]. */
    double[] exposures(int part, int group) {
        int row = layout.cells() + layout.row(part, group);
        double[] exposures = Arrays.copyOfRange(sums, row, row + layout.weeks());
        for (int week = 0; week < exposures.length; week++) {
            exposures[week] *= offsets.factor(part, group, week);
        }
        return exposures;
    }

    PooledOffsets offsets() {
        return offsets;
    }

    static void requireWeeks(PooledLayout layout, SiteHistory site) {
        if (site.weeks() != layout.weeks()) {
            throw new IllegalArgumentException(
                    "a history of " + site.weeks() + " weeks in a portfolio of " + layout.weeks());
        }
    }
}
