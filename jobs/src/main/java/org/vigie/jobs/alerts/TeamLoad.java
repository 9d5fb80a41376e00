package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives one team, week after week, as many alerts as it can follow: the strongest first, at most so many new ones, an
 * episode without news never again.
 */
final class TeamLoad {

    private final int capacity;
    private final int newPerWeek;
    private final Set<String> told = new HashSet<>();

    /**
     * A team that has been told nothing yet.
     *
     * @param capacity open alerts that it can follow in a week
     * @param newPerWeek of these, at most so many that it has not seen before
     */
    TeamLoad(int capacity, int newPerWeek) {
        this.capacity = capacity;
        this.newPerWeek = newPerWeek;
    }

    /** What becomes of an episode in one week. */
    enum State {
        NOUVELLE,
        TRANSMISE,
        EN_OBSERVATION,
        NON_TRANSMISE,
        LEVEE
    }

    /**
     * An episode with what the team is told of it.
     *
     * @param episode as it stands in the week
     * @param state what becomes of it
     */
    record Decision(Episode episode, State state) {
        boolean onTheList() {
            return state == State.NOUVELLE || state == State.TRANSMISE;
        }
    }

    /** Decides on the team's episodes of one week: those open, and those closed by it. */
    List<Decision> next(LocalDate monday, List<Episode> episodes) {
        List<Decision> decisions = new ArrayList<>();
        int listed = 0;
        int fresh = 0;
        for (Episode episode : strongestFirst(episodes)) {
            boolean known = told.contains(episode.alertId());
            State state;
            if (!episode.isOpen()) {
                state = State.LEVEE;
            } else if (!episode.newsIn(monday)) {
                state = known ? State.EN_OBSERVATION : State.NON_TRANSMISE;
            } else if (listed < capacity && (known || fresh < newPerWeek)) {
                state = known ? State.TRANSMISE : State.NOUVELLE;
                listed++;
                fresh += known ? 0 : 1;
                told.add(episode.alertId());
            } else {
                state = State.NON_TRANSMISE;
            }
            if (state != State.LEVEE || known) {
                decisions.add(new Decision(episode, state));
            }
            if (!episode.isOpen()) {
                told.remove(episode.alertId());
            }
        }
        return decisions;
    }

    private static List<Episode> strongestFirst(List<Episode> episodes) {
        return episodes.stream()
                .sorted(Comparator.comparingInt(
                                (Episode episode) -> episode.latest().recentGravest() > 0 ? 0 : 1)
                        .thenComparingDouble(episode -> episode.latest().pValue())
                        .thenComparing(Episode::alertId))
                .toList();
    }
}
