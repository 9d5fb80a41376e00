package org.vigie.analytics.baseline;

import java.util.Arrays;
import org.vigie.analytics.series.SiteHistory;

/**
 * What multiplies the exposure of every site of a group in a week and is known before any site is judged: the share of
 * its facts that is known by now, and what the days of the calendar do. Learned from sums over all sites; immutable.
 */
public final class PooledOffsets {

    private static final int DELAYS = PooledDelays.MOST_WEEKS + 1;

    private final PooledLayout layout;
    /** Factor of each week and its relative variance, shape [2][parts][weeks]. */
    private final double[] byWeek;
    /** Share known so many weeks ago and its relative variance, shape [2][parts][groups][delays]. */
    private final double[] byDelay;

    private PooledOffsets(PooledLayout layout) {
        this.layout = layout;
        byWeek = new double[2 * layout.parts() * layout.weeks()];
        byDelay = new double[2 * layout.parts() * layout.groups().size() * DELAYS];
        Arrays.fill(byWeek, 0, byWeek.length / 2, 1);
        Arrays.fill(byDelay, 0, byDelay.length / 2, 1);
    }

    /** Nothing is known beforehand: all factors are 1. */
    public static PooledOffsets none(PooledLayout layout) {
        return new PooledOffsets(layout);
    }

    /** The offsets that {@link #toArray} wrote. */
    public static PooledOffsets of(PooledLayout layout, double[] array) {
        PooledOffsets offsets = new PooledOffsets(layout);
        int weeks = offsets.byWeek.length;
        if (array.length != weeks + offsets.byDelay.length) {
            throw new IllegalArgumentException("offsets of this layout have " + (weeks + offsets.byDelay.length)
                    + " numbers, not " + array.length);
        }
        System.arraycopy(array, 0, offsets.byWeek, 0, weeks);
        System.arraycopy(array, weeks, offsets.byDelay, 0, offsets.byDelay.length);
        return offsets;
    }

    /** The same offsets with the newest weeks as incomplete as a delay says. */
    public PooledOffsets with(ReportingDelay delay) {
        PooledOffsets offsets = of(layout, toArray());
        for (int part = 0; part < layout.parts(); part++) {
            for (int group = 0; group < layout.groups().size(); group++) {
                for (int ago = 0; ago < DELAYS; ago++) {
                    int position = (part * layout.groups().size() + group) * DELAYS + ago;
                    offsets.byDelay[position] = delay.share(part, group, ago);
                    offsets.byDelay[byDelay.length / 2 + position] = delay.variance(part, group, ago);
                }
            }
        }
        return offsets;
    }

    /** The same offsets with what the calendar does to each week. */
    public PooledOffsets with(CalendarEffects effects) {
        PooledOffsets offsets = of(layout, toArray());
        for (int part = 0; part < layout.parts(); part++) {
            for (int week = 0; week < layout.weeks(); week++) {
                int position = part * layout.weeks() + week;
                offsets.byWeek[position] = effects.factor(part, week);
                offsets.byWeek[byWeek.length / 2 + position] = effects.variance(part, week);
            }
        }
        return offsets;
    }

    /** All numbers, for transport. */
    public double[] toArray() {
        double[] array = Arrays.copyOf(byWeek, byWeek.length + byDelay.length);
        System.arraycopy(byDelay, 0, array, byWeek.length, byDelay.length);
        return array;
    }

    /** Exposure of a site in a week, with its offsets; {@code group} is the position of the site's group. */
    double exposure(SiteHistory site, int part, int group, int week) {
        return PooledPart.at(part).exposure(site, week) * factor(part, group, week);
    }

    /** What multiplies the exposure of a group's sites in a week. */
    double factor(int part, int group, int week) {
        int ago = layout.weeks() - 1 - week;
        double factor = byWeek[part * layout.weeks() + week];
        return ago < DELAYS ? factor * byDelay[(part * layout.groups().size() + group) * DELAYS + ago] : factor;
    }

    /** Variance of that factor, relative to its square. */
    double variance(int part, int group, int week) {
        int ago = layout.weeks() - 1 - week;
        double variance = byWeek[byWeek.length / 2 + part * layout.weeks() + week];
        int position = byDelay.length / 2 + (part * layout.groups().size() + group) * DELAYS + ago;
        return ago < DELAYS ? variance + byDelay[position] : variance;
    }
}
