package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.lake.PublishedFiles;
import org.vigie.jobs.siteweeks.LinkedReports;

/** The alerts of a week as cards: figures with the sentences that a reader needs to act on them. */
final class AlertCards {

    private AlertCards() {}

    /**
     * What the cards are made from beside the decisions.
     *
     * @param facts resolved facts
     * @param verdicts verdicts by series in the week
     * @param context works and moves by site
     */
    record Sources(Dataset<Row> facts, Dataset<Row> verdicts, Dataset<Row> context) {}

    /**
     * Rows of the published table of alerts.
     *
     * @param decisions decisions of the week
     * @param monday the week
     * @param field what the field found
     */
    static Dataset<Row> of(Dataset<Row> decisions, Sources sources, LocalDate monday, FieldNotes field) {
        MapFunction<Row, Row> card = row -> new AlertCard(row, monday, field).toRow();
        Dataset<Row> shown = ofItsSeries(decisions, sources.verdicts());
        return shown.join(details(shown, sources.facts(), monday), new String[] {"alert_id"}, "left")
                .join(sources.context(), new String[] {"site_id"}, "left")
                .map(card, Encoders.row(PublishedFiles.schema(PublishedTables.ALERTS)));
    }

    /**
     * Counts as the newest week sees the series that an episode is named after: those of the score's parts, and of the lines
     * that "explain" finds. Where that series was not judged, the counts of the decision stay.
     */
    private static Dataset<Row> ofItsSeries(Dataset<Row> decisions, Dataset<Row> verdicts) {
        Map<String, String> columns = Map.of(
                "since_week", "since_week",
                "observed", "observed_since",
                "expected", "expected_since",
                "reported", "reported_since");
        Dataset<Row> newest = verdicts.where(col("observed_since").isNotNull())
                .select(
                        col("site_id").as("series_site"),
                        col("series"),
                        struct(columns.entrySet().stream()
                                        .map(column -> col(column.getValue()).as(column.getKey()))
                                        .toArray(Column[]::new))
                                .as("newest"));
        Dataset<Row> joined = decisions.join(
                newest,
                col("site_id").equalTo(col("series_site")).and(col("family").equalTo(col("series"))),
                "left");
        for (String column : columns.keySet()) {
            joined = joined.withColumn(column, coalesce(col("newest").getField(column), col(column)));
        }
        return joined.drop("newest", "series_site", "series");
    }

    /** When and where the facts of each alert happened: as many rows as the alerts have facts. */
    private static Dataset<Row> details(Dataset<Row> decisions, Dataset<Row> facts, LocalDate monday) {
        Dataset<Row> alerts = decisions.select(
                col("alert_id"), col("site_id").as("alert_site"), col("family").as("alert_family"), col("since_week"));
        Column ofSeries = col("alert_family")
                .equalTo("ALL")
                .or(col("alert_family").equalTo(col("family")))
                .or(col("alert_family").equalTo("GRAVE").and(col("severity").geq(4)));
        return facts.where(col("counted").and(LinkedReports.countsAt(monday)))
                .join(alerts, col("site_id").equalTo(col("alert_site")).and(ofSeries))
                .where(col("week").geq(col("since_week")).and(col("week").leq(lit(monday))))
                .groupBy("alert_id")
                .agg(sort_array(collect_list(struct(col("fact_date"), col("hour"), col("place_ref"))))
                        .as("details"));
    }
}
