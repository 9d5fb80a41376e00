package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDateTime;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Table;
import org.vigie.jobs.staged.StagedTables;

/** The staged tables of a manifest: whole, or only what was known at the end of some week. */
final class StagedLog {

    private final Lake lake;
    private final Manifest manifest;
    private final LocalDateTime placesBefore;
    private final LocalDateTime othersBefore;

    private StagedLog(Lake lake, Manifest manifest, LocalDateTime placesBefore, LocalDateTime othersBefore) {
        this.lake = lake;
        this.manifest = manifest;
        this.placesBefore = placesBefore;
        this.othersBefore = othersBefore;
    }

    static StagedLog whole(Lake lake, Manifest manifest) {
        return new StagedLog(lake, manifest, LocalDateTime.MAX, LocalDateTime.MAX);
    }

    /** What was known of places at the end of one week, and of everything else at the end of another. */
    static StagedLog knownBy(Lake lake, Manifest manifest, IsoWeek placesAt, IsoWeek othersAt) {
        return new StagedLog(lake, manifest, endOf(placesAt), endOf(othersAt));
    }

    Dataset<Row> read(Table table) {
        Dataset<Row> all = lake.read(table, manifest);
        LocalDateTime before = table.equals(StagedTables.SITES) ? placesBefore : othersBefore;
        return before.equals(LocalDateTime.MAX)
                ? all
                : all.where(col("known_at").lt(lit(before)));
    }

    private static LocalDateTime endOf(IsoWeek week) {
        return week.plusWeeks(1).monday().atStartOfDay();
    }
}
