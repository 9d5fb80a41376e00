package org.vigie.dashboards.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * A published table: one Parquet file {@code <name>.parquet} in the folder of a week, with its CSV twin.
 *
 * @param name file name without ending
 * @param columns in file order
 */
public record PublishedTable(String name, List<Column> columns) {

    /** Copies the list of columns. */
    public PublishedTable {
        columns = List.copyOf(columns);
    }

    static PublishedTable named(String name) {
        return new PublishedTable(name, List.of());
    }

    PublishedTable text(String column, String meaning) {
        return with(new Column(column, ColumnType.TEXT, meaning));
    }

    PublishedTable date(String column, String meaning) {
        return with(new Column(column, ColumnType.DATE, meaning));
    }

    PublishedTable count(String column, String meaning) {
        return with(new Column(column, ColumnType.COUNT, meaning));
    }

    PublishedTable number(String column, String meaning) {
        return with(new Column(column, ColumnType.NUMBER, meaning));
    }

    PublishedTable flag(String column, String meaning) {
        return with(new Column(column, ColumnType.FLAG, meaning));
    }

    /** Position of a column; throws {@link IllegalArgumentException} when the table has none of that name. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column);
    }

    private PublishedTable with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return new PublishedTable(name, more);
    }
}
