package org.vigie.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.dashboards.tables.BacktestMeasure;
import org.vigie.jobs.run.BacktestRun;
import org.vigie.jobs.texts.Sentences;

/** The figures of a back-test that fit on a screen. */
final class BacktestTable {

    private static final List<String> DETECTORS = List.of("pooled", "farrington-flexible", "ears-c2");
    private static final List<String> RIVALS =
            List.of("last-year", "moving-mean", "count", "recent-count", "kernel-density");
    private static final int NAME_WIDTH = 34;
    private static final int WIDTH = 10;

    private final List<BacktestMeasure> measures;
    private final boolean planted;
    private final Sentences sentences;

    BacktestTable(BacktestRun.Outcome outcome, Sentences sentences) {
        this.measures = outcome.measures();
        this.planted = outcome.planted();
        this.sentences = sentences;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(sentences.say(
                "backtest.tested",
                Map.of(
                        "weeks", find("run", "all", "weeks", Double.NaN).orElse(0.0),
                        "sites", find("run", "all", "sites", Double.NaN).orElse(0.0),
                        "facts", find("run", "all", "facts_ahead", Double.NaN).orElse(0.0))));
        detection(lines);
        ranking(lines);
        forecast(lines);
        verdicts(lines);
        return lines;
    }

    private void detection(List<String> lines) {
        String delay = planted ? "delay_weeks" : "lead_weeks";
        heading(lines, planted ? "backtest.detection.planted" : "backtest.detection.ahead");
        columns(lines, "fpr", "pod", delay, "pod-fpr", "ppv", "ppv-list");
        for (String method : DETECTORS) {
            row(
                    lines,
                    method,
                    percent(find("detection", method, "fpr", .01)),
                    percent(find("detection", method, "pod", .01)),
                    number(find("detection", method, delay, .01), 1),
                    percent(find("detection", method, "pod_at_fpr", .01)),
                    percent(find("list", method, "ppv_at_capacity", Double.NaN)),
                    percent(find("list", method, "ppv_same_number", Double.NaN)));
        }
        row(
                lines,
                "list",
                percent(find("list", "vigie", "fpr", Double.NaN)),
                percent(find("list", "vigie", "pod", Double.NaN)),
                number(find("list", "vigie", delay, Double.NaN), 1),
                "",
                "",
                percent(find("list", "vigie", "ppv", Double.NaN)));
        for (String method : RIVALS) {
            row(
                    lines,
                    method,
                    "",
                    "",
                    "",
                    "",
                    percent(find("list", method, "ppv_at_capacity", Double.NaN)),
                    percent(find("list", method, "ppv_same_number", Double.NaN)));
        }
    }

    private void ranking(List<String> lines) {
        heading(lines, "backtest.ranking");
        columns(lines, "hit1", "hit5", "hit10", "pai1", "pai5", "pai10");
        List<String> methods = new ArrayList<>(List.of("forecast"));
        methods.addAll(DETECTORS);
        methods.addAll(RIVALS);
        for (String method : methods) {
            row(
                    lines,
                    method,
                    percent(find("ranking", method, "hit_rate", .01)),
                    percent(find("ranking", method, "hit_rate", .05)),
                    percent(find("ranking", method, "hit_rate", .1)),
                    number(find("ranking", method, "pai", .01), 1),
                    number(find("ranking", method, "pai", .05), 1),
                    number(find("ranking", method, "pai", .1), 1));
        }
    }

    private void forecast(List<String> lines) {
        heading(lines, "backtest.forecast");
        columns(lines, "brier", "slope", "slope-low", "slope-high", "difference", "difference-low", "difference-high");
        List<String> methods = new ArrayList<>(List.of("forecast"));
        methods.addAll(RIVALS);
        RIVALS.forEach(rival -> methods.add(rival + "-recalibrated"));
        for (String method : methods) {
            Optional<BacktestMeasure> slope = measure("forecast", method, "calibration_slope", Double.NaN);
            Optional<BacktestMeasure> difference = measure("forecast", method, "brier_difference", Double.NaN);
            row(
                    lines,
                    method,
                    number(find("forecast", method, "brier", Double.NaN), 4),
                    number(slope.map(BacktestMeasure::value), 2),
                    number(slope.map(BacktestMeasure::low), 2),
                    number(slope.map(BacktestMeasure::high), 2),
                    number(difference.map(BacktestMeasure::value), 4),
                    number(difference.map(BacktestMeasure::low), 4),
                    number(difference.map(BacktestMeasure::high), 4));
        }
    }

    /** Where a rival wins, in words. */
    private void verdicts(List<String> lines) {
        List<String> brier = RIVALS.stream()
                .filter(rival -> measure("forecast", rival, "brier_difference", Double.NaN)
                        .filter(difference -> !(difference.high() < 0))
                        .isPresent())
                .map(this::name)
                .toList();
        List<String> hits = RIVALS.stream()
                .filter(rival -> find("ranking", rival, "hit_rate_difference", .05)
                        .filter(difference -> difference < -.02)
                        .isPresent())
                .map(this::name)
                .toList();
        lines.add("");
        lines.add(said("backtest.brier", brier));
        lines.add(said("backtest.hits", hits));
    }

    private String said(String key, List<String> rivals) {
        return rivals.isEmpty()
                ? sentences.say(key + ".none")
                : sentences.say(key + ".some", Map.of("rivals", String.join(", ", rivals)));
    }

    private void heading(List<String> lines, String key) {
        lines.add("");
        lines.add(sentences.say(key));
    }

    private void columns(List<String> lines, String... keys) {
        String[] names = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            names[i] = sentences.say("backtest.column." + keys[i]);
        }
        line(lines, "", names);
    }

    private void row(List<String> lines, String method, String... cells) {
        line(lines, name(method), cells);
    }

    private static void line(List<String> lines, String name, String... cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s", name));
        for (String cell : cells) {
            line.append(String.format(Locale.ROOT, "%" + WIDTH + "s", cell));
        }
        lines.add(line.toString().stripTrailing());
    }

    private String name(String method) {
        return sentences.say("backtest.method." + method);
    }

    private String percent(Optional<Double> value) {
        return value.filter(one -> !one.isNaN())
                .map(one -> sentences.say("backtest.percent", Map.of("value", one)))
                .orElse("–");
    }

    private String number(Optional<Double> value, int digits) {
        return value.filter(one -> !one.isNaN())
                .map(one -> sentences.say("backtest.number" + digits, Map.of("value", one)))
                .orElse("–");
    }

    private Optional<Double> find(String scope, String method, String measure, double at) {
        return measure(scope, method, measure, at).map(BacktestMeasure::value);
    }

    private Optional<BacktestMeasure> measure(String scope, String method, String measure, double at) {
        return measures.stream()
                .filter(one -> one.scope().equals(scope)
                        && one.method().equals(method)
                        && one.measure().equals(measure)
                        && Double.compare(one.at(), at) == 0)
                .findFirst();
    }
}
