package org.vigie.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.Timeline;
import org.vigie.analytics.prospective.Evidence;
import org.vigie.analytics.prospective.FarringtonFlexible;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings;
import org.vigie.analytics.prospective.FarringtonResult;
import org.vigie.analytics.prospective.PooledPanel;
import org.vigie.analytics.prospective.PooledVerdict;
import org.vigie.analytics.prospective.Verdict;
import org.vigie.sample.events.Noise;

/**
 * What is left of the pooled detector where its model of counts is wrong, beside Farrington flexible on the same sites.
 * The full suite prints the table of METHODS.md.
 */
class RobustnessTest {

    private static final boolean FULL = "full".equals(System.getProperty("vigie.suite"));
    private static final int SEEDS = FULL ? 5 : 2;
    private static final int FIRST_SEED = 770_101;
    private static final int SITES = 240;
    private static final int LANDLORD_WEEKS = 330;
    private static final double TENSIONS = 24;
    /** A year judged that ends eight weeks before the last, so that nothing late is missing. */
    private static final int FIRST_WEEK = 270;

    private static final int WEEKS = 52;

    private static final List<String> FIGURES = List.of("POD 1%", "POD 2%", "op1", "POD4w 1%", "native FPR");

    private static final int FOUND = 0;
    private static final int NATIVE = 4;

    // Measured with five seeds: native FPR .0075 to .0095 (error up to .0006) without bursts and .0059 to .0085 (.0008)
    // with them; POD at FPR 1 % .509 to .566 (.045) and .315 to .326 (.032); ahead of Farrington flexible by .018 (.03)
    // where all noises meet. The bounds leave about two errors of two seeds to POD and three to FPR.
    private static final double STEADY_NATIVE = .0115;
    private static final double WILD_NATIVE = .0125;
    private static final double STEADY_FOUND = .38;
    private static final double WILD_FOUND = .22;
    private static final double WILD_BEHIND = .08;

    static Stream<Set<Noise>> noises() {
        Stream<Set<Noise>> single = Stream.of(Noise.values()).map(Set::of);
        Stream<Set<Noise>> ends = Stream.of(Set.of(), EnumSet.allOf(Noise.class));
        return FULL ? Stream.concat(ends, single) : ends;
    }

    @ParameterizedTest
    @MethodSource("noises")
    void keepsWhatItFindsUnderNoise(Set<Noise> noise) {
        List<List<SimulatedSite>> landlords = IntStream.range(0, SEEDS)
                .mapToObj(run -> SampleCounts.draw(landlord(FIRST_SEED + run, noise)))
                .toList();
        List<List<Double>> pooled =
                landlords.parallelStream().map(sites -> figures(pooled(sites))).toList();
        List<List<Double>> farrington = landlords.parallelStream()
                .map(sites -> figures(farrington(sites)))
                .toList();
        print("pooled", noise, pooled);
        print("farrington", noise, farrington);

        boolean wild = noise.contains(Noise.BURSTS);
        assertThat(mean(pooled, NATIVE)).isLessThan(wild ? WILD_NATIVE : STEADY_NATIVE);
        assertThat(mean(pooled, FOUND)).isGreaterThan(wild ? WILD_FOUND : STEADY_FOUND);
        assertThat(mean(pooled, FOUND)).isGreaterThan(mean(farrington, FOUND) - (wild ? WILD_BEHIND : 0));
    }

    private static SampleSettings landlord(long seed, Set<Noise> noise) {
        return new SampleSettings(SITES, LANDLORD_WEEKS, seed, SampleSettings.DEFAULT.lastWeek())
                .withTensions(TENSIONS)
                .withNoise(noise);
    }

    private static AlarmScore pooled(List<SimulatedSite> sites) {
        PooledPanel panel =
                new PooledPanel(sites.stream().map(SimulatedSite::history).toList(), PooledSettings.STANDARD);
        List<List<PooledVerdict>> byWeek = IntStream.range(FIRST_WEEK, FIRST_WEEK + WEEKS)
                .mapToObj(panel::judge)
                .toList();
        AlarmScore score = new AlarmScore(FIRST_WEEK, WEEKS);
        for (int i = 0; i < sites.size(); i++) {
            int site = i;
            List<Verdict> verdicts =
                    byWeek.stream().map(week -> week.get(site).verdict()).toList();
            score.add(
                    sites.get(site),
                    verdicts.stream()
                            .map(verdict -> verdict.fold(Evidence::score, Evidence::score, reason -> -1.0))
                            .toList(),
                    verdicts.stream()
                            .map(verdict -> verdict instanceof Verdict.Signal)
                            .toList());
        }
        return score;
    }

    private static AlarmScore farrington(List<SimulatedSite> sites) {
        FarringtonFlexible detector = new FarringtonFlexible(FarringtonFlexibleSettings.NOUFAILY);
        AlarmScore score = new AlarmScore(FIRST_WEEK, WEEKS);
        for (SimulatedSite site : sites) {
            double[] counts = IntStream.range(0, LANDLORD_WEEKS)
                    .mapToDouble(site.history()::observed)
                    .toArray();
            CountSeries series = CountSeries.of(new Timeline.Ordinal(52), counts);
            List<FarringtonResult> results = IntStream.range(FIRST_WEEK, FIRST_WEEK + WEEKS)
                    .mapToObj(week -> detector.judge(series, week))
                    .toList();
            score.add(
                    site,
                    results.stream()
                            .map(result -> Double.isNaN(result.score()) ? -1 : result.score())
                            .toList(),
                    results.stream().map(FarringtonResult::alarm).toList());
        }
        return score;
    }

    private static List<Double> figures(AlarmScore score) {
        return List.of(
                score.found(.01, WEEKS),
                score.found(.02, WEEKS),
                score.foundByEpisodes(.01),
                score.found(.01, 4),
                score.nativeRate(),
                (double) score.tensions());
    }

    private static double mean(List<List<Double>> runs, int figure) {
        return runs.stream().mapToDouble(run -> run.get(figure)).average().orElseThrow();
    }

    private static void print(String detector, Set<Noise> noise, List<List<Double>> runs) {
        StringBuilder line = new StringBuilder(detector + " " + noise);
        for (int figure = 0; figure < FIGURES.size(); figure++) {
            double mean = mean(runs, figure);
            int at = figure;
            double squares = runs.stream()
                    .mapToDouble(run -> (run.get(at) - mean) * (run.get(at) - mean))
                    .sum();
            double error = Math.sqrt(squares / (runs.size() - 1) / runs.size());
            line.append(String.format(Locale.ROOT, " | %s %.4f (%.4f)", FIGURES.get(figure), mean, error));
        }
        double tensions = mean(runs, FIGURES.size()) * runs.size();
        System.out.printf(Locale.ROOT, "%s | %.0f tensions%n", line, tensions);
        assertThat(tensions).isPositive();
    }
}
