package org.vigie.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.spacetime.EvidenceFinding;
import org.vigie.analytics.spacetime.EvidenceHotspot;
import org.vigie.analytics.spacetime.EvidenceScan;
import org.vigie.analytics.spacetime.EvidenceScanSettings;
import org.vigie.analytics.spacetime.NearestSites;
import org.vigie.analytics.spacetime.SiteWeekCounts;

/**
 * The space-time scan on agencies of the sample simulator, which knows nothing of it: drifting effort, batch weeks, works,
 * silent feeds and neighbourhoods that share their shocks. Reported facts, four years of history, as in the weekly run.
 * The full suite draws more landlords.
 */
class HotspotCalibrationTest {

    private static final boolean FULL = "full".equals(System.getProperty("vigie.suite"));
    private static final int LANDLORDS = FULL ? 40 : 8;
    private static final int FIRST_SEED = 991_001;
    private static final int SITES = 240;
    private static final int LANDLORD_WEEKS = 330;
    private static final int HISTORY = 208;
    private static final int[] JUDGED = {230, 262, 294};
    private static final int GROUP = 5;
    private static final int RISE_WEEKS = 4;
    private static final double FACTOR = 3;

    /** The facts of the residences of one agency. */
    private static final class Agency {

        private final List<SimulatedSite> sites;
        private final int[][] nearest;

        Agency(List<SimulatedSite> sites) {
            this.sites = sites;
            double[] x = sites.stream().mapToDouble(site -> site.place().x()).toArray();
            double[] y = sites.stream().mapToDouble(site -> site.place().y()).toArray();
            nearest = NearestSites.of(x, y, 15);
        }

        int[][] counts(int last) {
            return sites.stream()
                    .map(site -> IntStream.rangeClosed(last - HISTORY + 1, last)
                            .map(week -> (int) site.history().reported(week))
                            .toArray())
                    .toArray(int[][]::new);
        }

        EvidenceFinding scan(int[][] counts) {
            Map<String, Integer> numbers = new HashMap<>();
            int[] neighbourhoods = sites.stream()
                    .mapToInt(site -> numbers.computeIfAbsent(site.place().neighbourhood(), name -> numbers.size()))
                    .toArray();
            double[] dwellings =
                    sites.stream().mapToDouble(site -> site.history().size()).toArray();
            return new EvidenceScan(EvidenceScanSettings.STANDARD)
                    .scan(new SiteWeekCounts(counts, dwellings, neighbourhoods), nearest);
        }
    }

    @Test
    void quietAgenciesHaveFewHotspotsAndGroupsThatRiseAreFound() {
        List<double[]> outcomes = IntStream.range(0, LANDLORDS)
                .parallel()
                .mapToObj(run -> landlord(FIRST_SEED + run))
                .flatMap(landlord -> landlord.stream()
                        .flatMap(agency -> Arrays.stream(JUDGED).mapToObj(week -> outcome(agency, week))))
                .toList();

        double scans = outcomes.size();
        double atFive = outcomes.stream().filter(one -> one[0] <= .05).count() / scans;
        double atOne = outcomes.stream().filter(one -> one[0] <= .0125).count() / scans;
        double found = outcomes.stream().filter(one -> one[1] <= .0125).count() / scans;
        double foundAtFive = outcomes.stream().filter(one -> one[1] <= .05).count() / scans;
        double inside = outcomes.stream()
                .filter(one -> one[1] <= .0125)
                .mapToDouble(one -> one[2])
                .average()
                .orElse(0);
        System.out.printf(
                "hotspots of %.0f quiet agency-weeks: p <= .05 %.3f, p <= .0125 %.3f; a group of %d at %.0f times its mean for"
                        + " %d weeks found at .05: %.3f, at .0125: %.3f, members in the group %.3f%n",
                scans, atFive, atOne, GROUP, FACTOR, RISE_WEEKS, foundAtFive, found, inside);
        assertThat(atFive).isLessThan(.15);
        assertThat(atOne).isLessThan(.08);
        assertThat(found).isGreaterThan(.03);
        assertThat(inside).isGreaterThan(.35);
    }

    private static List<Agency> landlord(long seed) {
        SampleSettings settings =
                new SampleSettings(SITES, LANDLORD_WEEKS, seed, SampleSettings.DEFAULT.lastWeek()).withTensions(0);
        return SampleCounts.draw(settings).stream()
                .collect(Collectors.groupingBy(site -> site.history().group(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Agency::new)
                .toList();
    }

    /** The p-value of a quiet week, that of the same week with a group raised, and the share of its members in the group. */
    private static double[] outcome(Agency agency, int week) {
        double quiet = agency.scan(agency.counts(week)).pValue();
        Random random = new Random(week);
        int[] around = agency.nearest[random.nextInt(agency.sites.size())];
        Set<Integer> group = Arrays.stream(around).limit(GROUP).boxed().collect(Collectors.toSet());
        int[][] raised = agency.counts(week);
        for (int site : group) {
            double mean = Arrays.stream(raised[site]).average().orElse(0);
            for (int back = 1; back <= RISE_WEEKS; back++) {
                raised[site][HISTORY - back] += poisson(mean * (FACTOR - 1), random);
            }
        }
        EvidenceFinding finding = agency.scan(raised);
        List<EvidenceHotspot.Member> members = finding.hotspots().isEmpty()
                ? List.of()
                : finding.hotspots().get(0).members();
        double inside =
                members.stream().filter(member -> group.contains(member.site())).count()
                        / Math.max(1.0, members.size());
        return new double[] {quiet, finding.pValue(), inside};
    }

    private static int poisson(double mean, Random random) {
        double left = random.nextDouble();
        double term = Math.exp(-mean);
        int count = 0;
        while (left > term) {
            left -= term;
            term *= mean / ++count;
        }
        return count;
    }
}
