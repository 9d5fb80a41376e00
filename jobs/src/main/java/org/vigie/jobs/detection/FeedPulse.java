package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * Which feeds were alive in which agency and week. Silence is not calm: a feed that has brought nothing for so long that
 * chance would hardly do it is silent, and its zeros say nothing.
 *
 * <p>With a mean of m facts a week over the year before, L empty weeks in a row have probability exp(-m L); the feed is
 * silent below {@value #CHANCE_OF_SILENCE}. An agency that reports little is therefore given more time.
 */
final class FeedPulse implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double CHANCE_OF_SILENCE = 1e-4;
    private static final int YEAR = 52;

    private final HashMap<String, TreeMap<Integer, TreeMap<Integer, Long>>> changes = new HashMap<>();
    private final TreeSet<String> feeds = new TreeSet<>();

    private FeedPulse() {}

    /** Sums the facts per feed, agency, week and week of knowledge: small, whatever the number of facts. */
    static FeedPulse of(SiteWeeks joined) {
        Dataset<Row> agencies = joined.sites().select(col("site_id"), col("agency"));
        Dataset<Row> sums = joined.facts()
                .where(col("site_id").isNotNull().and(col("known_on").isNotNull()))
                .where(col("fate").isin("used", "superseded"))
                .groupBy("feed", "site_id", "week", "known_on")
                .count()
                .join(agencies, "site_id")
                .groupBy("feed", "agency", "week", "known_on")
                .agg(sum(col("count")).as("facts"));
        FeedPulse pulse = new FeedPulse();
        for (Row row : sums.collectAsList()) {
            pulse.add(row);
        }
        return pulse;
    }

    private void add(Row row) {
        feeds.add(row.getString(0));
        changes.computeIfAbsent(key(row.getString(0), row.getString(1)), agency -> new TreeMap<>())
                .computeIfAbsent(WeekAxis.weekOf(row.<LocalDate>getAs(2)), week -> new TreeMap<>())
                .merge(WeekAxis.weekOf(row.<LocalDate>getAs(3)), row.getLong(4), Long::sum);
    }

    /** Feeds that brought at least one fact. */
    Collection<String> feeds() {
        return feeds;
    }

    /** Whether a feed had stopped in an agency, as known at the end of a week. */
    boolean silent(String feed, String agency, int asOf) {
        long[] weekly = weekly(feed, agency, asOf - 2 * YEAR, asOf);
        boolean nothing = Arrays.stream(weekly).allMatch(facts -> facts == 0);
        return nothing ? !weeklyIsNew(feed, agency, asOf) : silentRuns(weekly).get(weekly.length - 1);
    }

    /** Feeds that had stopped in an agency. */
    Collection<String> silentFeeds(String agency, int asOf) {
        return feeds.stream().filter(feed -> silent(feed, agency, asOf)).toList();
    }

    /**
     * Weeks up to one, and at most {@code back} weeks before it, in which some feed of an agency was silent: looked at
     * afterwards, chance would hardly have left it empty for so long.
     */
    List<SilentWeek> silentWeeks(int asOf, int back) {
        TreeSet<String> agencies = new TreeSet<>();
        changes.keySet().forEach(key -> agencies.add(key.substring(key.indexOf('\n') + 1)));
        List<SilentWeek> silent = new ArrayList<>();
        for (String agency : agencies) {
            BitSet weeks = new BitSet();
            feeds.forEach(feed -> weeks.or(silentRuns(weekly(feed, agency, asOf - back + 1, asOf))));
            weeks.stream().forEach(i -> silent.add(new SilentWeek(agency, WeekAxis.mondayOf(asOf - back + 1 + i))));
        }
        return silent;
    }

    /** Runs of empty weeks that the year before them, or the year after for the first run, makes improbable. */
    private static BitSet silentRuns(long[] weekly) {
        BitSet silent = new BitSet();
        int begin = 0;
        while (begin < weekly.length) {
            int end = begin;
            while (end < weekly.length && weekly[end] == 0) {
                end++;
            }
            long[] beside = begin > 0
                    ? Arrays.copyOfRange(weekly, Math.max(0, begin - YEAR), begin)
                    : Arrays.copyOfRange(weekly, end, Math.min(weekly.length, end + YEAR));
            if (improbable(Arrays.stream(beside).average().orElse(0), end - begin)) {
                silent.set(begin, end);
            }
            begin = end + 1;
        }
        return silent;
    }

    private static boolean improbable(double mean, int empty) {
        return mean * empty >= -Math.log(CHANCE_OF_SILENCE);
    }

    /**
     * First week from which a feed brings facts as it later does: the first of 13 weeks that hold a fifth of the median
     * of all 13 weeks since. A few stray old rows do not begin a feed.
     */
    int firstWeek(String feed, int asOf) {
        int first = changes.values().stream().mapToInt(TreeMap::firstKey).min().orElse(asOf);
        int oldest = Math.min(first, asOf);
        long[] weekly = new long[asOf - oldest + 1];
        for (String key : changes.keySet()) {
            if (key.startsWith(feed + "\n")) {
                long[] one = weekly(feed, key.substring(feed.length() + 1), oldest, asOf);
                Arrays.setAll(weekly, i -> weekly[i] + one[i]);
            }
        }
        int span = Math.min(13, weekly.length);
        long[] quarters = IntStream.rangeClosed(0, weekly.length - span)
                .mapToLong(start -> Arrays.stream(weekly, start, start + span).sum())
                .toArray();
        long[] busy = Arrays.stream(quarters).filter(sum -> sum > 0).sorted().toArray();
        if (busy.length == 0) {
            return asOf;
        }
        double enough = Math.max(1, busy[busy.length / 2] / 5.0);
        int start = IntStream.range(0, quarters.length)
                .filter(i -> quarters[i] >= enough)
                .findFirst()
                .orElse(0);
        while (start < weekly.length - 1 && weekly[start] == 0) {
            start++;
        }
        return oldest + start;
    }

    /**
     * First week from which every feed known by a week brings facts; a later week when none is known yet.
     */
    int oldestWeek(int asOf) {
        return feeds.stream()
                .filter(feed -> knownBy(feed, asOf))
                .mapToInt(feed -> firstWeek(feed, asOf))
                .max()
                .orElse(asOf + 1);
    }

    private boolean knownBy(String feed, int asOf) {
        return changes.entrySet().stream()
                .filter(agency -> agency.getKey().startsWith(feed + "\n"))
                .flatMap(agency -> agency.getValue().headMap(asOf, true).values().stream())
                .anyMatch(known -> known.firstKey() <= asOf);
    }

    /** What became known in each week, in words: equal words, equal pulse. */
    Map<Integer, String> wordsByWeekOfKnowledge() {
        TreeMap<Integer, String> words = new TreeMap<>();
        new TreeMap<>(changes)
                .forEach((agency, weeks) -> weeks.forEach((week, known) -> known.forEach((knownOn, facts) ->
                        words.merge(knownOn, agency + " " + week + " " + facts + "\n", String::concat))));
        return words;
    }

    private long[] weekly(String feed, String agency, int from, int asOf) {
        TreeMap<Integer, TreeMap<Integer, Long>> known = changes.getOrDefault(key(feed, agency), new TreeMap<>());
        long[] weekly = new long[asOf - from + 1];
        for (Map.Entry<Integer, TreeMap<Integer, Long>> week :
                known.subMap(from, true, asOf, true).entrySet()) {
            weekly[week.getKey() - from] = week.getValue().headMap(asOf, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        return weekly;
    }

    /** A feed that never brought anything for an agency is not silent there: it does not cover it. */
    private boolean weeklyIsNew(String feed, String agency, int asOf) {
        TreeMap<Integer, TreeMap<Integer, Long>> known = changes.get(key(feed, agency));
        return known == null || known.headMap(asOf, true).isEmpty();
    }

    private static String key(String feed, String agency) {
        return feed + "\n" + agency;
    }
}
