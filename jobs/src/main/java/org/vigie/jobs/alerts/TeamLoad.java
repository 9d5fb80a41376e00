package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives one team, week after week, as many alerts as it can follow: the strongest first, at most so many new ones, an
 * episode without news never again, and nothing that is muted or of a family that is not trusted.
 */
final class TeamLoad {

    private final int capacity;
    private final int newPerWeek;
    private final FamilyTrust trust;
    private final Map<String, LocalDate> told = new HashMap<>();

    /** A team that has been told nothing yet, and trusts every family alike. */
    TeamLoad(int capacity, int newPerWeek) {
        this(capacity, newPerWeek, FamilyTrust.NEUTRAL);
    }

    /**
     * A team that has been told nothing yet.
     *
     * @param capacity open alerts that it can follow in a week
     * @param newPerWeek of these, at most so many that it has not seen before
     * @param trust how far each family is trusted
     */
    TeamLoad(int capacity, int newPerWeek, FamilyTrust trust) {
        this.capacity = capacity;
        this.newPerWeek = newPerWeek;
        this.trust = trust;
    }

    /** What becomes of an episode in one week. */
    enum State {
        NOUVELLE,
        TRANSMISE,
        PRISE_EN_CHARGE,
        EN_OBSERVATION,
        SOURDINE,
        NON_TRANSMISE,
        LEVEE,
        ANNULEE
    }

    /** Why an open episode is not on the list. */
    enum Held {
        /** It is, or it has ended. */
        NOT,
        /** There was no room. */
        CAPACITY,
        /** Its family was wrong too often. */
        PRECISION,
        /** It is muted. */
        MUTED,
        /** It brought nothing new. */
        NO_NEWS
    }

    /**
     * An episode with what the team is told of it.
     *
     * @param episode as it stands in the week
     * @param state what becomes of it
     * @param held why it is not on the list
     * @param told Monday of the first week in which the team was told since it last opened; {@link CarriedEpisode#NEVER}
     *     if it was not
     */
    record Decision(Episode episode, State state, Held held, LocalDate told) {
        boolean onTheList() {
            return held == Held.NOT && episode.isOpen();
        }
    }

    /** Remembers that the team was told of an alert before the first week. */
    void toldBefore(String alertId, LocalDate monday) {
        told.put(alertId, monday);
    }

    /** Decides on the team's episodes of one week: those open, and those closed by it. */
    List<Decision> next(LocalDate monday, List<Episode> episodes) {
        List<Decision> decisions = new ArrayList<>();
        int listed = 0;
        int fresh = 0;
        for (Episode episode : strongestFirst(monday, episodes)) {
            boolean known =
                    told.containsKey(episode.alertId()) || episode.answer().given();
            Held held = held(monday, episode);
            if (held == Held.NOT && episode.isOpen()) {
                boolean room = listed < capacity && (known || fresh < newPerWeek);
                held = room ? Held.NOT : Held.CAPACITY;
                listed += room ? 1 : 0;
                fresh += room && !known ? 1 : 0;
            }
            if (held == Held.NOT && episode.isOpen()) {
                told.putIfAbsent(episode.alertId(), monday);
            }
            if (episode.isOpen() || known) {
                LocalDate first = told.getOrDefault(episode.alertId(), CarriedEpisode.NEVER);
                decisions.add(new Decision(episode, state(monday, episode, held, known), held, first));
            }
            if (!episode.isOpen()) {
                told.remove(episode.alertId());
            }
        }
        return decisions;
    }

    private Held held(LocalDate monday, Episode episode) {
        if (!episode.isOpen()) {
            return Held.NOT;
        }
        if (episode.muteIn(monday).isPresent()) {
            return Held.MUTED;
        }
        if (!episode.newsIn(monday)) {
            return Held.NO_NEWS;
        }
        boolean gravest = episode.latest().recentGravest() > 0;
        return !gravest && trust.stopped(episode.family(), monday) ? Held.PRECISION : Held.NOT;
    }

    private static State state(LocalDate monday, Episode episode, Held held, boolean known) {
        if (!episode.isOpen()) {
            return episode.endedBy(Ending.Kind.DATA) ? State.ANNULEE : State.LEVEE;
        }
        boolean inCharge = episode.answer().inCharge(monday);
        return switch (held) {
            case MUTED -> State.SOURDINE;
            case NO_NEWS -> inCharge ? State.PRISE_EN_CHARGE : known ? State.EN_OBSERVATION : State.NON_TRANSMISE;
            case CAPACITY, PRECISION -> inCharge ? State.PRISE_EN_CHARGE : State.NON_TRANSMISE;
            case NOT -> inCharge ? State.PRISE_EN_CHARGE : known ? State.TRANSMISE : State.NOUVELLE;
        };
    }

    private List<Episode> strongestFirst(LocalDate monday, List<Episode> episodes) {
        return episodes.stream()
                .sorted(Comparator.comparingInt(
                                (Episode episode) -> episode.latest().recentGravest() > 0 ? 0 : 1)
                        .thenComparingDouble(
                                episode -> episode.latest().pValue() / trust.weight(episode.family(), monday))
                        .thenComparing(Episode::alertId))
                .toList();
    }
}
