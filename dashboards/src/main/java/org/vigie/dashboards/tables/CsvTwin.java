package org.vigie.dashboards.tables;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The CSV form that a French spreadsheet opens by a double click: UTF-8 with byte order mark, semicolons, decimal comma
 * without grouping, ISO dates, {@code true} and {@code false}, empty = absent, lines ended by LF.
 *
 * <p>A text that a spreadsheet would run as a formula is preceded by an apostrophe; numbers such as -12 are left alone.
 */
final class CsvTwin {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private CsvTwin() {}

    static void write(PublishedTable declared, Table table, Path file) {
        List<Column> columns = declared.columns();
        try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.append(BYTE_ORDER_MARK)
                    .append(columns.stream().map(Column::name).collect(joining(";")))
                    .append('\n');
            for (int at = 0; at < table.rowCount(); at++) {
                PublishedRow row = new PublishedRow(table, at);
                csv.append(columns.stream().map(column -> cell(column, row)).collect(joining(";")))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String cell(Column column, PublishedRow row) {
        String name = column.name();
        return switch (column.type()) {
            case TEXT -> quoted(guarded(row.text(name)));
            case DATE -> row.date(name).map(Object::toString).orElse("");
            case COUNT ->
                row.count(name).isPresent() ? Integer.toString(row.count(name).getAsInt()) : "";
            case NUMBER ->
                row.number(name).isPresent() ? decimal(row.number(name).getAsDouble()) : "";
            case FLAG -> flag(row, name);
        };
    }

    private static String flag(PublishedRow row, String name) {
        return row.table().booleanColumn(name).isMissing(row.at()) ? "" : Boolean.toString(row.flag(name));
    }

    private static String decimal(double value) {
        return Double.isInfinite(value)
                ? ""
                : new BigDecimal(Double.toString(value)).toPlainString().replace('.', ',');
    }

    private static String guarded(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
