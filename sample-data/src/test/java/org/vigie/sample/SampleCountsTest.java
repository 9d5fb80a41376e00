package org.vigie.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.analytics.series.SiteHistory;
import org.vigie.sample.events.Noise;

class SampleCountsTest {

    private static final SampleSettings SETTINGS =
            new SampleSettings(60, 110, 5, SampleSettings.DEFAULT.lastWeek()).withTensions(20);

    private static final List<SimulatedSite> CALM = SampleCounts.draw(SETTINGS);

    private static double[] counts(SimulatedSite site) {
        SiteHistory history = site.history();
        return IntStream.range(0, history.weeks())
                .mapToDouble(history::observed)
                .toArray();
    }

    private static List<String> groups(List<SimulatedSite> sites) {
        return sites.stream().map(site -> site.history().group()).toList();
    }

    private static List<double[]> counts(List<SimulatedSite> sites) {
        return sites.stream().map(SampleCountsTest::counts).toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LABELS")
    void noiseChangesCountsAndLeavesPlacesAndTensionsAlone(Noise noise) {
        List<SimulatedSite> noisy = SampleCounts.draw(SETTINGS.withNoise(Set.of(noise)));

        assertThat(noisy.stream().map(SimulatedSite::tensions))
                .isEqualTo(CALM.stream().map(SimulatedSite::tensions).toList());
        assertThat(groups(noisy)).isEqualTo(groups(CALM));
        assertThat(counts(noisy)).usingElementComparator(Arrays::compare).isNotEqualTo(counts(CALM));
    }

    @Test
    void wrongLabelsChangeNothingButTheAgencyOfSomeSites() {
        List<SimulatedSite> mislabelled = SampleCounts.draw(SETTINGS.withNoise(Set.of(Noise.LABELS)));

        assertThat(counts(mislabelled)).usingElementComparator(Arrays::compare).isEqualTo(counts(CALM));
        long wrong = IntStream.range(0, CALM.size())
                .filter(i -> !groups(mislabelled).get(i).equals(groups(CALM).get(i)))
                .count();
        assertThat(wrong).isBetween(3L, 18L);
    }

    @Test
    void plantsAsManyTensionsAsAsked() {
        int planted = CALM.stream().mapToInt(site -> site.tensions().size()).sum();

        assertThat(planted).isBetween(20, 26);
    }

    @Test
    void countsAreThoseOfTheFilesInSize() {
        double perWeek = CALM.stream()
                        .mapToDouble(site -> Arrays.stream(counts(site)).sum()
                                / site.history().size()
                                * 150)
                        .sum()
                / CALM.size()
                / SETTINGS.weeks();

        assertThat(perWeek).as("facts a week per 150 dwellings").isBetween(.35, .75);
    }
}
