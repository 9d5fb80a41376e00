package org.vigie.jobs.siteweeks;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * How a fact became known; each is kept in site-weeks. Detectors know two parts only, facts whose number follows the hours
 * of presence and facts whose number does not: {@link #followsPresence} is the one place that says which is which.
 */
public enum Origin {
    /** A resident told it. */
    REPORTED(false),
    /** Staff, mediators, contractors or cameras found it. */
    DISCOVERED(true),
    /** Police, town or another partner told it: our teams need not have been there. */
    PARTNER(false),
    /** A walk arranged to look: like a visit, it finds more where there is more of it. */
    SURVEY(true),
    /** Nobody wrote it down: taken as told by residents, so that no presence excuses it. */
    UNKNOWN(false);

    private final boolean followsPresence;

    Origin(boolean followsPresence) {
        this.followsPresence = followsPresence;
    }

    /** Whether facts of a column of origins belong to the detector's discovered part; all others are its reported part. */
    public static Column followsPresence(Column origin) {
        List<String> found = Arrays.stream(values())
                .filter(one -> one.followsPresence)
                .map(Origin::name)
                .toList();
        return origin.isin(found.toArray());
    }
}
