package org.vigie.jobs.detection;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.series.SiteHistory;

/**
 * What is to be judged: every series in every week of the horizon, each with the history that it may look at. Small, and
 * sent to every task.
 */
final class JudgementPlan implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Totals, moments and the courses made of them, for each portfolio. */
    private static final int COPIES_PER_PORTFOLIO = 8;

    private final int firstAsOf;
    private final int lastAsOf;
    private final int historyWeeks;
    private final int oldestWeek;
    private final ArrayList<String> agencies;
    private final ArrayList<String> families;
    private final boolean presenceDelivered;

    JudgementPlan(Horizon horizon, List<String> agencies, List<String> families, boolean presenceDelivered) {
        this.firstAsOf = horizon.firstAsOf();
        this.lastAsOf = horizon.lastAsOf();
        this.historyWeeks = horizon.historyWeeks();
        this.oldestWeek = horizon.oldestWeek();
        this.agencies = new ArrayList<>(new TreeSet<>(agencies));
        this.families = new ArrayList<>(new TreeSet<>(families));
        this.presenceDelivered = presenceDelivered;
    }

    /**
     * Weeks judged and weeks looked back on.
     *
     * @param firstAsOf first week judged
     * @param lastAsOf last week judged: the published one
     * @param historyWeeks weeks of history, the week judged included
     * @param oldestWeek week before which the feeds bring nothing usable
     */
    record Horizon(int firstAsOf, int lastAsOf, int historyWeeks, int oldestWeek) {}

    /**
     * The same plan in pieces of some weeks each, oldest first, so that what all sites share never takes more than a
     * bound of memory, however many agencies there are.
     */
    List<JudgementPlan> pieces(long mostBytes, int buckets) {
        long doubles = 2L * agencies.size() * historyWeeks * (presenceDelivered ? 2 : 1);
        long copies = (long) buckets + COPIES_PER_PORTFOLIO;
        long perWeek = Math.max(1, doubles * Double.BYTES * seriesCount() * copies);
        int weeks = (int) Math.max(1, Math.min(lastAsOf - firstAsOf + 1L, mostBytes / perWeek));
        List<JudgementPlan> pieces = new ArrayList<>();
        for (int last = lastAsOf; last >= firstAsOf; last -= weeks) {
            int first = Math.max(firstAsOf, last - weeks + 1);
            pieces.add(
                    0,
                    new JudgementPlan(
                            new Horizon(first, last, historyWeeks, oldestWeek), agencies, families, presenceDelivered));
        }
        return pieces;
    }

    int firstAsOf() {
        return firstAsOf;
    }

    int lastAsOf() {
        return lastAsOf;
    }

    boolean presenceDelivered() {
        return presenceDelivered;
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
        return Math.max(oldestWeek, asOf - historyWeeks + 1);
    }

    /** Weeks of history in a week judged; 0 or less when there are none. */
    int weeks(int asOf) {
        return Math.max(0, asOf - firstWeek(asOf) + 1);
    }

    /** Where the sums of a week's portfolio stand. */
    PooledLayout layout(int asOf) {
        return PooledLayout.of(agencies, weeks(asOf), presenceDelivered);
    }

    /** A site's history of a series, as known at the end of a week. */
    SiteHistory history(SiteRecord site, int asOf, SiteRecord.Series which) {
        return site.historyAt(asOf, firstWeek(asOf), which, presenceDelivered);
    }

    /** A step for one week and the position of one series. */
    interface Step {
        void take(int asOf, int seriesPosition);
    }

    /** Goes through all weeks and series in order of their positions. */
    void forEach(Step step) {
        for (int asOf = firstAsOf; asOf <= lastAsOf; asOf++) {
            for (int series = 0; series < seriesCount(); series++) {
                step.take(asOf, series);
            }
        }
    }

    /** Number of portfolios: one for each week and series. */
    int size() {
        return (lastAsOf - firstAsOf + 1) * seriesCount();
    }

    /** Position of the portfolio of a week and a series. */
    int position(int asOf, int seriesPosition) {
        return (asOf - firstAsOf) * seriesCount() + seriesPosition;
    }

    /** Week of the portfolio at a position. */
    int asOf(int position) {
        return firstAsOf + position / seriesCount();
    }

    private int seriesCount() {
        return 2 + families.size();
    }
}
