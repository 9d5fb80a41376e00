package org.vigie.dashboards.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * One row of a published table, read by column name. An absent value is an empty text or an empty optional, never zero.
 *
 * @param table read by {@link ParquetTables}
 * @param at position, from 0
 */
public record PublishedRow(Table table, int at) {

    /** Every row of a table, in its order. */
    public static List<PublishedRow> of(Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(at -> new PublishedRow(table, at))
                .toList();
    }

    /** A text, empty when absent. */
    public String text(String column) {
        return table.stringColumn(column).get(at);
    }

    /** A day, or a week by its Monday. */
    public Optional<LocalDate> date(String column) {
        return Optional.ofNullable(table.dateColumn(column).get(at));
    }

    /** A whole number. */
    public OptionalInt count(String column) {
        var cells = table.intColumn(column);
        return cells.isMissing(at) ? OptionalInt.empty() : OptionalInt.of(cells.getInt(at));
    }

    /** A number with decimals. */
    public OptionalDouble number(String column) {
        var cells = table.doubleColumn(column);
        return cells.isMissing(at) ? OptionalDouble.empty() : OptionalDouble.of(cells.getDouble(at));
    }

    /** Whether a flag is set; an absent flag is not. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(table.booleanColumn(column).get(at));
    }
}
