package org.vigie.dashboards.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.dashboards.tables.BacktestMeasure;
import org.vigie.dashboards.texts.Texts;

/** Finds the figures of a back-test and writes them for a reader. */
final class BacktestFigures {

    private static final double NOWHERE = Double.NaN;

    private final List<BacktestMeasure> measures;
    private final Texts texts;

    BacktestFigures(List<BacktestMeasure> measures, Texts texts) {
        this.measures = List.copyOf(measures);
        this.texts = texts;
    }

    Optional<BacktestMeasure> find(String scope, String method, String measure, double at) {
        return all(scope, method, measure)
                .filter(one -> Double.compare(one.at(), at) == 0 && !Double.isNaN(one.value()))
                .findFirst();
    }

    Optional<BacktestMeasure> find(String scope, String method, String measure) {
        return find(scope, method, measure, NOWHERE);
    }

    Stream<BacktestMeasure> all(String scope, String method, String measure) {
        return measures.stream()
                .filter(one -> one.scope().equals(scope)
                        && one.method().equals(method)
                        && one.measure().equals(measure));
    }

    /** A figure as it is, 0 without it. */
    double value(String scope, String method, String measure) {
        return find(scope, method, measure).map(BacktestMeasure::value).orElse(0.0);
    }

    /** A share with its interval: 12,3 % (10,1 à 14,8). */
    String share(Optional<BacktestMeasure> measure) {
        return measure.map(one -> Double.isNaN(one.low()) ? say("share", one) : say("share.interval", one))
                .orElse(texts.say("absent"));
    }

    /** A number with one or two decimals and its interval. */
    String number(Optional<BacktestMeasure> measure, String pattern) {
        return measure.map(one -> Double.isNaN(one.low()) ? say(pattern, one) : say(pattern + ".interval", one))
                .orElse(texts.say("absent"));
    }

    /** A figure of a table with its interval beside it. */
    BacktestPage.Cell cell(Optional<BacktestMeasure> measure, String pattern) {
        return measure.map(one -> new BacktestPage.Cell(
                        say(pattern, one), Double.isNaN(one.low()) ? "" : say(pattern + ".range", one)))
                .orElse(new BacktestPage.Cell(texts.say("absent"), ""));
    }

    private String say(String key, BacktestMeasure one) {
        return texts.say("backtest.figure." + key, "value", one.value(), "low", one.low(), "high", one.high());
    }
}
