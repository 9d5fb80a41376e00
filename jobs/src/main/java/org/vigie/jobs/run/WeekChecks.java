package org.vigie.jobs.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.reports.QualityTable;
import org.vigie.jobs.scoring.ScoreSites.Scored;
import org.vigie.jobs.texts.Message;

/** What must hold of a week before anybody sees it. */
final class WeekChecks {

    /** Names of the checks, as the manifest of a published week lists them. */
    static final List<String> NAMES = List.of("rows-add-up", "parts-add-up");

    private WeekChecks() {}

    /** Throws {@link ChecksFailed} that names a file or a site when something does not add up. */
    static void require(QualityTable quality, Scored scored) {
        for (QualityTable.FileFates file : quality.files()) {
            if (!file.addsUp()) {
                throw new ChecksFailed(Message.of("run.rows-do-not-add-up", "file", file.file())
                        .with("read", file.rowsRead())
                        .with("fates", file.fates().toString()));
            }
        }
        List<Row> wrong =
                sitesWhosePartsDoNotAddUp(scored.scores(), scored.parts()).takeAsList(1);
        if (!wrong.isEmpty()) {
            throw new ChecksFailed(
                    Message.of("run.parts-do-not-add-up", "site", wrong.get(0).getString(0)));
        }
    }

    /** Sites whose parts, in whole tenths, are not their score. */
    static Dataset<Row> sitesWhosePartsDoNotAddUp(Dataset<Row> scores, Dataset<Row> parts) {
        Dataset<Row> sums =
                parts.groupBy("site_id").agg(sum(tenths(col("points"))).as("tenths"));
        return scores.join(sums, new String[] {"site_id"}, "left")
                .where(coalesce(col("tenths"), lit(0)).notEqual(tenths(col("tension_score"))))
                .select("site_id");
    }

    private static Column tenths(Column points) {
        return round(points.multiply(10)).cast("long");
    }
}
