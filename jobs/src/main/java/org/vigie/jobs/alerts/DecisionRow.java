package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A decision as a row of {@link AlertTables#DECISIONS}. */
final class DecisionRow {

    private final String team;
    private final LocalDate monday;
    private final ToDoubleFunction<LocalDate> bounds;

    /**
     * Rows of one team and week.
     *
     * @param bounds for each week the largest p-value that stands out
     */
    DecisionRow(String team, LocalDate monday, ToDoubleFunction<LocalDate> bounds) {
        this.team = team;
        this.monday = monday;
        this.bounds = bounds;
    }

    Row of(TeamLoad.Decision decision) {
        Episode episode = decision.episode();
        SiteWeek.Rise rise = episode.rise();
        SiteWeek latest = episode.latest();
        Optional<Finding> newest = episode.answer().newest();
        Optional<Answer.Mute> mute = episode.isOpen() ? episode.muteIn(monday) : Optional.empty();
        return RowFactory.create(
                team,
                monday,
                episode.siteId(),
                episode.alertId(),
                episode.episodeId(),
                episode.family(),
                episode.opened(),
                episode.closed().orElse(null),
                decision.state().name(),
                decision.onTheList(),
                episode.reopened(),
                rise.since(),
                rise.observed(),
                rise.expected(),
                rise.reported(),
                rise.score(),
                rise.pValue(),
                latest.recentFacts(),
                latest.recentExpected(),
                latest.recentGrave(),
                (int) ChronoUnit.WEEKS.between(episode.opened(), monday),
                decision.held().name(),
                episode.answer().given(),
                newest.map(finding -> finding.outcome().name()).orElse(null),
                newest.map(Finding::day).orElse(null),
                mute.map(Answer.Mute::until).orElse(null),
                reason(episode, mute).orElse(null),
                episode.isOpen() ? episode.answer().red(monday).orElse(null) : null,
                openedBy(episode),
                episode.opening().pValue(),
                bounds.applyAsDouble(episode.opened()));
    }

    private static Optional<String> reason(Episode episode, Optional<Answer.Mute> mute) {
        if (episode.endedBy(Ending.Kind.PERSON)) {
            return episode.answer().decided().map(finding -> finding.decision().reason());
        }
        return mute.map(Answer.Mute::reason);
    }

    private static String openedBy(Episode episode) {
        SiteWeek opening = episode.opening();
        boolean three = Math.min(opening.recentFacts(), opening.rise().observed()) >= EpisodeFold.MINIMUM_FACTS;
        return three ? "three-facts" : "severity-five";
    }
}
