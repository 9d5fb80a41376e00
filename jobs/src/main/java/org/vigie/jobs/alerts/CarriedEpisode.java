package org.vigie.jobs.alerts;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * An episode that opened before the weeks that are folded, as an earlier published week tells it: people know its number.
 *
 * @param siteId site
 * @param family series that led when it opened
 * @param opened Monday of the week in which it opened first
 * @param told Monday of the first week in which its team was told; {@link #NEVER} if it was not
 * @param closed Monday of the week in which it closed; {@link #NEVER} while open
 * @param opening by which rule it opened
 */
public record CarriedEpisode(
        String siteId, String family, LocalDate opened, LocalDate told, LocalDate closed, Opening opening)
        implements Serializable {

    /** Something that has not happened. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /**
     * How it opened.
     *
     * @param rule three-facts or severity-five
     * @param pValue chance of evidence as strong in that week
     * @param bound largest chance that still stood out among all sites in that week
     */
    public record Opening(String rule, double pValue, double bound) implements Serializable {}

    /**
     * The episode as it enters the first week folded. When it had news last is not known: one that is told to have closed
     * had some four weeks before, one that is open counts from the week before the first.
     */
    Episode entering(LocalDate firstWeek) {
        int facts = opening.rule().equals("three-facts") ? EpisodeFold.MINIMUM_FACTS : 1;
        SiteWeek.Rise rise = new SiteWeek.Rise(opened, facts, 0, 0, 0, opening.pValue());
        SiteWeek opened = new SiteWeek(
                this.opened, opening.pValue(), true, family, rise, facts, 0, 0, 0, true, java.util.Optional.empty());
        Episode open = Episode.open(siteId, opened);
        if (closed.isBefore(firstWeek)) {
            return open.endedBefore(closed);
        }
        LocalDate lastNews =
                closed.equals(NEVER) ? firstWeek.minusWeeks(1) : closed.minusWeeks(EpisodeFold.WEEKS_TO_CLEAR);
        return open.lastHeardOf(lastNews);
    }
}
