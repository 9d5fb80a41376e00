package org.vigie.jobs.detection;

import static org.vigie.jobs.detection.SiteEvents.DISCOVERED;
import static org.vigie.jobs.detection.SiteEvents.ESCALATION;
import static org.vigie.jobs.detection.SiteEvents.GRAVE;
import static org.vigie.jobs.detection.SiteEvents.GRAVEST;

import java.util.ArrayList;
import java.util.List;
import org.vigie.analytics.baseline.PooledDelays;
import org.vigie.analytics.series.SiteHistory;

/**
 * All that is known of one site, with the week in which each thing became known, from which its history at any earlier
 * week can be told. Weeks are numbers of {@link WeekAxis}.
 */
public final class SiteRecord {

    private final String siteId;
    private final String agency;
    private final String team;
    private final double dwellings;
    private final int followedFrom;
    private final int followedTo;
    private final List<Change> facts = new ArrayList<>();
    private final List<Plan> works = new ArrayList<>();
    private final List<Change> moves = new ArrayList<>();
    private final List<Change> presence = new ArrayList<>();

    /** A signed change of a week's figure, from the week in which it became known. */
    public record Change(int week, int knownFrom, String code, int flags, double value) {

        boolean discovered() {
            return (flags & DISCOVERED) != 0;
        }

        boolean onAlert() {
            return code.equals(SiteEvents.ON_ALERT);
        }
    }

    /** A version of a plan of works, from its first to its last week, believed for some weeks. */
    public record Plan(
            int first, int last, int knownFrom, int knownUntil, String worksType, String status, boolean told) {

        /** Whether the version was believed at the end of a week. */
        public boolean believedAt(int week) {
            return knownFrom <= week && week < knownUntil;
        }

        /** Whether the works last through some day of a week. */
        public boolean runsIn(int week) {
            return first <= week && week <= last;
        }
    }

    /** Which facts a series counts. */
    sealed interface Series {

        /** Whether a change belongs to the series. */
        boolean counts(Change fact);

        /** Name as in the verdicts. */
        String name();
    }

    /** All facts together. */
    record AllFacts() implements Series {
        @Override
        public boolean counts(Change fact) {
            return true;
        }

        @Override
        public String name() {
            return "ALL";
        }
    }

    /** Facts with a mark, such as the grave ones. */
    record Marked(String name, int flag) implements Series {

        /** Severity 4 and 5. */
        static final Marked GRAVE_FACTS = new Marked("GRAVE", GRAVE);
        /** Severity 5. */
        static final Marked GRAVEST_FACTS = new Marked("GRAVEST", GRAVEST);
        /** Kinds that the forecast is about. */
        static final Marked ESCALATIONS = new Marked("ESCALATION", ESCALATION);

        @Override
        public boolean counts(Change fact) {
            return (fact.flags() & flag) != 0;
        }
    }

    /** Facts of one family. */
    record Family(String name) implements Series {
        @Override
        public boolean counts(Change fact) {
            return fact.code().equals(name);
        }
    }

    SiteRecord(String siteId, Change described, String team, int followedTo) {
        this.siteId = siteId;
        this.agency = described.code();
        this.team = team;
        this.dwellings = described.value();
        this.followedFrom = described.week();
        this.followedTo = followedTo;
    }

    void addFact(Change fact) {
        facts.add(fact);
    }

    void addWorks(Plan plan) {
        works.add(plan);
    }

    void addMove(Change move) {
        moves.add(move);
    }

    void addPresence(Change hours) {
        presence.add(hours);
    }

    /** Key of staged sites. */
    public String siteId() {
        return siteId;
    }

    String agency() {
        return agency;
    }

    String team() {
        return team;
    }

    /** Dwellings. */
    public double dwellings() {
        return dwellings;
    }

    /** First week in which the site is followed. */
    public int followedFrom() {
        return followedFrom;
    }

    /** Last week in which the site is followed. */
    public int followedTo() {
        return followedTo;
    }

    /** Changes of facts, as the rows brought them. */
    public List<Change> facts() {
        return List.copyOf(facts);
    }

    /** Versions of plans of works. */
    public List<Plan> works() {
        return List.copyOf(works);
    }

    /** Changes of moves. */
    public List<Change> moves() {
        return List.copyOf(moves);
    }

    /** Whether the site is followed in a week. */
    public boolean followedIn(int week) {
        return followedFrom <= week && week <= followedTo;
    }

    /** First week in which the site was followed, or a later one. */
    int firstFollowed(int latest) {
        return Math.min(latest, followedFrom);
    }

    /** Weeks in which the site was followed, of so many up to one; at least one. */
    int followedWeeks(int week, int most) {
        return Math.max(1, Math.min(most, week - Math.min(week, followedFrom) + 1));
    }

    /** Plans believed at the end of a week. */
    List<Plan> plansAt(int asOf) {
        return works.stream().filter(plan -> plan.believedAt(asOf)).toList();
    }

    /** Facts of a series that a week added or took away, whenever they happened. */
    boolean changedIn(int week, Series series) {
        return facts.stream().anyMatch(fact -> fact.knownFrom() == week && fact.value() > 0 && series.counts(fact));
    }

    /**
     * The series as it is judged, from the first week of the axis to the week judged, as known at its end. What was found
     * on visits that an alert caused must not feed the next alert. No fact says on which visit it was found: of a week's
     * discovered facts, as of its hours, the share that such visits have in the hours is left out.
     */
    SiteHistory historyAt(int asOf, int firstWeek, Series series, boolean presenceDelivered) {
        int weeks = asOf - firstWeek + 1;
        double[] reported = facts(false, asOf, firstWeek, series);
        double[] discovered = facts(true, asOf, firstWeek, series);
        double[] hours = presence(asOf, firstWeek);
        double[] onAlert = sums(presence.stream().filter(Change::onAlert).toList(), asOf, firstWeek, weeks);
        for (int week = 0; week < weeks; week++) {
            if (presenceDelivered && onAlert[week] > 0) {
                double planned = Math.max(0, hours[week] - onAlert[week]);
                discovered[week] *= planned / hours[week];
                hours[week] = planned;
            }
        }
        SiteHistory history = SiteHistory.ofCounts(agency, dwellings, reported)
                .withDiscovered(discovered)
                .withWorks(worksRunning(asOf, firstWeek, weeks))
                .followedFrom(Math.min(weeks, Math.max(0, followedFrom - firstWeek)));
        return presenceDelivered ? history.withPresenceHours(hours) : history;
    }

    /** Facts of a series per week as known at the end of the last, reported or discovered, whatever the visit. */
    double[] facts(boolean found, int asOf, int firstWeek, Series series) {
        double[] counts = new double[asOf - firstWeek + 1];
        for (Change fact : facts) {
            int week = fact.week() - firstWeek;
            if (week >= 0
                    && week < counts.length
                    && fact.knownFrom() <= asOf
                    && fact.discovered() == found
                    && series.counts(fact)) {
                counts[week] += fact.value();
            }
        }
        return counts;
    }

    /** Adds how late the facts of a series became known, as known at the end of a week. */
    void addDelays(int asOf, Series series, int group, PooledDelays delays) {
        for (Change fact : facts) {
            if (fact.week() <= asOf && fact.knownFrom() <= asOf && series.counts(fact)) {
                delays.add(group, fact.discovered(), asOf - fact.week(), fact.knownFrom() - fact.week(), fact.value());
            }
        }
    }

    /** Hours of presence per week, on whatever cause. */
    double[] presence(int asOf, int firstWeek) {
        return sums(presence, asOf, firstWeek, asOf - firstWeek + 1);
    }

    /** Moves in one direction per week, as known at the end of the last. */
    double[] moves(String direction, int asOf, int firstWeek) {
        List<Change> oneWay =
                moves.stream().filter(move -> move.code().equals(direction)).toList();
        return sums(oneWay, asOf, firstWeek, asOf - firstWeek + 1);
    }

    private boolean[] worksRunning(int asOf, int firstWeek, int weeks) {
        boolean[] running = new boolean[weeks];
        for (Plan plan : plansAt(asOf)) {
            if (plan.status().equals("PLANNED") && plan.first() < asOf - 3) {
                continue; // announced, its day long past, and never said to have begun
            }
            int from = Math.max(0, plan.first() - firstWeek);
            int to = (int) Math.min(weeks - 1L, (long) plan.last() - firstWeek);
            for (int week = from; week <= to; week++) {
                running[week] = true;
            }
        }
        return running;
    }

    private static double[] sums(List<Change> changes, int asOf, int firstWeek, int weeks) {
        double[] sums = new double[weeks];
        for (Change change : changes) {
            int week = change.week() - firstWeek;
            if (week >= 0 && week < weeks && change.knownFrom() <= asOf) {
                sums[week] += change.value();
            }
        }
        return sums;
    }
}
