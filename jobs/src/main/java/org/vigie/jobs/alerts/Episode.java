package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.util.Optional;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.staged.AlertNumber;

/**
 * A rise at one site from its opening to its closing.
 *
 * @param siteId site
 * @param opening the week in which it opened first: its number, and the series that led then
 * @param course how it went since
 * @param latest what was known in the newest week
 * @param strongest the week with the strongest rise so far
 * @param answer what people said of it, as known in the newest week
 */
record Episode(String siteId, SiteWeek opening, Course course, SiteWeek latest, SiteWeek strongest, Answer answer) {

    /**
     * How an episode went.
     *
     * @param since Monday of the week in which it opened last
     * @param lastNews Monday of the last week with evidence and news
     * @param graver Monday of the last week in which grave facts grew; long ago if they never did
     * @param ending how it ended; empty while open
     * @param reopened whether it had been closed before
     */
    record Course(LocalDate since, LocalDate lastNews, LocalDate graver, Optional<Ending> ending, boolean reopened) {

        static Course from(LocalDate monday, boolean reopened) {
            return new Course(monday, monday, LocalDate.MIN, Optional.empty(), reopened);
        }

        Course news(LocalDate monday) {
            return new Course(since, monday, graver, Optional.empty(), reopened);
        }

        Course graverIn(LocalDate monday) {
            return new Course(since, lastNews, monday, ending, reopened);
        }

        Course ended(Ending how) {
            return new Course(since, lastNews, graver, Optional.of(how), reopened);
        }

        Course reinstated() {
            return new Course(since, lastNews, graver, Optional.empty(), reopened);
        }
    }

    static Episode open(String siteId, SiteWeek week) {
        return new Episode(siteId, week, Course.from(week.monday(), false), week, week, Answer.NONE);
    }

    /** Series that led when it opened. */
    String family() {
        return opening.leading();
    }

    /** Monday of the week in which it opened first. */
    LocalDate opened() {
        return opening.monday();
    }

    /** Monday of the week in which it closed; empty while open. */
    Optional<LocalDate> closed() {
        return course.ending().map(Ending::monday);
    }

    /** Whether it had been closed before. */
    boolean reopened() {
        return course.reopened();
    }

    /** {@code A-<week opened>-<site>-<family>}. */
    String alertId() {
        return new AlertNumber(IsoWeek.of(opened()), siteId, family()).toString();
    }

    /** {@code <week opened>-<site>}. */
    String episodeId() {
        return IsoWeek.of(opened()) + "-" + siteId;
    }

    boolean isOpen() {
        return course.ending().isEmpty();
    }

    boolean endedBy(Ending.Kind kind) {
        return course.ending().filter(ending -> ending.kind() == kind).isPresent();
    }

    boolean newsIn(LocalDate monday) {
        return course.lastNews().equals(monday);
    }

    /** The mute that holds in a week: grave facts that grow after it break it. */
    Optional<Answer.Mute> muteIn(LocalDate monday) {
        return answer.mute(monday).filter(mute -> !course.graver().isAfter(mute.from()));
    }

    /** The rise to show: that of the newest week judged. */
    SiteWeek.Rise rise() {
        return latest.judged() ? latest.rise() : strongest.rise();
    }

    /** The same before the first week folded, ended by the facts in a week. */
    Episode endedBefore(LocalDate closed) {
        Ending ending = new Ending(closed, Ending.Kind.EVIDENCE);
        return new Episode(siteId, opening, course.ended(ending), latest, strongest, answer);
    }

    /** The same, with its last news in a week. */
    Episode lastHeardOf(LocalDate news) {
        Course heard = new Course(course.since(), news, course.graver(), course.ending(), course.reopened());
        return new Episode(siteId, opening, heard, latest, strongest, answer);
    }

    Episode withNews(SiteWeek week) {
        SiteWeek stronger = week.rise().score() > strongest.rise().score() ? week : strongest;
        return new Episode(siteId, opening, course.news(week.monday()), week, stronger, answer);
    }

    Episode withoutNews(SiteWeek week) {
        return new Episode(siteId, opening, course, week, strongest, answer);
    }

    Episode closedIn(SiteWeek week) {
        return endedIn(week, Ending.Kind.EVIDENCE);
    }

    Episode endedIn(SiteWeek week, Ending.Kind kind) {
        return new Episode(siteId, opening, course.ended(new Ending(week.monday(), kind)), week, strongest, answer);
    }

    Episode reopenedIn(SiteWeek week) {
        return new Episode(siteId, opening, Course.from(week.monday(), true), week, week, Answer.NONE);
    }

    /** Open again as if it had never ended: what ended it was taken back. */
    Episode reinstatedIn(SiteWeek week) {
        return new Episode(siteId, opening, course.reinstated(), week, strongest, answer);
    }

    Episode answered(Answer said) {
        return new Episode(siteId, opening, course, latest, strongest, said);
    }

    /** With the memory that grave facts grew in a week, if they did. */
    Episode noticing(SiteWeek week) {
        boolean grew = week.recentGrave() > latest.recentGrave() || week.recentGravest() > latest.recentGravest();
        return grew ? new Episode(siteId, opening, course.graverIn(week.monday()), latest, strongest, answer) : this;
    }
}
