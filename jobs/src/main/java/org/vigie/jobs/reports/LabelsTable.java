package org.vigie.jobs.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.analytics.tension.TensionScore;
import org.vigie.analytics.trend.EmergingPattern;
import org.vigie.jobs.detection.SeriesLabels;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.feeds.Resources;
import org.vigie.jobs.texts.Sentences;

/** Wording of the codes that the published tables hold. */
final class LabelsTable {

    private static final List<Map.Entry<String, String>> LISTS = List.of(
            Map.entry("family", "families"),
            Map.entry("works_type", "works_types"),
            Map.entry("works_status", "works_status"),
            Map.entry("outcome", "alert_outcomes"),
            Map.entry("status", "site_status_levels"));

    private LabelsTable() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        LISTS.forEach(list -> rows.addAll(codes(list.getKey(), CodeList.named(list.getValue()))));
        for (String series : List.of("ALL", "GRAVE")) {
            rows.add(RowFactory.create(
                    "family", series, SeriesLabels.of(series, Sentences.FR), SeriesLabels.of(series, Sentences.EN)));
        }
        rows.addAll(parts());
        for (EmergingPattern pattern : EmergingPattern.values()) {
            String key = "trend." + pattern;
            rows.add(RowFactory.create("trend", pattern.name(), Sentences.FR.say(key), Sentences.EN.say(key)));
        }
        Resources.lines("/staged/rules.csv")
                .forEach(rule -> rows.add(
                        RowFactory.create("rule", rule.get("rule"), rule.get("label_fr"), rule.get("label_en"))));
        return rows;
    }

    /** Names of the parts of a score; a part about facts is called after their family. */
    private static List<Row> parts() {
        List<Row> rows = new ArrayList<>();
        for (TensionScore.Kind kind : TensionScore.Kind.values()) {
            String key = "part.name." + kind;
            rows.add(RowFactory.create("part", kind.name(), Sentences.FR.say(key), Sentences.EN.say(key)));
        }
        for (String family : new TreeSet<>(CodeList.named("families").codes())) {
            rows.add(RowFactory.create(
                    "part",
                    TensionScore.Kind.FACTS + "-" + family,
                    SeriesLabels.of(family, Sentences.FR),
                    SeriesLabels.of(family, Sentences.EN)));
        }
        return rows;
    }

    private static List<Row> codes(String kind, CodeList list) {
        List<Row> rows = new ArrayList<>();
        for (String code : new TreeSet<>(list.codes())) {
            Map<String, String> attributes = list.entry(code).attributes();
            rows.add(RowFactory.create(kind, code, Sentences.FR.label(attributes), Sentences.EN.label(attributes)));
        }
        return rows;
    }
}
