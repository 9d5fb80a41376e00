package org.vigie.dashboards.tables;

import java.util.Map;

/** After how many days without anything new each feed is late: facts come weekly, movements monthly. */
public final class Freshness {

    private static final int FACTS = 7;
    private static final Map<String, Integer> LATE_AFTER = Map.of("works", 14, "turnover", 45, "presence", 14);

    private Freshness() {}

    /**
     * Whether a feed is late.
     *
     * @param feed feed in the words of the settings
     * @param days days since its newest date
     */
    public static boolean isLate(String feed, int days) {
        return days > LATE_AFTER.getOrDefault(feed, FACTS);
    }
}
