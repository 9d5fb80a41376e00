package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds the weeks of one site into episodes, oldest week first.
 *
 * <ul>
 *   <li>An episode <b>opens</b> when the site stands out among all sites, at least three facts happened in four weeks,
 *       and the series that it is named after holds three since its rise began; one is enough if it is of severity 5.
 *   <li>It has <b>news</b> in a week that still stands out and brought new facts.
 *   <li>It <b>closes</b> when four weeks have passed since its last news, these four weeks hold no more than expected
 *       and a margin, and presence was not below 70 % of usual.
 *   <li>It <b>opens again</b>, under its number, when the site stands out within eight weeks of the closing.
 *   <li>A <b>person</b> may end it earlier, and an error of data cancels it: then only a rise that began after that, or a
 *       new fact of severity 5, opens it again. Where the person takes it back, it is open as before.
 * </ul>
 *
 * <p>An episode that opened before the weeks at hand is carried into them with its number.
 *
 * <p>What people said counts from the week in which it became known, so that every past week folds as it did then.
 */
final class EpisodeFold {

    static final int MINIMUM_FACTS = 3;
    static final int WEEKS_TO_CLEAR = 4;
    static final int WEEKS_TO_REOPEN = 8;

    private final String siteId;
    private final Findings findings;
    private final List<Episode> episodes = new ArrayList<>();

    EpisodeFold(String siteId) {
        this(siteId, Findings.NONE);
    }

    EpisodeFold(String siteId, Findings findings) {
        this.siteId = siteId;
        this.findings = findings;
    }

    /** Begins with an episode that opened before the first week. */
    void carry(Episode episode) {
        episodes.add(episode);
    }

    /** Takes the next week in; gives the episode that is open in it, or closed by it. */
    List<Episode> next(SiteWeek week) {
        Episode last = episodes.isEmpty() ? null : episodes.get(episodes.size() - 1);
        if (last != null && (last.isOpen() || isTakenBack(last, week))) {
            Episode open = last.isOpen() ? last : last.reinstatedIn(week);
            replaceLast(advanced(open.answered(answer(open, week)), week));
            return List.of(episodes.get(episodes.size() - 1));
        }
        if (!opens(week)) {
            return List.of();
        }
        if (last != null && weeksBetween(last.closed().orElseThrow(), week.monday()) <= WEEKS_TO_REOPEN) {
            if (!opensAfter(last, week)) {
                return List.of();
            }
            replaceLast(last.reopenedIn(week));
        } else {
            episodes.add(Episode.open(siteId, week));
        }
        return List.of(episodes.get(episodes.size() - 1));
    }

    /** Every episode so far, oldest first. */
    List<Episode> episodes() {
        return List.copyOf(episodes);
    }

    private Answer answer(Episode episode, SiteWeek week) {
        return Answer.of(
                findings.believed(episode.alertId(), week.monday()),
                episode.course().since());
    }

    private static Episode advanced(Episode episode, SiteWeek week) {
        Episode noticed = episode.noticing(week);
        if (noticed.answer().ending().isPresent()) {
            return noticed.endedIn(week, noticed.answer().ending().orElseThrow());
        }
        if (week.discovery() && week.newFacts()) {
            return noticed.withNews(week);
        }
        boolean quietLongEnough = weeksBetween(noticed.course().lastNews(), week.monday()) >= WEEKS_TO_CLEAR;
        return quietLongEnough && week.calm() ? noticed.closedIn(week) : noticed.withoutNews(week);
    }

    /** Whether what a person ended is not believed to be ended any more. */
    private boolean isTakenBack(Episode last, SiteWeek week) {
        return !last.endedBy(Ending.Kind.EVIDENCE)
                && weeksBetween(last.closed().orElseThrow(), week.monday()) <= WEEKS_TO_REOPEN
                && answer(last, week).ending().isEmpty();
    }

    private static boolean opens(SiteWeek week) {
        return week.discovery() && week.newFacts() && (enoughFacts(week) || week.recentGravest() >= 1);
    }

    /** What a person ended does not come back with the same facts. */
    private static boolean opensAfter(Episode last, SiteWeek week) {
        return last.endedBy(Ending.Kind.EVIDENCE)
                || week.rise().since().isAfter(last.closed().orElseThrow())
                || week.recentGravest() > last.latest().recentGravest();
    }

    private static boolean enoughFacts(SiteWeek week) {
        return Math.min(week.recentFacts(), week.rise().observed()) >= MINIMUM_FACTS;
    }

    private void replaceLast(Episode episode) {
        episodes.set(episodes.size() - 1, episode);
    }

    private static long weeksBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.WEEKS.between(from, to);
    }
}
