package org.vigie.jobs.alerts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Episodes that opened before the weeks that are folded: at most one for each site, the newest. */
public final class CarriedEpisodes implements Serializable {

    /** None: the fold begins with every site calm. */
    public static final CarriedEpisodes NONE = new CarriedEpisodes(LocalDate.EPOCH, List.of());

    private static final long serialVersionUID = 1L;

    private final LocalDate firstWeek;
    private final TreeMap<String, CarriedEpisode> bySite = new TreeMap<>();

    /**
     * Of these episodes those that matter: opened before the first week, and open then or closed so little before that a
     * rise would open them again.
     */
    public CarriedEpisodes(LocalDate firstWeek, Collection<CarriedEpisode> told) {
        this.firstWeek = firstWeek;
        told.stream()
                .filter(one -> one.opened().isBefore(firstWeek))
                .filter(one -> !one.closed().isBefore(firstWeek.minusWeeks(EpisodeFold.WEEKS_TO_REOPEN)))
                .sorted(Comparator.comparing(CarriedEpisode::opened))
                .forEach(one -> bySite.put(one.siteId(), one));
    }

    /** In words: equal words, equal episodes; empty when there are none. */
    public String words() {
        return bySite.values().stream().map(CarriedEpisode::toString).collect(Collectors.joining("\n"));
    }

    /** The fold of a site, with what it carries. */
    EpisodeFold fold(String siteId, Findings findings) {
        EpisodeFold fold = new EpisodeFold(siteId, findings);
        of(siteId).ifPresent(one -> fold.carry(one.entering(firstWeek)));
        return fold;
    }

    /** What a site carries. */
    Optional<CarriedEpisode> of(String siteId) {
        return Optional.ofNullable(bySite.get(siteId));
    }

    /** The carried episode that an episode continues. */
    Optional<CarriedEpisode> of(Episode episode) {
        return of(episode.siteId()).filter(one -> one.opened().equals(episode.opened()));
    }
}
