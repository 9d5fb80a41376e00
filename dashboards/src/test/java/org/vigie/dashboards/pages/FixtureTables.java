package org.vigie.dashboards.pages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.dashboards.tables.ParquetFixture;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;

/** Rows of an invented week, table by table, until they are written. */
final class FixtureTables {

    static final LocalDate WEEK = LocalDate.of(2026, 10, 19);

    private final Map<PublishedTable, List<Map<String, Object>>> tables = new LinkedHashMap<>();

    FixtureTables() {
        PublishedTables.all().forEach(table -> tables.put(table, new ArrayList<>()));
    }

    static String id(int site) {
        return String.format("RES%04d", site + 1);
    }

    static String team(int site) {
        return site % 2 == 0 ? "MED-EST" : "MED-OUEST";
    }

    /** Adds a row: names of columns joined by semicolons, then a value for each. */
    Map<String, Object> add(PublishedTable table, String columns, Object... values) {
        String[] names = columns.split(";", -1);
        if (names.length != values.length) {
            throw new IllegalArgumentException(columns + ": " + values.length + " values");
        }
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], values[i]);
        }
        rows(table).add(row);
        return row;
    }

    List<Map<String, Object>> rows(PublishedTable table) {
        return tables.get(table);
    }

    /** Writes every table, and the areas once more as the shared ones. */
    void write(Path folder) {
        tables.forEach((table, rows) -> ParquetFixture.write(folder, table, rows));
        ParquetFixture.write(folder.resolve("shared"), PublishedTables.AREAS, rows(PublishedTables.AREAS));
    }
}
