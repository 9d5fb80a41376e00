package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The joined feeds of one manifest.
 *
 * @param sites units scored
 * @param facts rows of the fact feeds, resolved
 * @param counts signed counts of facts
 * @param works plans of works, by version
 * @param moves signed counts of movements
 * @param presence hours per site and week
 * @param fates what became of every staged row
 * @param calendar known periods
 */
public record SiteWeeks(
        Dataset<Row> sites,
        Dataset<Row> facts,
        Dataset<Row> counts,
        Dataset<Row> works,
        Dataset<Row> moves,
        Dataset<Row> presence,
        Dataset<Row> fates,
        Dataset<Row> calendar) {

    /** The same with other fates: what becomes of some rows is known only later. */
    public SiteWeeks withFates(Dataset<Row> others) {
        return new SiteWeeks(sites, facts, counts, works, moves, presence, others, calendar);
    }

    /** Rows per feed, file, fate and rule. */
    public Dataset<Row> fatesByFile() {
        return Fates.counted(fates);
    }

    /** Rows that were refused or lie outside every site's reach: feed, file, line, rule. */
    public Dataset<Row> refused() {
        return fates.where(col("fate").isin("rejected", "out_of_scope"));
    }
}
