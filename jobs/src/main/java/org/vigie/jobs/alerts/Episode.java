package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.util.Optional;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * A rise at one site from its opening to its closing.
 *
 * @param siteId site
 * @param family series that led when it opened
 * @param opened Monday of the week in which it opened first; its number
 * @param lastNews Monday of the last week with evidence and news
 * @param closed Monday of the week in which it closed; empty while open
 * @param reopened whether it had been closed before
 * @param latest what was known in the newest week
 * @param strongest the strongest rise seen so far
 */
record Episode(
        String siteId,
        String family,
        LocalDate opened,
        LocalDate lastNews,
        Optional<LocalDate> closed,
        boolean reopened,
        SiteWeek latest,
        SiteWeek.Rise strongest) {

    static Episode open(String siteId, SiteWeek week) {
        return new Episode(
                siteId, week.leading(), week.monday(), week.monday(), Optional.empty(), false, week, week.rise());
    }

    /** {@code A-<week opened>-<site>-<family>}. */
    String alertId() {
        return "A-" + IsoWeek.of(opened) + "-" + siteId + "-" + family;
    }

    /** {@code <week opened>-<site>}. */
    String episodeId() {
        return IsoWeek.of(opened) + "-" + siteId;
    }

    boolean isOpen() {
        return closed.isEmpty();
    }

    boolean newsIn(LocalDate monday) {
        return lastNews.equals(monday);
    }

    /** The rise to show: the newest while it stands out, else the strongest. */
    SiteWeek.Rise rise() {
        return newsIn(latest.monday()) ? latest.rise() : strongest;
    }

    Episode withNews(SiteWeek week) {
        SiteWeek.Rise stronger = week.rise().score() > strongest.score() ? week.rise() : strongest;
        return new Episode(siteId, family, opened, week.monday(), Optional.empty(), reopened, week, stronger);
    }

    Episode withoutNews(SiteWeek week) {
        return new Episode(siteId, family, opened, lastNews, closed, reopened, week, strongest);
    }

    Episode closedIn(SiteWeek week) {
        return new Episode(siteId, family, opened, lastNews, Optional.of(week.monday()), reopened, week, strongest);
    }

    Episode reopenedIn(SiteWeek week) {
        return new Episode(siteId, family, opened, week.monday(), Optional.empty(), true, week, week.rise());
    }
}
