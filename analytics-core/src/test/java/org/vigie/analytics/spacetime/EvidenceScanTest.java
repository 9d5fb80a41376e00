package org.vigie.analytics.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.spacetime.SimulatedCity.Flaws;

class EvidenceScanTest {

    private static final int NEAREST = 15;
    private static final EvidenceScan SCAN = new EvidenceScan(EvidenceScanSettings.STANDARD);

    private static EvidenceFinding scan(SimulatedCity city) {
        return SCAN.scan(city.counts(), NearestSites.of(city.x, city.y, NEAREST));
    }

    private static Set<Integer> members(EvidenceFinding finding) {
        return finding.hotspots().stream()
                .limit(1)
                .flatMap(hotspot -> hotspot.members().stream())
                .map(EvidenceHotspot.Member::site)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Cities of fresh seeds. A quiet city lies below .05 in one of twenty where the scan's assumptions hold; where they
     * do not, the city's own past keeps the rate from running away. {@code -Dvigie.cities=120} gives METHODS.md's table.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"right, 0, 0", "wrong neighbourhoods, .3, 0", "lasting shocks, 0, .6", "both, .3, .6"})
    void isRightAboutHowRarelyChanceDoesTheSame(String assumptions, double wrong, double memory) {
        int cities = Integer.getInteger("vigie.cities", 40);
        long low = 0;
        int found = 0;
        double precision = 0;
        for (int seed = 0; seed < cities; seed++) {
            Flaws flaws = new Flaws(wrong, memory);
            low += scan(SimulatedCity.of(910_000 + seed, false, flaws)).pValue() <= .05 ? 1 : 0;
            SimulatedCity raised = SimulatedCity.of(920_000 + seed, true, flaws);
            EvidenceFinding finding = scan(raised);
            if (finding.pValue() <= .05) {
                Set<Integer> members = members(finding);
                found++;
                precision += members.stream().filter(raised.hotspot::contains).count() / (double) members.size();
            }
        }
        System.out.printf(
                "%s: FPR %.3f found %.3f precision %.3f%n",
                assumptions, low / (double) cities, found / (double) cities, precision / found);
        assertThat(low).isLessThanOrEqualTo(new BinomialDistribution(cities, .05).inverseCumulativeProbability(.995));
        assertThat(found / (double) cities).isGreaterThan(.25);
        assertThat(precision / found).isGreaterThan(.60);
    }

    @Test
    void theFiguresOfAHotspotAreThoseOfItsMembers() {
        SimulatedCity city = SimulatedCity.of(4711, true, Flaws.NONE);
        EvidenceHotspot hotspot = scan(city).hotspots().get(0);
        long observed = 0;
        for (EvidenceHotspot.Member member : hotspot.members()) {
            for (int week = hotspot.firstWeek(); week <= hotspot.lastWeek(); week++) {
                observed += city.counts().count(member.site(), week);
            }
        }
        assertThat(hotspot.observed()).isEqualTo(observed);
        assertThat(hotspot.lastWeek()).isEqualTo(SimulatedCity.WEEKS - 1);
        assertThat(hotspot.expected())
                .isCloseTo(
                        hotspot.members().stream()
                                .mapToDouble(EvidenceHotspot.Member::expected)
                                .sum(),
                        within(1e-9));
    }

    @Test
    void aFurtherHotspotSharesNoSiteWithTheFirst() {
        EvidenceScan scan = new EvidenceScan(new EvidenceScanSettings(8, 2, .4, 8, .9, 0, 1));
        int further = 0;
        for (int seed = 0; seed < 20; seed++) {
            SimulatedCity city = SimulatedCity.of(3000 + seed, true, Flaws.NONE);
            EvidenceFinding finding = scan.scan(city.counts(), NearestSites.of(city.x, city.y, NEAREST));
            Set<Integer> seen = new TreeSet<>();
            for (EvidenceHotspot hotspot : finding.hotspots()) {
                assertThat(hotspot.members()).allMatch(member -> seen.add(member.site()));
            }
            further += finding.hotspots().size() > 1 ? 1 : 0;
        }
        assertThat(further).isPositive();
    }

    @Test
    void aShortHistoryGivesNoBetterThanTheReciprocalOfTheEvidence() {
        PastEvidence past = new PastEvidence(new double[] {.2, .3}, 1);
        assertThat(past.pValue(40)).isEqualTo(1 / 40.0);
        assertThat(past.pValue(.5)).isEqualTo(1);
    }

    @Test
    void refusesAHistoryShorterThanTheWindow() {
        SiteWeekCounts counts = new SiteWeekCounts(new int[3][10], new double[] {1, 1, 1}, new int[3]);
        assertThatThrownBy(() -> SCAN.scan(counts, new int[][] {{0}, {1}, {2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 weeks");
    }
}
