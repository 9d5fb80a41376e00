package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** A decision as a row of {@link AlertTables#DECISIONS}. */
final class DecisionRow {

    private final String team;
    private final LocalDate monday;
    private final ToDoubleFunction<Episode> bounds;

    /**
     * Rows of one team and week.
     *
     * @param bounds for each episode the largest p-value that stood out in the week in which it opened
     */
    DecisionRow(String team, LocalDate monday, ToDoubleFunction<Episode> bounds) {
        this.team = team;
        this.monday = monday;
        this.bounds = bounds;
    }

    Row of(TeamLoad.Decision decision) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(course(decision));
        values.addAll(figures(decision.episode()));
        values.addAll(answers(decision));
        values.addAll(openingAndPeak(decision));
        return RowFactory.create(values.toArray());
    }

    private List<@Nullable Object> course(TeamLoad.Decision decision) {
        Episode episode = decision.episode();
        return Arrays.asList(
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
                episode.reopened());
    }

    private static List<@Nullable Object> figures(Episode episode) {
        SiteWeek.Rise rise = episode.rise();
        SiteWeek.Rise strongest = episode.strongest().rise();
        SiteWeek latest = episode.latest();
        return Arrays.asList(
                rise.since(),
                rise.observed(),
                rise.expected(),
                rise.reported(),
                strongest.score(),
                strongest.pValue(),
                latest.recentFacts(),
                latest.recentExpected(),
                latest.recentGrave());
    }

    private List<@Nullable Object> answers(TeamLoad.Decision decision) {
        Episode episode = decision.episode();
        Optional<Finding> newest = episode.answer().newest();
        Optional<Answer.Mute> mute = episode.isOpen() ? episode.muteIn(monday) : Optional.empty();
        return Arrays.asList(
                (int) ChronoUnit.WEEKS.between(episode.opened(), monday),
                decision.held().name(),
                episode.answer().given(),
                newest.map(finding -> finding.outcome().name()).orElse(null),
                newest.map(Finding::day).orElse(null),
                mute.map(Answer.Mute::until).orElse(null),
                reason(episode, mute).orElse(null),
                episode.isOpen() ? episode.answer().red(monday).orElse(null) : null);
    }

    private List<@Nullable Object> openingAndPeak(TeamLoad.Decision decision) {
        Episode episode = decision.episode();
        SiteWeek strongest = episode.strongest();
        return Arrays.asList(
                openedBy(episode),
                episode.opening().pValue(),
                bounds.applyAsDouble(episode),
                decision.told().equals(CarriedEpisode.NEVER) ? null : decision.told(),
                strongest.monday(),
                strongest.rise().observed(),
                strongest.rise().expected(),
                episode.latest().pValue());
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
