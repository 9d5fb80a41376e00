package org.vigie.jobs.cli.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.prospective.PooledPanel;
import org.vigie.analytics.prospective.PooledVerdict;
import org.vigie.analytics.prospective.Verdict;
import org.vigie.analytics.series.SiteHistory;

/**
 * All series against a baseline that they share; uses the columns {@code group}, {@code dwellings} and {@code works}. A
 * period is judged beside the series that have a row for it.
 */
final class PooledMethod implements SeriesMethod {

    @Override
    public String name() {
        return "pooled";
    }

    @Override
    public List<String> settings() {
        return List.of("alpha", "halfLifeWeeks");
    }

    @Override
    public Judge with(Settings settings) {
        PooledSettings read = settings.build(PooledMethod::read);
        return (all, periods, rows) -> judge(all, periods, new Judging(settings.id(), read, rows));
    }

    private static PooledSettings read(Settings settings) {
        PooledSettings usual = PooledSettings.STANDARD;
        return new PooledSettings(
                usual.guardWeeks(),
                usual.minimumWeeks(),
                usual.weeksPerYear(),
                settings.number("halfLifeWeeks", usual.halfLifeWeeks()),
                settings.number("alpha", usual.alpha()));
    }

    private record Judging(String settingsId, PooledSettings settings, Consumer<VerdictRow> rows) {}

    private static void judge(SeriesSet all, Periods periods, Judging judging) {
        int oldest = all.series().stream().mapToInt(Series::firstPeriod).min().orElse(0);
        int newest =
                all.series().stream().mapToInt(PooledMethod::lastPeriod).max().orElse(-1);
        Map<Series, Map<Integer, PooledVerdict>> found = new HashMap<>();
        for (int period = Math.max(oldest, periods.first()); period <= Math.min(newest, periods.last()); period++) {
            int judged = period;
            List<Series> present = all.series().stream()
                    .filter(one -> one.firstPeriod() <= judged && judged <= lastPeriod(one))
                    .toList();
            List<SiteHistory> histories = new ArrayList<>();
            present.forEach(one -> histories.add(history(one, oldest, judged)));
            List<PooledVerdict> verdicts =
                    new PooledPanel(histories, yearOf(present, judging.settings())).judge(judged - oldest);
            for (int i = 0; i < present.size(); i++) {
                found.computeIfAbsent(present.get(i), series -> new HashMap<>()).put(judged, verdicts.get(i));
            }
        }
        all.series().forEach(one -> tell(one, found.getOrDefault(one, Map.of()), judging));
    }

    private static PooledSettings yearOf(List<Series> present, PooledSettings settings) {
        return present.isEmpty() || present.get(0).periodsPerYear() == 52
                ? settings
                : settings.withWeeksPerYear(present.get(0).periodsPerYear());
    }

    private static SiteHistory history(Series series, int oldest, int judged) {
        int weeks = judged - oldest + 1;
        int before = series.firstPeriod() - oldest;
        double[] counts = new double[weeks];
        boolean[] works = new boolean[weeks];
        for (int week = before; week < weeks; week++) {
            counts[week] = series.count(week - before);
            works[week] = series.works(week - before) > 0;
        }
        return SiteHistory.ofCounts(series.group(), series.dwellings(weeks - 1 - before), counts)
                .withWorks(works)
                .followedFrom(before);
    }

    private static void tell(Series series, Map<Integer, PooledVerdict> found, Judging judging) {
        for (int position = 0; position < series.length(); position++) {
            PooledVerdict verdict = found.get(series.period(position));
            if (verdict != null) {
                Verdict answer = verdict.verdict();
                judging.rows()
                        .accept(new VerdictRow(
                                judging.settingsId(), series, position, VerdictRow.Figures.of(answer), answer));
            }
        }
    }

    private static int lastPeriod(Series series) {
        return series.firstPeriod() + series.length() - 1;
    }
}
