package org.vigie.analytics.baseline;

import org.vigie.analytics.series.SiteHistory;

/** What is already known of a portfolio when a pass over its sites begins. */
interface PooledGround {

    /** One part of a site, from this knowledge and from the site's own counts. */
    PooledSite describe(SiteHistory site, int part);

    /** What multiplies exposure and was known before the passes. */
    PooledOffsets offsets();

    /** Facts per exposure and week that are usual in a group. */
    double usualRate(int part, int group);
}
