package org.vigie.analytics.baseline;

import org.vigie.analytics.series.SiteHistory;

/** One of the Poisson parts that a count is made of: reported facts per dwelling, discovered facts per hour. */
enum PooledPart {
    /** Facts measured against dwellings; all of them where presence is unknown. */
    BY_DWELLING,
    /** Discovered facts measured against hours of presence. */
    BY_HOUR;

    /** Half an hour stands for a visit that nobody noted although something was found. */
    private static final double UNNOTED_VISIT_HOURS = .5;

    static PooledPart at(int position) {
        return position == 0 ? BY_DWELLING : BY_HOUR;
    }

    double count(SiteHistory site, int week, PooledLayout layout) {
        boolean split = layout.parts() == 2 && site.hasPresence();
        return switch (this) {
            case BY_DWELLING -> split ? site.reported(week) : site.observed(week);
            case BY_HOUR -> split ? site.discovered(week) : 0;
        };
    }

    double exposure(SiteHistory site, int week) {
        return switch (this) {
            case BY_DWELLING -> site.size();
            case BY_HOUR -> {
                double hours = site.presenceHours(week);
                yield site.hasPresence() && site.discovered(week) > 0 ? Math.max(hours, UNNOTED_VISIT_HOURS) : hours;
            }
        };
    }
}
