package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.series.SiteHistory;

class PooledDetectorTest {

    private static final int WEEKS = 160;
    private static final int LAST = WEEKS - 1;

    private static List<PooledVerdict> judge(List<SiteHistory> sites) {
        return new PooledPanel(sites, PooledSettings.STANDARD)
                .judge(sites.get(0).weeks() - 1);
    }

    private static double score(PooledVerdict verdict) {
        return verdict.verdict().fold(Evidence::score, Evidence::score, reason -> Double.NaN);
    }

    private static double pValue(PooledVerdict verdict) {
        return verdict.verdict().fold(Evidence::pValue, Evidence::pValue, reason -> Double.NaN);
    }

    @Property(tries = 5)
    void theOrderOfSitesDoesNotMatter(@ForAll @IntRange(max = 1000) int seed) {
        List<SiteHistory> sites = QuietPortfolio.sites(seed, 8, WEEKS);
        List<Integer> order = QuietPortfolio.shuffled(sites.size(), seed);
        List<PooledVerdict> direct = judge(sites);
        List<PooledVerdict> shuffled = judge(order.stream().map(sites::get).toList());
        for (int i = 0; i < order.size(); i++) {
            assertThat(score(shuffled.get(i))).isCloseTo(score(direct.get(order.get(i))), within(1e-8));
        }
    }

    @Property(tries = 5)
    void theUnitOfSizeDoesNotMatter(
            @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(min = 2, max = 50) int unit) {
        List<SiteHistory> sites = QuietPortfolio.sites(seed, 8, WEEKS);
        List<SiteHistory> scaled = new ArrayList<>();
        for (SiteHistory site : sites) {
            double[] counts = new double[WEEKS];
            boolean[] works = new boolean[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                counts[week] = site.observed(week);
                works[week] = site.worksRunning(week);
            }
            scaled.add(SiteHistory.ofCounts(site.group(), site.size() * unit, counts)
                    .withWorks(works));
        }
        List<PooledVerdict> direct = judge(sites);
        List<PooledVerdict> other = judge(scaled);
        for (int i = 0; i < sites.size(); i++) {
            assertThat(score(other.get(i))).isCloseTo(score(direct.get(i)), within(1e-8));
        }
    }

    @Property(tries = 40)
    void oneMoreFactInTheNewestWeekNeverLowersTheEvidence(
            @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(max = 23) int which) {
        List<SiteHistory> sites = new ArrayList<>(QuietPortfolio.sites(seed, 8, WEEKS));
        PooledVerdict before = judge(sites).get(which);
        sites.set(which, QuietPortfolio.raised(sites.get(which), 1, 1));
        PooledVerdict after = judge(sites).get(which);
        assertThat(score(after)).isGreaterThanOrEqualTo(score(before));
        assertThat(pValue(after)).isLessThanOrEqualTo(pValue(before));
    }

    @Test
    void findsAPlantedRiseAndWhenItBegan() {
        List<SiteHistory> sites = new ArrayList<>(QuietPortfolio.sites(3, 20, WEEKS));
        sites.set(7, QuietPortfolio.raised(sites.get(7), 5, 3));
        PooledVerdict verdict = judge(sites).get(7);
        assertThat(verdict.verdict()).isInstanceOf(Verdict.Signal.class);
        assertThat(verdict.onsetWeek()).isBetween(LAST - 8, LAST - 2);
        assertThat(verdict.observedSinceOnset()).isGreaterThan(2 * verdict.expectedSinceOnset());
        assertThat(verdict.recurrenceWeeks()).isGreaterThan(1000);
    }

    @Test
    void aWeekInWhichAWholeAgencyCountsThreefoldIsNoSignalOfItsSites() {
        Well19937c random = new Well19937c(5);
        List<SiteHistory> sites = new ArrayList<>();
        for (int site = 0; site < 60; site++) {
            double[] counts = new double[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                double rate = site < 30 && week == LAST ? .9 : .3;
                counts[week] = QuietPortfolio.count(random, rate, .1);
            }
            sites.add(SiteHistory.ofCounts(site < 30 ? "a" : "b", 100, counts));
        }
        List<PooledVerdict> verdicts = judge(sites);
        assertThat(verdicts.stream()
                        .filter(verdict -> verdict.verdict() instanceof Verdict.Signal)
                        .count())
                .isLessThanOrEqualTo(2);
        double expected = verdicts.get(3).verdict().fold(Evidence::expected, Evidence::expected, reason -> Double.NaN);
        assertThat(expected).isBetween(.6, 1.2);
    }

    @Test
    void aPortfolioOfOneSiteIsJudgedByItsOwnPast() {
        Well19937c random = new Well19937c(11);
        double[] counts = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            counts[week] = QuietPortfolio.count(random, 2, .1);
        }
        SiteHistory quiet = SiteHistory.ofCounts("alone", 0, counts);
        assertThat(judge(List.of(quiet)).get(0).verdict()).isInstanceOf(Verdict.Quiet.class);
        assertThat(judge(List.of(QuietPortfolio.raised(quiet, 6, 4))).get(0).verdict())
                .isInstanceOf(Verdict.Signal.class);
    }

    @Test
    void aFamilyOfRareFactsIsJudgedAndOneWithoutAnyFactIsNot() {
        List<SiteHistory> sites = new ArrayList<>();
        Well19937c random = new Well19937c(12);
        for (int site = 0; site < 40; site++) {
            double[] counts = new double[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                counts[week] = random.nextDouble() < .02 ? 1 : 0;
            }
            sites.add(SiteHistory.ofCounts(site < 20 ? "a" : "b", 100, counts));
        }
        sites.set(0, SiteHistory.ofCounts("a", 100, new double[WEEKS]));
        List<PooledVerdict> verdicts = judge(sites);
        assertThat(verdicts.get(0).verdict()).isInstanceOf(Verdict.Quiet.class);
        assertThat(pValue(verdicts.get(0))).isGreaterThan(.5);
        sites.replaceAll(site -> SiteHistory.ofCounts(site.group(), 100, new double[WEEKS]));
        assertThat(judge(sites).get(0).verdict()).isEqualTo(new Verdict.NotAssessed(Reason.NO_FIT));
    }

    @Test
    void theFirstFactsOfAKindThatNeverCameBeforeAreASignalOfTheirSiteAlone() {
        List<SiteHistory> sites = new ArrayList<>();
        for (int site = 0; site < 40; site++) {
            double[] counts = new double[WEEKS];
            if (site == 0) {
                counts[LAST] = 3;
            }
            sites.add(SiteHistory.ofCounts(site < 20 ? "a" : "b", 100, counts));
        }
        List<PooledVerdict> verdicts = judge(sites);
        assertThat(verdicts.get(0).verdict()).isInstanceOf(Verdict.Signal.class);
        assertThat(pValue(verdicts.get(0))).isLessThan(.001);
        assertThat(verdicts.subList(1, 40)).allMatch(verdict -> pValue(verdict) == 1);
    }

    @Test
    void saysWhyItCannotJudge() {
        List<SiteHistory> sites = new ArrayList<>(QuietPortfolio.sites(6, 4, WEEKS));
        sites.set(0, sites.get(0).followedFrom(WEEKS - 25));
        sites.set(1, sites.get(1).followedFrom(WEEKS - 26));
        List<PooledVerdict> verdicts = judge(sites);
        assertThat(verdicts.get(0).verdict()).isEqualTo(new Verdict.NotAssessed(Reason.SITE_TOO_YOUNG));
        assertThat(verdicts.get(1).verdict()).isNotInstanceOf(Verdict.NotAssessed.class);
        PooledPanel panel = new PooledPanel(sites, PooledSettings.STANDARD);
        assertThat(panel.judge(24).get(2).verdict()).isEqualTo(new Verdict.NotAssessed(Reason.HISTORY_TOO_SHORT));
        assertThat(panel.judge(25).get(2).verdict()).isNotInstanceOf(Verdict.NotAssessed.class);
    }

    @Test
    void moreHoursOfPresenceExplainMoreDiscoveredFacts() {
        List<SiteHistory> sites = new ArrayList<>();
        Well19937c random = new Well19937c(13);
        for (int site = 0; site < 20; site++) {
            double[] reported = new double[WEEKS];
            double[] discovered = new double[WEEKS];
            double[] hours = new double[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                hours[week] = week >= WEEKS - 5 && site == 0 ? 60 : 10;
                reported[week] = QuietPortfolio.count(random, .3, .1);
                discovered[week] =
                        site == 0 && week >= WEEKS - 5 ? 3 : QuietPortfolio.count(random, .05 * hours[week], .1);
            }
            sites.add(SiteHistory.ofCounts("a", 100, reported)
                    .withDiscovered(discovered)
                    .withPresenceHours(hours));
        }
        assertThat(judge(sites).get(0).verdict()).isInstanceOf(Verdict.Quiet.class);
        double[] steady = new double[WEEKS];
        java.util.Arrays.fill(steady, 10);
        sites.set(0, sites.get(0).withPresenceHours(steady));
        assertThat(judge(sites).get(0).verdict()).isInstanceOf(Verdict.Signal.class);
    }

    @Test
    void theChartHoldsMostWeeksWithinItsRange() {
        List<SiteHistory> sites = QuietPortfolio.sites(8, 20, WEEKS);
        PooledBaseline baseline = new PooledPanel(sites, PooledSettings.STANDARD).baseline(LAST);
        int outside = 0;
        for (SiteHistory site : sites) {
            PooledChart chart = PooledDetector.chart(site, baseline, 0);
            for (int week = 40; week < WEEKS; week++) {
                assertThat(chart.low(week)).isLessThanOrEqualTo(chart.high(week));
                assertThat(chart.high(week)).isLessThanOrEqualTo(chart.threshold(week));
                outside += site.observed(week) > chart.high(week) ? 1 : 0;
            }
        }
        assertThat(outside / (60.0 * (WEEKS - 40))).isLessThan(.06);
    }
}
