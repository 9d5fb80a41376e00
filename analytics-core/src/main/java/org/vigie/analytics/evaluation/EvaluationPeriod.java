package org.vigie.analytics.evaluation;

import java.util.List;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * The weeks that a run was judged on.
 *
 * @param from first week
 * @param to last week
 * @param teams mediation teams that alerts were transmitted to in each week
 */
public record EvaluationPeriod(IsoWeek from, IsoWeek to, int teams) {

    /** Checks the order of the weeks and that somebody was told. */
    public EvaluationPeriod {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("a period ends after it starts, not " + from + " to " + to);
        }
        if (teams < 1) {
            throw new IllegalArgumentException("teams must be at least 1, not " + teams);
        }
    }

    /** Number of weeks times number of teams. */
    int teamWeeks() {
        return (from.weeksUntil(to) + 1) * teams;
    }

    boolean contains(IsoWeek week) {
        return week.compareTo(from) >= 0 && week.compareTo(to) <= 0;
    }

    boolean touches(KnownTension tension) {
        return tension.start().compareTo(to) <= 0 && tension.end().compareTo(from) >= 0;
    }

    /** The weeks of the period in which an alert was shown, oldest first. */
    List<IsoWeek> shown(RaisedAlert alert) {
        return alert.shown().stream().filter(this::contains).toList();
    }
}
