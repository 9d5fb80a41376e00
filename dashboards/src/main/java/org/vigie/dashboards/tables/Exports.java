package org.vigie.dashboards.tables;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;

/** Writes what other programs open: each published table as CSV, all of them in one workbook, and maps. */
public final class Exports {

    private Exports() {}

    /**
     * Reads the tables of a folder and writes their twins beside them: {@code <name>.csv} each and
     * {@code vigie-<yyyy-Www>.xlsx}.
     *
     * @param folder holds one Parquet file for each table
     * @param week Monday of the published week
     * @param tables those to export, in the order of the workbook
     */
    public static void write(Path folder, LocalDate week, List<PublishedTable> tables) {
        Map<PublishedTable, Table> read = new LinkedHashMap<>();
        for (PublishedTable declared : tables) {
            Table table = ParquetTables.read(folder, declared);
            CsvTwin.write(declared, table, folder.resolve(declared.name() + ".csv"));
            read.put(declared, table);
        }
        WorkbookTwin.write(read, folder.resolve(workbookName(week)));
    }

    /**
     * Reads the tables of a week and writes its maps: {@code sites.geojson} and {@code hotspots.geojson} with exact
     * positions and counts, and two of the same names in {@code shared/} with neither.
     *
     * @param folder of the week; holds the Parquet files and the folder {@code shared}
     */
    public static void writeMaps(Path folder) {
        TeamMaps.write(folder);
        SharedMaps.write(folder);
    }

    /** Name of the workbook of a week, such as {@code vigie-2026-W43.xlsx}. */
    public static String workbookName(LocalDate week) {
        return "vigie-" + weekName(week) + ".xlsx";
    }

    /** Name of the folder of a week, such as {@code 2026-W43}. */
    public static String weekName(LocalDate week) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                week.get(IsoFields.WEEK_BASED_YEAR),
                week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
