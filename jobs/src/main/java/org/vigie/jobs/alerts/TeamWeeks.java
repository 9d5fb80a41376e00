package org.vigie.jobs.alerts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads evidence sorted by team, week and site, and gives the decisions of each team, week after week. */
final class TeamWeeks implements Iterator<Row> {

    private final Iterator<Row> evidence;
    private final Map<LocalDate, Double> thresholds;
    private final History history;
    private final Function<String, TeamLoad> loads;
    private final Deque<Row> decided = new ArrayDeque<>();
    private final Map<String, EpisodeFold> folds = new HashMap<>();
    private final List<Episode> thisWeek = new ArrayList<>();
    private @Nullable TeamLoad load;
    private @Nullable Row pending;
    private String team = "";

    /**
     * What is known beside the evidence.
     *
     * @param findings what the field found
     * @param carried episodes that opened before the first week
     */
    record History(Findings findings, CarriedEpisodes carried) implements Serializable {}

    TeamWeeks(
            Iterator<Row> evidence,
            Map<LocalDate, Double> thresholds,
            History history,
            Function<String, TeamLoad> loads) {
        this.evidence = evidence;
        this.thresholds = thresholds;
        this.history = history;
        this.loads = loads;
        this.pending = evidence.hasNext() ? evidence.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (decided.isEmpty() && pending != null) {
            advanceOneWeek(pending);
        }
        return !decided.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return decided.remove();
    }

    private void advanceOneWeek(Row first) {
        String thisTeam = first.getAs("team");
        TeamLoad current = load;
        if (current == null || !thisTeam.equals(team)) {
            team = thisTeam;
            current = loads.apply(team);
            load = current;
            folds.clear();
        }
        LocalDate monday = first.getAs("as_of");
        thisWeek.clear();
        Row row = first;
        while (row != null
                && row.getAs("team").equals(team)
                && row.getAs("as_of").equals(monday)) {
            String siteId = row.getAs("site_id");
            EpisodeFold fold = folds.get(siteId);
            if (fold == null) {
                fold = begin(siteId, current);
            }
            thisWeek.addAll(fold.next(siteWeek(row, thresholds.getOrDefault(monday, 0.0))));
            row = evidence.hasNext() ? evidence.next() : null;
        }
        pending = row;
        DecisionRow rows = new DecisionRow(team, monday, this::bound);
        current.next(monday, thisWeek).forEach(decision -> decided.add(rows.of(decision)));
    }

    private EpisodeFold begin(String siteId, TeamLoad load) {
        EpisodeFold fold = history.carried().fold(siteId, history.findings());
        folds.put(siteId, fold);
        history.carried()
                .of(siteId)
                .filter(carried -> !carried.told().equals(CarriedEpisode.NEVER))
                .ifPresent(carried ->
                        fold.episodes().forEach(episode -> load.toldBefore(episode.alertId(), carried.told())));
        return fold;
    }

    /** Largest p-value that stood out when an episode opened. */
    private double bound(Episode episode) {
        return history.carried()
                .of(episode)
                .map(carried -> carried.opening().bound())
                .orElseGet(() -> thresholds.getOrDefault(episode.opened(), 0.0));
    }

    private static SiteWeek siteWeek(Row row, double threshold) {
        Double pValue = row.getAs("p_value");
        boolean judged = pValue != null;
        return new SiteWeek(
                row.getAs("as_of"),
                judged ? pValue : 1,
                judged && pValue <= threshold,
                judged ? row.<String>getAs("leading") : "ALL",
                judged ? rise(row) : new SiteWeek.Rise(row.getAs("as_of"), 0, 0, 0, 0, 1),
                SiteWeekRow.integer(row, "recent_facts"),
                SiteWeekRow.number(row, "recent_expected"),
                SiteWeekRow.integer(row, "recent_grave"),
                SiteWeekRow.integer(row, "recent_gravest"),
                Boolean.TRUE.equals(row.<Boolean>getAs("new_facts")),
                presenceShare(row));
    }

    private static SiteWeek.Rise rise(Row row) {
        return new SiteWeek.Rise(
                row.getAs("since_week"),
                SiteWeekRow.integer(row, "observed_since"),
                SiteWeekRow.number(row, "expected_since"),
                SiteWeekRow.integer(row, "reported_since"),
                SiteWeekRow.number(row, "score"),
                SiteWeekRow.number(row, "p_value"));
    }

    private static Optional<Double> presenceShare(Row row) {
        double usual = SiteWeekRow.number(row, "presence_usual");
        return usual > 0 ? Optional.of(SiteWeekRow.number(row, "presence_recent") / usual) : Optional.empty();
    }

    /** Reads numbers that may be empty. */
    private static final class SiteWeekRow {

        private SiteWeekRow() {}

        static int integer(Row row, String column) {
            Integer value = row.getAs(column);
            return value == null ? 0 : value;
        }

        static double number(Row row, String column) {
            Double value = row.getAs(column);
            return value == null ? 0 : value;
        }
    }
}
