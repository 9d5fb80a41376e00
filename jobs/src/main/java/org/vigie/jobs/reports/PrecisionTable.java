package org.vigie.jobs.reports;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.jobs.alerts.FieldRecord;
import org.vigie.jobs.alerts.FieldReport;

/** How often alerts were right, by level and by family. */
final class PrecisionTable {

    private PrecisionTable() {}

    static List<Row> rows(FieldReport report) {
        List<Row> rows = new ArrayList<>();
        report.byLevel().groups().forEach((level, found) -> rows.add(row("level", level, found, false)));
        report.byFamily()
                .groups()
                .forEach((family, found) ->
                        rows.add(row("family", family, found, report.stopped().contains(family))));
        return rows;
    }

    private static Row row(String kind, String code, FieldRecord.Found found, boolean stopped) {
        return RowFactory.create(
                kind,
                code,
                found.alerts(),
                found.checked(),
                found.of("CONFIRMED"),
                found.of("CAUSE_WORKS"),
                found.of("KNOWN"),
                found.of("NOTHING"),
                found.of("DATA"),
                found.of("NOT_CHECKED"),
                100 * found.confirmed().mean(),
                100 * found.confirmed().low(),
                100 * found.confirmed().high(),
                100 * found.right().mean(),
                100 * found.right().low(),
                100 * found.right().high(),
                stopped);
    }
}
