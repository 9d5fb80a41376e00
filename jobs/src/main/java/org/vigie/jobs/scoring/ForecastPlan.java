package org.vigie.jobs.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.analytics.forecast.KnownCounts;

/**
 * The weeks that a forecast looks at, as numbers of {@link org.vigie.jobs.detection.WeekAxis}: those asked for, those in
 * which a model is fitted, and the weeks that each fit learns from. A fit is made in the newest week asked for and every
 * {@value #REFIT} weeks before it; a week is forecast by the newest fit that was made by then.
 */
final class ForecastPlan implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Weeks that a forecast looks ahead. */
    static final int AHEAD = 4;

    private static final int REFIT = 12;
    private static final int LEARNED_WEEKS = 104;
    private static final int CHECKED_WEEKS = 26;
    private static final int LEAST_WEEKS = 12;
    private static final int OLDEST_FACTS = 208;

    private final int[] asked;
    private final int[] fits;
    private final int first;
    private final int[] begins;

    /**
     * A plan for weeks.
     *
     * @param weeks weeks asked for, at least one
     * @param facts facts of the kinds forecast, of all sites together
     */
    ForecastPlan(List<Integer> weeks, KnownCounts facts) {
        this.asked = weeks.stream().mapToInt(Integer::intValue).sorted().toArray();
        int last = asked[asked.length - 1];
        // the fit of the oldest week, up to REFIT - 1 weeks before it, is checked on CHECKED_WEEKS of earlier fits
        int oldestChecked = asked[0] - (REFIT - 1) - AHEAD - (CHECKED_WEEKS - 1);
        int count = Math.floorDiv(last - oldestChecked + REFIT - 1, REFIT) + 1;
        this.fits = IntStream.range(0, count)
                .map(i -> last - (count - 1 - i) * REFIT)
                .toArray();
        this.first = fits[0] - AHEAD - LEARNED_WEEKS;
        this.begins = IntStream.rangeClosed(first, last)
                .map(week -> facts.begin(first - OLDEST_FACTS, week, LEAST_WEEKS))
                .toArray();
    }

    /** First week of which terms are made. */
    int first() {
        return first;
    }

    /** Number of weeks of which terms are made: up to the newest asked for. */
    int length() {
        return begins.length;
    }

    /** First week of which facts are read. */
    int oldestFacts() {
        return first - OLDEST_FACTS;
    }

    /** Weeks of facts behind a week, as known then: 0 or less where there were none. */
    int weeksBehind(int week) {
        return week - begins[week - first] + 1;
    }

    /** Whether so much is known in a week that it may be learned from and checked. */
    boolean known(int week) {
        return week >= first && weeksBehind(week) > LEAST_WEEKS;
    }

    /** Weeks asked for, oldest first. */
    IntStream asked() {
        return Arrays.stream(asked);
    }

    int fits() {
        return fits.length;
    }

    /** Week of a fit. */
    int fit(int index) {
        return fits[index];
    }

    /** The newest fit made by a week; below 0 when there is none. */
    int fitFor(int week) {
        return Math.floorDiv(week - fits[0], REFIT);
    }

    /** Weeks whose following weeks a fit learns from: they do not overlap. */
    IntStream learned(int index) {
        return IntStream.rangeClosed(1, LEARNED_WEEKS / AHEAD)
                .map(step -> fits[index] - step * AHEAD)
                .filter(this::known);
    }

    /** Weeks whose forecasts a fit is recalibrated by: all came true or not by then. */
    IntStream checked(int index) {
        int newest = fits[index] - AHEAD;
        return IntStream.rangeClosed(newest - CHECKED_WEEKS + 1, newest)
                .filter(week -> fitFor(week) >= 0 && known(week));
    }
}
