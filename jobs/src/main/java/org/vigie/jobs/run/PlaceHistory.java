package org.vigie.jobs.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * Tested weeks in runs over which the places were described alike: nobody knew in the first week what was told of sites in
 * the last. As many runs as there were deliveries that changed something of the sites, mostly one.
 *
 * @param first first week of the run, at whose end its places are described
 * @param last last week
 */
record PlaceHistory(IsoWeek first, IsoWeek last) {

    /** Runs that cover all weeks from one to another, oldest first. */
    static List<PlaceHistory> of(List<IsoWeek> changes, IsoWeek from, IsoWeek to) {
        List<PlaceHistory> runs = new ArrayList<>();
        IsoWeek begin = from;
        for (IsoWeek change : changes.stream().sorted().toList()) {
            if (change.compareTo(begin) > 0 && change.compareTo(to) <= 0) {
                runs.add(new PlaceHistory(begin, change.plusWeeks(-1)));
                begin = change;
            }
        }
        runs.add(new PlaceHistory(begin, to));
        return runs;
    }

    /** Mondays of its weeks. */
    List<LocalDate> mondays() {
        return IntStream.range(0, weeks())
                .mapToObj(week -> first.plusWeeks(week).monday())
                .toList();
    }

    /** Number of weeks. */
    int weeks() {
        return first.weeksUntil(last) + 1;
    }
}
