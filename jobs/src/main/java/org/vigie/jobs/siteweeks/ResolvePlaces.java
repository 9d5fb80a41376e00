package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.vigie.jobs.staged.VersionLog;

/**
 * From the hierarchy of places to the units that are scored. A unit is a residence; residences under the size that may
 * be shown count together at the ensemble or sector above them, and have no row of their own.
 */
public final class ResolvePlaces {

    private static final String OPEN = "9999-12-31";

    /** First day of a place that has no first day: before every fact. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private ResolvePlaces() {}

    /** One row per code of the hierarchy: its newest description, valid from its first to its last day. */
    static Dataset<Row> newestDescriptions(Dataset<Row> stagedSites) {
        Column newest = struct(col("valid_from"), col("area_generation"));
        Column open = coalesce(col("valid_to"), lit(LocalDate.parse(OPEN)));
        Dataset<Row> told = VersionLog.withLifetimes(
                        stagedSites, List.of("site_id", "valid_from", "area_generation"), List.of())
                .where(col("fate").equalTo("used"))
                .withColumn("valid_from", coalesce(col("valid_from"), lit(ALWAYS)))
                .withColumn("open_to", open);
        String[] described = {
            "label",
            "level",
            "parent_id",
            "agency",
            "area_id",
            "area_generation",
            "dwellings",
            "let_dwellings",
            "team",
            "x_l93",
            "y_l93",
            "longitude",
            "latitude"
        };
        Column[] newestOf = java.util.Arrays.stream(described)
                .map(name -> max_by(col(name), newest).as(name))
                .toArray(Column[]::new);
        return told.groupBy("site_id")
                .agg(
                        min(col("valid_from")).as("valid_from"),
                        prepend(max(col("open_to")).as("valid_to"), newestOf));
    }

    /** The unit at which each place counts: (place_ref, site_id or empty, valid_from, valid_to). */
    static Dataset<Row> places(Dataset<Row> described, int minDwellings) {
        Dataset<Row> residenceOf = residenceOf(described);
        Dataset<Row> units = unitOfResidence(described, minDwellings);
        return residenceOf
                .join(units, residenceOf.col("residence_id").equalTo(units.col("unit_of")), "left")
                .select(
                        col("place_ref"),
                        col("unit_id").as("site_id"),
                        col("valid_from"),
                        when(col("valid_to").lt(lit(LocalDate.parse(OPEN))), col("valid_to"))
                                .as("valid_to"));
    }

    /** The units that are scored, described. */
    static Dataset<Row> sites(Dataset<Row> described, int minDwellings) {
        Dataset<Row> members = unitOfResidence(described, minDwellings)
                .where(col("unit_id").isNotNull())
                .groupBy("unit_id")
                .agg(
                        sum(col("unit_dwellings")).cast("int").as("member_dwellings"),
                        when(count(col("unit_let")).equalTo(count(lit(1))), sum(col("unit_let")))
                                .cast("int")
                                .as("member_let"),
                        min(col("unit_from")).as("followed_from"),
                        max(col("unit_to")).as("open_to"),
                        max_by(col("unit_sector"), col("unit_of")).as("sector"),
                        max_by(col("unit_team"), col("unit_of")).as("member_team"));
        Column generation = coalesce(col("area_generation"), lit("HORS"));
        Column area = when(col("area_id").isNull().or(col("area_id").equalTo("")), "HORS")
                .otherwise(col("area_id"));
        return members.join(withLonLat(described), col("unit_id").equalTo(col("site_id")))
                .select(
                        col("site_id"),
                        col("label"),
                        col("agency"),
                        col("sector"),
                        coalesce(col("team"), col("member_team"), col("agency")).as("team"),
                        area.as("area_id"),
                        generation.as("area_generation"),
                        when(area.notEqual("HORS").and(generation.isin("2015", "2024")), "QPV")
                                .otherwise("HORS")
                                .as("area_kind"),
                        col("member_dwellings").as("dwellings"),
                        when(col("member_let").leq(col("member_dwellings")), col("member_let"))
                                .as("let_dwellings"),
                        col("longitude"),
                        col("latitude"),
                        col("followed_from"),
                        when(col("open_to").lt(lit(LocalDate.parse(OPEN))), col("open_to"))
                                .as("followed_to"));
    }

    /** Climbs from entrances and buildings to their residence; places above a residence have none. */
    private static Dataset<Row> residenceOf(Dataset<Row> described) {
        Dataset<Row> parent = above(described, "p");
        Dataset<Row> grandparent = above(described, "g");
        return described
                .join(parent, described.col("parent_id").equalTo(col("p_id")), "left")
                .join(grandparent, col("p_parent").equalTo(col("g_id")), "left")
                .select(
                        described.col("site_id").as("place_ref"),
                        when(col("level").equalTo("RESIDENCE"), described.col("site_id"))
                                .when(
                                        col("level")
                                                .isin("BATIMENT", "CAGE")
                                                .and(col("p_level").equalTo("RESIDENCE")),
                                        col("p_id"))
                                .when(
                                        col("level")
                                                .equalTo("CAGE")
                                                .and(col("g_level").equalTo("RESIDENCE")),
                                        col("g_id"))
                                .as("residence_id"),
                        greatest(col("valid_from"), coalesce(col("p_from"), col("valid_from")))
                                .as("valid_from"),
                        least(col("valid_to"), coalesce(col("p_to"), col("valid_to")))
                                .as("valid_to"));
    }

    /** For each residence the unit scored: itself when large enough, else the ensemble or sector above. */
    private static Dataset<Row> unitOfResidence(Dataset<Row> described, int minDwellings) {
        Dataset<Row> parent = above(described, "p");
        Column large = col("dwellings").geq(minDwellings);
        Column ensemble = col("p_level").equalTo("RESIDENCE");
        Dataset<Row> wanted = described
                .where(col("level").equalTo("RESIDENCE"))
                .join(parent, col("parent_id").equalTo(col("p_id")), "left")
                .select(
                        col("site_id").as("unit_of"),
                        when(large, col("site_id")).otherwise(col("p_id")).as("wanted_unit"),
                        // an ensemble counts the dwellings of its own description, which holds its parts
                        when(large, col("dwellings"))
                                .when(ensemble, lit(0))
                                .otherwise(col("dwellings"))
                                .as("unit_dwellings"),
                        when(not(large).and(ensemble), lit(0))
                                .otherwise(col("let_dwellings"))
                                .as("unit_let"),
                        col("valid_from").as("unit_from"),
                        col("valid_to").as("unit_to"),
                        when(col("p_level").equalTo("SECTEUR"), col("p_id"))
                                .otherwise(col("p_parent"))
                                .as("unit_sector"),
                        col("team").as("unit_team"));
        Dataset<Row> sizes = wanted.groupBy(col("wanted_unit").as("sized_unit"))
                .agg(sum(col("unit_dwellings")).as("unit_size"));
        return wanted.join(sizes, col("wanted_unit").equalTo(col("sized_unit")), "left")
                .withColumn("unit_id", when(col("unit_size").geq(minDwellings), col("wanted_unit")))
                .drop("sized_unit", "unit_size", "wanted_unit");
    }

    private static Dataset<Row> above(Dataset<Row> described, String prefix) {
        return described.select(
                col("site_id").as(prefix + "_id"),
                col("level").as(prefix + "_level"),
                col("parent_id").as(prefix + "_parent"),
                col("valid_from").as(prefix + "_from"),
                col("valid_to").as(prefix + "_to"));
    }

    private static Dataset<Row> withLonLat(Dataset<Row> described) {
        described
                .sparkSession()
                .udf()
                .register(
                        "lambert93",
                        udf(
                                (UDF2<Double, Double, double[]>) Lambert93::toLonLat,
                                DataTypes.createArrayType(DataTypes.DoubleType)));
        Column projected = when(
                col("longitude")
                        .isNull()
                        .and(col("x_l93").isNotNull())
                        .and(col("y_l93").isNotNull()),
                call_udf("lambert93", col("x_l93"), col("y_l93")));
        return described
                .withColumn("projected", projected)
                .withColumn(
                        "longitude", coalesce(col("longitude"), col("projected").getItem(0)))
                .withColumn(
                        "latitude", coalesce(col("latitude"), col("projected").getItem(1)))
                .drop("projected");
    }

    private static Column[] prepend(Column first, Column[] others) {
        Column[] all = new Column[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
