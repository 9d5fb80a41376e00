package org.vigie.analytics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.series.SiteHistory;

/** The states that travel between machines: what is summed in the same pieces and order is equal to the last bit. */
class PooledStatesTest {

    private static final int WEEKS = 80;
    private static final int BUCKETS = 7;
    private static final PooledSettings SETTINGS = PooledSettings.STANDARD;
    private static final PooledLayout LAYOUT = PooledLayout.of(List.of("b", "a", "a"), WEEKS, true);

    private static List<SiteHistory> sites(long seed) {
        Random random = new Random(seed);
        List<SiteHistory> sites = new ArrayList<>();
        for (int site = 0; site < 30; site++) {
            double[][] columns = new double[3][WEEKS];
            boolean[] works = new boolean[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                columns[0][week] = random.nextInt(3);
                columns[1][week] = random.nextInt(2);
                columns[2][week] = random.nextInt(9);
                works[week] = random.nextInt(10) == 0;
            }
            SiteHistory plain = SiteHistory.ofCounts(site % 3 == 0 ? "a" : "b", 1 + random.nextInt(200), columns[0])
                    .withDiscovered(columns[1])
                    .withWorks(works)
                    .followedFrom(random.nextInt(30));
            sites.add(site % 4 == 0 ? plain : plain.withPresenceHours(columns[2]));
        }
        return sites;
    }

    /** The three passes, with buckets finished in any order, shipped as arrays, and merged in bucket order. */
    private static double[] expectations(List<SiteHistory> sites, Random workers) {
        PooledTotals totals = new PooledTotals(LAYOUT);
        for (double[] bucket : inBuckets(sites, workers, () -> new PooledTotals(LAYOUT))) {
            totals.merge(PooledTotals.of(LAYOUT, bucket));
        }
        PooledMoments moments = new PooledMoments(totals, SETTINGS);
        for (double[] bucket : inBuckets(sites, workers, () -> new PooledMoments(totals, SETTINGS))) {
            moments.merge(bucket);
        }
        PooledBaseline first = new PooledBaseline(totals, moments, SETTINGS);
        PooledMoments refined = new PooledMoments(first);
        for (double[] bucket : inBuckets(sites, workers, () -> new PooledMoments(first))) {
            refined.merge(bucket);
        }
        PooledBaseline baseline = first.refine(refined);
        return sites.stream()
                .mapToDouble(site -> baseline.expect(site).expected(WEEKS - 1))
                .toArray();
    }

    private interface Start {
        Object state();
    }

    private static List<double[]> inBuckets(List<SiteHistory> sites, Random workers, Start start) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
        java.util.Collections.shuffle(order, workers);
        double[][] buckets = new double[BUCKETS][];
        for (int bucket : order) {
            Object state = start.state();
            for (int i = bucket; i < sites.size(); i += BUCKETS) {
                if (state instanceof PooledTotals totals) {
                    totals.add(sites.get(i));
                } else {
                    ((PooledMoments) state).add(sites.get(i));
                }
            }
            buckets[bucket] =
                    state instanceof PooledTotals totals ? totals.toArray() : ((PooledMoments) state).toArray();
        }
        return List.of(buckets);
    }

    @Property(tries = 10)
    void theSameBucketsGiveTheSameBitsWhoeverFinishesFirst(@ForAll @IntRange(max = 1000) int seed) {
        List<SiteHistory> sites = sites(seed);
        assertThat(expectations(sites, new Random(1))).isEqualTo(expectations(sites, new Random(2)));
    }

    @Test
    void aStateOfAnotherPortfolioIsRefused() {
        PooledTotals totals = new PooledTotals(LAYOUT);
        PooledTotals other = new PooledTotals(PooledLayout.of(List.of("a"), WEEKS, true));
        assertThatIllegalArgumentException().isThrownBy(() -> totals.merge(other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.add(SiteHistory.ofCounts("a", 10, new double[WEEKS + 1])))
                .withMessageContaining("weeks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.add(SiteHistory.ofCounts("c", 10, new double[WEEKS])))
                .withMessageContaining("group");
    }

    @Test
    void whatWasExpectedDoesNotDependOnTheSitesOwnNewestWeeks() {
        List<SiteHistory> sites = sites(4);
        double[] before = expectations(sites, new Random(1));
        double[] reported = new double[WEEKS];
        SiteHistory old = sites.get(1);
        for (int week = 0; week < WEEKS; week++) {
            reported[week] = old.reported(week) + (week == WEEKS - 1 ? 5 : 0);
        }
        assertThat(expected(sites, reported)).isCloseTo(before[1], org.assertj.core.api.Assertions.withinPercentage(2));
    }

    private static double expected(List<SiteHistory> sites, double[] reported) {
        SiteHistory old = sites.get(1);
        double[][] columns = new double[2][WEEKS];
        boolean[] works = new boolean[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            columns[0][week] = old.discovered(week);
            columns[1][week] = old.presenceHours(week);
            works[week] = old.worksRunning(week);
        }
        List<SiteHistory> changed = new ArrayList<>(sites);
        changed.set(
                1,
                SiteHistory.ofCounts(old.group(), old.size(), reported)
                        .withDiscovered(columns[0])
                        .withPresenceHours(columns[1])
                        .withWorks(works)
                        .followedFrom(old.firstWeek()));
        return expectations(changed, new Random(1))[1];
    }
}
