package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.jobs.lake.Table;

/**
 * Lets several tellings of one fact count once in every week, as it was known then.
 *
 * <p>Reports that name the same incident tell the fact of that incident. While a version of the incident stands, only it
 * counts; else, of the reports that stand and name it, the one that named it first. So a report linked late counts until its link
 * is known, and the second report speaks up when the first is cancelled.
 */
public final class LinkedReports {

    private static final StructType TELLINGS = new StructType()
            .add("linked_file", DataTypes.StringType)
            .add("linked_line", DataTypes.IntegerType)
            .add("linked_counts", Table.PERIODS)
            .add("linked_silent", DataTypes.BooleanType);

    private LinkedReports() {}

    /**
     * Adds {@code counts_in} (the periods in which a row counts for its site) and {@code told_elsewhere} (another telling
     * of the same fact counts in its stead at the end).
     *
     * @param placed versions with their lifetimes and sites
     */
    static Dataset<Row> withPeriods(Dataset<Row> placed) {
        Column stands = col("site_id")
                .isNotNull()
                .and(not(col("status").isin("ANNULE", "DOUBLON")))
                .and(not(col("fate").equalTo("duplicate")))
                .and(coalesce(col("replaced_on").gt(col("known_on")), lit(true)));
        Column whole =
                array(struct(col("known_on").as("from"), col("replaced_on").as("to")));
        Column own = when(stands, whole).otherwise(array().cast(Table.PERIODS));
        return placed.join(
                        tellings(placed.where(stands)),
                        col("file_id")
                                .equalTo(col("linked_file"))
                                .and(col("line").equalTo(col("linked_line"))),
                        "left")
                .withColumn("counts_in", coalesce(col("linked_counts"), own))
                .withColumn("told_elsewhere", coalesce(col("linked_silent"), lit(false)))
                .drop("linked_file", "linked_line", "linked_counts", "linked_silent");
    }

    /** Whether a row counts at the end of a week, by its column {@code counts_in}. */
    public static Column countsAt(LocalDate monday) {
        return exists(
                col("counts_in"),
                period -> period.getField("from")
                        .leq(lit(monday))
                        .and(coalesce(period.getField("to").gt(lit(monday)), lit(true))));
    }

    private static Dataset<Row> tellings(Dataset<Row> standing) {
        Dataset<Row> reports = standing.where(col("feed")
                        .equalTo("INCIVILITIES")
                        .and(col("linked_fact").isNotNull()))
                .withColumn("told_at", min(col("known_at")).over(Window.partitionBy("feed", "fact_id")))
                .withColumn("link", col("linked_fact"));
        Dataset<Row> incidents = standing.where(col("feed").equalTo("INCIDENTS"))
                .join(
                        reports.select(col("link").as("named")).distinct(),
                        col("fact_id").equalTo(col("named")),
                        "left_semi")
                .withColumn("told_at", lit(null).cast(DataTypes.TimestampNTZType))
                .withColumn("link", col("fact_id"));
        MapFunction<Row, String> byLink = row -> row.getAs("link");
        FlatMapGroupsFunction<String, Row, Row> share = (link, rows) -> shared(rows);
        return incidents
                .unionByName(reports)
                .select("link", "feed", "fact_id", "told_at", "file_id", "line", "known_on", "replaced_on")
                .groupByKey(byLink, Encoders.STRING())
                .flatMapGroups(share, Encoders.row(TELLINGS));
    }

    /** Shares the weeks of one fact among its tellings: the incident first, then the reports as they became known. */
    private static Iterator<Row> shared(Iterator<Row> rows) {
        TreeMap<String, List<Row>> byTeller = new TreeMap<>();
        rows.forEachRemaining(row ->
                byTeller.computeIfAbsent(rank(row), teller -> new ArrayList<>()).add(row));
        Periods taken = Periods.NONE;
        List<Row> shared = new ArrayList<>();
        for (List<Row> versions : byTeller.values()) {
            Periods theirs = Periods.NONE;
            for (Row version : versions) {
                Periods believed = Periods.of(version.getAs("known_on"), version.getAs("replaced_on"));
                Periods counts = believed.minus(taken);
                boolean silentAtTheEnd = believed.isOpen() && !counts.isOpen();
                shared.add(RowFactory.create(
                        version.getAs("file_id"), version.getAs("line"), counts.toArray(), silentAtTheEnd));
                theirs = theirs.plus(believed);
            }
            taken = taken.plus(theirs);
        }
        return shared.iterator();
    }

    private static String rank(Row row) {
        Object toldAt = row.getAs("told_at");
        return (toldAt == null ? "" : toldAt) + " " + row.getAs("fact_id");
    }
}
