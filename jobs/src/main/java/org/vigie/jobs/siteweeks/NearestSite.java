package org.vigie.jobs.siteweeks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.radians;
import static org.apache.spark.sql.functions.struct;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Attaches what has coordinates but no code to the nearest site within reach. Sites are spread over the cell of a grid
 * in which they stand and its eight neighbours, so that the join is by equal cells.
 *
 * <p>Distances are on the plane that touches the Earth at the site's latitude: at a few hundred metres the error is
 * under a millimetre.
 */
final class NearestSite {

    private static final double METRES_PER_DEGREE = 111_194.9;

    private NearestSite() {}

    /**
     * Finds the nearest site of each row.
     *
     * @param rows anything with file_id, line, longitude, latitude; rows with a site code take no part
     * @param sites units scored
     * @param withinMetres reach
     * @return (file_id, line, near_site) for the rows that have a site within reach
     */
    static Dataset<Row> attach(Dataset<Row> rows, Dataset<Row> sites, double withinMetres) {
        double cellDegrees = withinMetres / METRES_PER_DEGREE;
        Dataset<Row> targets = sites.where(
                        col("longitude").isNotNull().and(col("latitude").isNotNull()))
                .select(
                        col("site_id"),
                        col("longitude").as("site_lon"),
                        col("latitude").as("site_lat"),
                        floor(col("latitude").divide(cellDegrees)).as("row"),
                        explode(steps()).as("row_step"))
                .withColumn("cell_lat", col("row").plus(col("row_step")))
                .withColumn("column", column(col("site_lon"), col("cell_lat"), cellDegrees))
                .select(col("*"), explode(steps()).as("column_step"))
                .withColumn("cell_lon", col("column").plus(col("column_step")));
        Dataset<Row> points = rows.where(col("site_ref")
                        .isNull()
                        .and(col("longitude").isNotNull())
                        .and(col("latitude").isNotNull()))
                .withColumn("cell_lat", floor(col("latitude").divide(cellDegrees)))
                .withColumn("cell_lon", column(col("longitude"), col("cell_lat"), cellDegrees));
        Column east = col("longitude")
                .minus(col("site_lon"))
                .multiply(cos(radians(col("site_lat"))))
                .multiply(METRES_PER_DEGREE);
        Column north = col("latitude").minus(col("site_lat")).multiply(METRES_PER_DEGREE);
        Column squared = east.multiply(east).plus(north.multiply(north));
        return points.join(broadcast(targets), new String[] {"cell_lat", "cell_lon"})
                .withColumn("squared_metres", squared)
                .where(col("squared_metres").leq(withinMetres * withinMetres))
                .groupBy("file_id", "line")
                .agg(min_by(col("site_id"), struct(col("squared_metres"), col("site_id")))
                        .as("near_site"));
    }

    /** Column of the grid: its width in degrees grows with the latitude of its row, so that cells stay square. */
    private static Column column(Column longitude, Column row, double cellDegrees) {
        Column width = lit(cellDegrees).divide(cos(radians(row.multiply(cellDegrees))));
        return floor(longitude.divide(width));
    }

    private static Column steps() {
        return array(IntStream.rangeClosed(-1, 1).mapToObj(step -> lit(step)).toArray(Column[]::new));
    }
}
