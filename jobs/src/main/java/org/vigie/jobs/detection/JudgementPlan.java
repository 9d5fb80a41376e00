package org.vigie.jobs.detection;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.series.SiteHistory;

/**
 * What is to be judged: every series in some weeks, each with the history that it may look at. Small, and
 * sent to every task.
 */
final class JudgementPlan implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Totals, moments and the courses made of them, for each portfolio. */
    private static final int COPIES_PER_PORTFOLIO = 8;

    private final int[] weeks;
    private final int[] firstWeeks;
    private final ArrayList<String> agencies;
    private final ArrayList<String> families;
    private final int firstPresence;

    JudgementPlan(List<WeekToJudge> weeks, Common shared) {
        this(
                weeks.stream().mapToInt(WeekToJudge::asOf).toArray(),
                weeks.stream().mapToInt(WeekToJudge::firstWeek).toArray(),
                shared.agencies(),
                shared.families(),
                shared.firstPresence());
    }

    private JudgementPlan(
            int[] weeks, int[] firstWeeks, List<String> agencies, List<String> families, int firstPresence) {
        this.weeks = weeks;
        this.firstWeeks = firstWeeks;
        this.agencies = new ArrayList<>(new TreeSet<>(agencies));
        this.families = new ArrayList<>(new TreeSet<>(families));
        this.firstPresence = firstPresence;
    }

    /**
     * A week to judge.
     *
     * @param asOf the week
     * @param firstWeek first week of the history that its judgement looks at
     */
    record WeekToJudge(int asOf, int firstWeek) {}

    /**
     * What holds for all weeks.
     *
     * @param agencies groups of sites
     * @param families families that are judged on their own
     * @param firstPresence first week for which hours of presence were delivered
     */
    record Common(List<String> agencies, List<String> families, int firstPresence) {}

    /**
     * The same plan in pieces of some weeks each, oldest first, so that what all sites share never takes more than a
     * bound of memory, however many agencies there are.
     */
    List<JudgementPlan> pieces(long mostBytes, int buckets) {
        long longest = IntStream.of(weeks).mapToLong(this::weeks).max().orElse(0);
        long doubles = 2L * agencies.size() * longest * 2;
        long copies = (long) buckets + COPIES_PER_PORTFOLIO;
        long perWeek = Math.max(1, doubles * Double.BYTES * seriesCount() * copies);
        int size = (int) Math.max(1, Math.min(weeks.length, mostBytes / perWeek));
        List<JudgementPlan> pieces = new ArrayList<>();
        for (int end = weeks.length; end > 0; end -= size) {
            int start = Math.max(0, end - size);
            pieces.add(
                    0,
                    new JudgementPlan(
                            Arrays.copyOfRange(weeks, start, end),
                            Arrays.copyOfRange(firstWeeks, start, end),
                            agencies,
                            families,
                            firstPresence));
        }
        return pieces;
    }

    /** Weeks judged, oldest first. */
    IntStream asOfs() {
        return IntStream.of(weeks);
    }

    int lastAsOf() {
        return weeks[weeks.length - 1];
    }

    /** Whether hours of presence were delivered by a week. */
    boolean presenceDelivered(int asOf) {
        return firstPresence <= asOf;
    }

    List<String> families() {
        return families;
    }

    /** All facts, grave facts, then the families. */
    List<SiteRecord.Series> series() {
        List<SiteRecord.Series> series = new ArrayList<>();
        series.add(new SiteRecord.AllFacts());
        series.add(SiteRecord.Marked.GRAVE_FACTS);
        families.forEach(family -> series.add(new SiteRecord.Family(family)));
        return series;
    }

    /** First week of the histories that are judged in a week. */
    int firstWeek(int asOf) {
        return firstWeeks[index(asOf)];
    }

    /** First week of any history. */
    int oldestWeek() {
        return IntStream.of(firstWeeks).min().orElseThrow();
    }

    /** Weeks of history in a week judged; 0 or less when there are none. */
    int weeks(int asOf) {
        return Math.max(0, asOf - firstWeek(asOf) + 1);
    }

    /** Where the sums of a week's portfolio stand. */
    PooledLayout layout(int asOf) {
        return PooledLayout.of(agencies, weeks(asOf), presenceDelivered(asOf));
    }

    /** Position of a site's agency in the layouts. */
    int group(SiteRecord site) {
        return Collections.binarySearch(agencies, site.agency());
    }

    /** A site's history of a series, as known at the end of a week. */
    SiteHistory history(SiteRecord site, int asOf, SiteRecord.Series which) {
        return site.historyAt(asOf, firstWeek(asOf), which, presenceDelivered(asOf));
    }

    /** A step for one week and the position of one series. */
    interface Step {
        void take(int asOf, int seriesPosition);
    }

    /** Goes through all weeks and series in order of their positions. */
    void forEach(Step step) {
        for (int asOf : weeks) {
            for (int series = 0; series < seriesCount(); series++) {
                step.take(asOf, series);
            }
        }
    }

    /** Number of portfolios: one for each week and series. */
    int size() {
        return weeks.length * seriesCount();
    }

    /** Position of the portfolio of a week and a series. */
    int position(int asOf, int seriesPosition) {
        return index(asOf) * seriesCount() + seriesPosition;
    }

    /** Week of the portfolio at a position. */
    int asOf(int position) {
        return weeks[position / seriesCount()];
    }

    private int index(int asOf) {
        int index = Arrays.binarySearch(weeks, asOf);
        if (index < 0) {
            throw new IllegalArgumentException("week " + WeekAxis.mondayOf(asOf) + " is not judged by this plan");
        }
        return index;
    }

    private int seriesCount() {
        return 2 + families.size();
    }
}
