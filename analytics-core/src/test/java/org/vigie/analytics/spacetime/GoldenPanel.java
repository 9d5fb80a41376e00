package org.vigie.analytics.spacetime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;

/** Zones and counts of the reference data in space and time. */
final class GoldenPanel {

    private GoldenPanel() {}

    /** Sites of each zone, shape [zones][any]. */
    static int[][] zones(String data, int neighbours) {
        return SpatialGolden.table("scan-spacetime/" + data + "/zones_k" + neighbours + ".csv").rows().stream()
                .map(row -> Arrays.stream(ids(row)).map(id -> id - 1).toArray())
                .toArray(int[][]::new);
    }

    /** A column, shape [sites][weeks], newest week last. */
    static double[][] read(String data, String file, String column) {
        List<Row> rows = SpatialGolden.table("scan-spacetime/" + data + "/" + file + ".csv")
                .rows();
        int sites = rows.stream()
                .map(row -> row.integer("id"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int weeks = rows.size() / sites;
        double[][] panel = new double[sites][weeks];
        rows.forEach(row -> panel[row.integer("id") - 1][row.integer("time") - 1] = row.number(column));
        return panel;
    }

    /** Its newest weeks. */
    static double[][] last(double[][] panel, int weeks) {
        return Arrays.stream(panel)
                .map(site -> Arrays.copyOfRange(site, site.length - weeks, site.length))
                .toArray(double[][]::new);
    }

    /** Ids as the reference numbers them, from 1, sorted. */
    static int[] ids(Row row) {
        return Arrays.stream(row.text("ids").replace("\"", "").split(" "))
                .mapToInt(Integer::parseInt)
                .sorted()
                .toArray();
    }
}
