package org.vigie.jobs.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;
import org.vigie.analytics.evaluation.ClusteredShare;
import org.vigie.analytics.evaluation.RaisedAlert;
import org.vigie.analytics.evaluation.RankedHits;
import org.vigie.dashboards.tables.BacktestMeasure;

/** False and found, for every detector at one level and at one false-positive rate, and for the lists of the teams. */
final class DetectionMeasures {

    static final String SCOPE = "detection";
    static final String LIST = "list";

    private static final double LEVEL = 0.01;

    private final SiteWeekPanel panel;
    private final GroundTruth truth;
    private final boolean[] listed;

    /**
     * @param listed whether the site was on its team's list in the week, shape [rows]
     */
    DetectionMeasures(SiteWeekPanel panel, GroundTruth truth, boolean[] listed) {
        this.panel = panel;
        this.truth = truth;
        this.listed = listed.clone();
    }

    /** Names of the detectors and their columns of p-values. */
    static Map<String, String> detectors() {
        Map<String, String> detectors = new LinkedHashMap<>();
        detectors.put("pooled", "p_value");
        detectors.put("farrington-flexible", "farrington_p");
        detectors.put("ears-c2", "ears_p");
        return detectors;
    }

    /** What the detectors say. */
    List<BacktestMeasure> ofDetectors() {
        List<BacktestMeasure> measures = new ArrayList<>();
        detectors().forEach((method, column) -> measures.addAll(ofDetector(method, panel.column(column))));
        return measures;
    }

    private List<BacktestMeasure> ofDetector(String method, double[] pValue) {
        IntPredicate judged = row -> truth.known(row) && !Double.isNaN(pValue[row]);
        List<BacktestMeasure> measures = new ArrayList<>();
        measures.add(share(SCOPE, method, "assessed", truth::known, judged));
        measures.add(
                share(SCOPE, method, "fpr", row -> judged.test(row) && truth.clean(row), row -> pValue[row] <= LEVEL)
                        .at(LEVEL));
        measures.addAll(truth.found(SCOPE, method, "", LEVEL, alerts(row -> pValue[row] <= LEVEL)));
        double bound = bound(pValue);
        measures.add(BacktestMeasure.of(SCOPE, method, "p_at_fpr", bound, panel.rows())
                .at(LEVEL));
        measures.addAll(truth.found(SCOPE, method, "_at_fpr", LEVEL, alerts(row -> pValue[row] <= bound)));
        return measures;
    }

    /** The largest p-value at which no more than one clean site-week in a hundred signals. */
    private double bound(double[] pValue) {
        double[] clean = Arrays.stream(panel.where(truth::clean))
                .mapToDouble(row -> Double.isNaN(pValue[row]) ? 1 : pValue[row])
                .sorted()
                .toArray();
        int most = (int) Math.floor(LEVEL * clean.length);
        return most >= clean.length ? 1 : Math.nextDown(clean[most]);
    }

    /** A signal of a site-week as an alert of its own. */
    private List<RaisedAlert> alerts(IntPredicate signal) {
        return Arrays.stream(panel.where(row -> truth.known(row) && signal.test(row)))
                .mapToObj(
                        row -> new RaisedAlert(panel.siteId(row), "ALL", panel.weekOf(row), List.of(panel.weekOf(row))))
                .toList();
    }

    /** What the teams were told. */
    List<BacktestMeasure> ofLists(List<RaisedAlert> told) {
        List<BacktestMeasure> measures = new ArrayList<>();
        measures.add(BacktestMeasure.of(LIST, "vigie", "alerts", told.size(), told.size()));
        measures.add(share(LIST, "vigie", "fpr", row -> truth.known(row) && truth.clean(row), row -> listed[row]));
        measures.addAll(truth.found(LIST, "vigie", "", Double.NaN, told));
        measures.add(share(LIST, "vigie", "ppv", row -> truth.known(row) && listed[row], truth::right));
        return measures;
    }

    /**
     * How often the first sites of every method are right, when each team looks at as many as it can follow, and at as
     * many as its list held.
     */
    List<BacktestMeasure> atCapacity(ToIntFunction<String> capacity) {
        List<BacktestMeasure> measures = new ArrayList<>();
        List<TeamWeek> teamWeeks = teamWeeks(capacity);
        Map<String, double[]> scores = new LinkedHashMap<>();
        detectors().forEach((method, column) -> scores.put(method, negative(panel.column(column))));
        scores.put("forecast", panel.column("probability"));
        Rivals.NAMES.forEach(rival -> scores.put(rival, panel.column(rival)));
        scores.forEach((method, score) -> {
            measures.add(ppv(method, "ppv_at_capacity", score, teamWeeks, TeamWeek::capacity));
            measures.add(ppv(method, "ppv_same_number", score, teamWeeks, TeamWeek::listed));
        });
        return measures;
    }

    private record TeamWeek(int week, List<Integer> rows, int capacity, int listed) {

        double[] numbers(IntToDoubleFunction of) {
            return rows.stream().mapToDouble(of::applyAsDouble).toArray();
        }
    }

    private List<TeamWeek> teamWeeks(ToIntFunction<String> capacity) {
        List<TeamWeek> teamWeeks = new ArrayList<>();
        for (int[] ofWeek : panel.byWeek(panel.where(truth::known))) {
            TreeMap<String, List<Integer>> byTeam = new TreeMap<>();
            Arrays.stream(ofWeek)
                    .forEach(row -> byTeam.computeIfAbsent(panel.team(row), team -> new ArrayList<>())
                            .add(row));
            byTeam.forEach((team, rows) -> teamWeeks.add(new TeamWeek(
                    panel.week(rows.get(0)), List.copyOf(rows), Math.min(capacity.applyAsInt(team), rows.size()), (int)
                            rows.stream().filter(row -> listed[row]).count())));
        }
        return teamWeeks;
    }

    /** Right among the first, with the interval that weeks drawn anew give. */
    private BacktestMeasure ppv(
            String method, String measure, double[] score, List<TeamWeek> teamWeeks, ToIntFunction<TeamWeek> places) {
        double[] hits = new double[panel.weeks().size()];
        int[] taken = new int[hits.length];
        for (TeamWeek one : teamWeeks) {
            double[] scores = one.numbers(row -> score[row]);
            double[] right = one.numbers(row -> truth.right(row) ? 1 : 0);
            hits[one.week()] += RankedHits.hits(scores, right, places.applyAsInt(one));
            taken[one.week()] += places.applyAsInt(one);
        }
        return Measures.ratio(LIST, method, measure, hits, taken);
    }

    private BacktestMeasure share(
            String scope, String method, String measure, IntPredicate among, IntPredicate counted) {
        int[] rows = panel.where(among);
        boolean[] hit = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            hit[i] = counted.test(rows[i]);
        }
        return Measures.share(scope, method, measure, ClusteredShare.of(hit, panel.sitesOf(rows)));
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }
}
