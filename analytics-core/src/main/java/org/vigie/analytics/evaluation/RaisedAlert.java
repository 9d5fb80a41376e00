package org.vigie.analytics.evaluation;

import java.util.List;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * An alert that mediators were told of.
 *
 * @param site where
 * @param family family of facts that it is about; any word for all families together
 * @param opened week in which the episode was opened
 * @param shown weeks in which it was transmitted, at least one, none before it was opened
 */
public record RaisedAlert(String site, String family, IsoWeek opened, List<IsoWeek> shown) {

    /** Sorts the weeks and checks them. */
    public RaisedAlert {
        shown = shown.stream().sorted().distinct().toList();
        if (shown.isEmpty() || shown.get(0).compareTo(opened) < 0) {
            throw new IllegalArgumentException("an alert is shown in one week at least, from the week it is opened ("
                    + opened + "), not in " + shown);
        }
    }
}
