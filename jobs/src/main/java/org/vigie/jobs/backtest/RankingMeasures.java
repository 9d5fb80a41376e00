package org.vigie.jobs.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.analytics.evaluation.RankedHits;
import org.vigie.dashboards.tables.BacktestMeasure;

/** Where the escalation facts of the four weeks to come lay in the order in which a method would look at sites. */
final class RankingMeasures {

    static final String SCOPE = "ranking";

    /** Shares of sites looked at: 1, 5 and 10 % are what teams can do, the others draw the curve. */
    static final List<Double> SHARES = List.of(.01, .02, .05, .1, .2, .3, .5);

    private final List<int[]> weeks;
    private final Map<String, double[]> scores = new LinkedHashMap<>();
    private final double[] ahead;

    /** Measures on these rows, whose four weeks are over and of which there is a forecast. */
    RankingMeasures(SiteWeekPanel panel, int[] rows) {
        this.weeks = panel.byWeek(rows);
        this.ahead = panel.column("ahead");
        scores.put(ForecastMeasures.FORECAST, panel.column("probability"));
        DetectionMeasures.detectors()
                .forEach((method, column) -> scores.put(
                        method, Arrays.stream(panel.column(column)).map(p -> -p).toArray()));
        Rivals.NAMES.forEach(rival -> scores.put(rival, panel.column(rival)));
    }

    List<BacktestMeasure> all() {
        List<BacktestMeasure> measures = new ArrayList<>();
        for (double share : SHARES) {
            double[] forecast = hits(ForecastMeasures.FORECAST, share);
            scores.keySet().forEach(method -> measures.addAll(of(method, share)));
            Rivals.NAMES.forEach(rival -> measures.add(difference(rival, forecast, share)));
        }
        return measures;
    }

    private List<BacktestMeasure> of(String method, double share) {
        RankedHits all = new RankedHits(share);
        double[] score = score(method);
        weeks.forEach(rows -> all.add(at(rows, score), at(rows, ahead)));
        BacktestMeasure rate = Measures.ratio(SCOPE, method, "hit_rate", hits(method, share), events())
                .at(share);
        double sitesTaken = all.hitRate() / all.accuracyIndex();
        return List.of(
                rate,
                BacktestMeasure.of(SCOPE, method, "pai", all.accuracyIndex(), rate.cases())
                        .within(rate.low() / sitesTaken, rate.high() / sitesTaken)
                        .at(share));
    }

    /** Hit rate of the forecast less that of a rival, weeks drawn anew in pairs. */
    private BacktestMeasure difference(String rival, double[] forecast, double share) {
        double[] others = hits(rival, share);
        double[] difference = new double[others.length];
        Arrays.setAll(difference, week -> forecast[week] - others[week]);
        return Measures.ratio(SCOPE, rival, "hit_rate_difference", difference, events())
                .at(share);
    }

    private double[] hits(String method, double share) {
        double[] score = score(method);
        return weeks.stream()
                .mapToDouble(rows -> {
                    RankedHits one = new RankedHits(share);
                    one.add(at(rows, score), at(rows, ahead));
                    return one.hits();
                })
                .toArray();
    }

    private int[] events() {
        return weeks.stream()
                .mapToInt(
                        rows -> (int) Math.round(Arrays.stream(at(rows, ahead)).sum()))
                .toArray();
    }

    private double[] score(String method) {
        return scores.getOrDefault(method, new double[0]);
    }

    private static double[] at(int[] rows, double[] values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
