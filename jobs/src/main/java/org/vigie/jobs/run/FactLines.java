package org.vigie.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.siteweeks.JoinSiteWeeks;
import org.vigie.jobs.siteweeks.LinkedReports;

/** Finds the lines of the files in which the facts of an alert stand. */
final class FactLines {

    private static final String CONTEXT = "context-only";
    private static final String LATER = "known-later";
    private static final String UNTIL_THEN = "changed-since";

    private final Lake lake;
    private final Settings settings;

    FactLines(Lake lake, Settings settings) {
        this.lake = lake;
        this.settings = settings;
    }

    List<Explanation.Fact> of(Explanation.Alert alert, Manifest manifest) {
        Map<String, String> names = new HashMap<>();
        manifest.files().forEach(file -> names.put(file.fileId(), file.name()));
        LocalDate monday = alert.week().monday();
        Dataset<Row> facts = new JoinSiteWeeks(lake, WeekBuilder.joinSettings(settings))
                .run(manifest)
                .facts();
        return facts
                .where(col("site_id").equalTo(alert.siteId()).and(ofSeries(alert.family())))
                .where(col("week").between(lit(alert.rise().since()), lit(monday)))
                .withColumn("counts_then", col("counted").and(LinkedReports.countsAt(monday)))
                .orderBy("fact_date", "feed", "file_id", "line")
                .collectAsList()
                .stream()
                .map(row -> fact(row, names))
                .toList();
    }

    private static Column ofSeries(String series) {
        return switch (series) {
            case "ALL" -> lit(true);
            case "GRAVE" -> col("severity").geq(4);
            default -> col("family").equalTo(series);
        };
    }

    private static Explanation.Fact fact(Row row, Map<String, String> names) {
        boolean counted = row.<Boolean>getAs("counts_then");
        String fileId = row.getAs("file_id");
        return new Explanation.Fact(
                row.<String>getAs("feed").toLowerCase(Locale.ROOT),
                names.getOrDefault(fileId, fileId),
                row.<Integer>getAs("line"),
                row.getAs("fact_date"),
                row.getAs("family"),
                row.<Integer>getAs("severity"),
                counted,
                why(row, counted));
    }

    /** The rule by which a line did not count in the published week; or that it was changed after it had. */
    private static String why(Row row, boolean counted) {
        boolean standing = row.<String>getAs("fate").equals("used");
        if (counted) {
            return standing ? "" : UNTIL_THEN;
        }
        if (row.<Boolean>getAs("counted")) {
            return standing ? LATER : row.getAs("rule");
        }
        return standing ? CONTEXT : row.getAs("rule");
    }
}
