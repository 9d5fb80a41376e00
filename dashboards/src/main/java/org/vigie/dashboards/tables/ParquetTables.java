package org.vigie.dashboards.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Reads a published Parquet file into a Tablesaw table, held to its declaration: a column that is missing or stored as
 * something else stops the reading; columns that are not declared are left out.
 */
public final class ParquetTables {

    private ParquetTables() {}

    /** Where a table lies in the folder of a week. */
    public static Path file(Path folder, PublishedTable declared) {
        return folder.resolve(declared.name() + ".parquet");
    }

    /**
     * Reads {@code <folder>/<name>.parquet}.
     *
     * @throws IllegalArgumentException when the file is absent or does not hold the declared columns; names both
     */
    public static Table read(Path folder, PublishedTable declared) {
        Path file = file(folder, declared);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("published table is missing: " + file);
        }
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType stored = reader.getFileMetaData().getSchema();
            MessageType asked = declaredPart(stored, declared, file);
            reader.setRequestedSchema(asked);
            TableMaterializer rows = new TableMaterializer(declared);
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(asked, stored);
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Boolean> group = columns.getRecordReader(pages, rows);
                for (long row = 0; row < pages.getRowCount(); row++) {
                    group.read();
                }
            }
            return rows.table();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * Reads a table that an earlier version may have written: what that version did not record is absent in every row, and a
     * table that it did not have is empty.
     *
     * @throws IllegalArgumentException when a column is stored as something else
     */
    public static Table readRecorded(Path folder, PublishedTable declared) {
        Set<String> missing = notRecorded(folder, declared);
        List<Column> there = declared.columns().stream()
                .filter(column -> !missing.contains(column.name()))
                .toList();
        Table table = there.isEmpty()
                ? Table.create(declared.name())
                : read(folder, new PublishedTable(declared.name(), there));
        int rows = table.rowCount();
        for (Column column : declared.columns()) {
            if (missing.contains(column.name())) {
                table.addColumns(absent(column, rows));
            }
        }
        return table;
    }

    /** Names of the declared columns that the file does not have; all of them where there is no file. */
    public static Set<String> notRecorded(Path folder, PublishedTable declared) {
        Path file = file(folder, declared);
        Set<String> missing = new TreeSet<>();
        declared.columns().forEach(column -> missing.add(column.name()));
        if (Files.isRegularFile(file)) {
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
                reader.getFileMetaData().getSchema().getFields().forEach(field -> missing.remove(field.getName()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return missing;
    }

    private static tech.tablesaw.columns.Column<?> absent(Column column, int rows) {
        return switch (column.type()) {
            case TEXT -> StringColumn.create(column.name(), rows);
            case DATE -> DateColumn.create(column.name(), rows);
            case COUNT -> IntColumn.create(column.name(), rows);
            case NUMBER -> DoubleColumn.create(column.name(), rows);
            case FLAG -> BooleanColumn.create(column.name(), rows);
        };
    }

    private static MessageType declaredPart(MessageType stored, PublishedTable declared, Path file) {
        List<Type> fields = new ArrayList<>();
        for (Column column : declared.columns()) {
            if (!stored.containsField(column.name())) {
                throw new IllegalArgumentException(file + " has no column " + column.name());
            }
            Type field = stored.getType(column.name());
            if (!storedAs(field, column.type())) {
                throw new IllegalArgumentException(
                        file + ", column " + column.name() + ": expected " + column.type() + ", found " + field);
            }
            fields.add(field);
        }
        return new MessageType(stored.getName(), fields);
    }

    private static boolean storedAs(Type field, ColumnType type) {
        if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
            return false;
        }
        PrimitiveType primitive = field.asPrimitiveType();
        PrimitiveTypeName name = primitive.getPrimitiveTypeName();
        LogicalTypeAnnotation meaning = primitive.getLogicalTypeAnnotation();
        return switch (type) {
            case TEXT ->
                name == PrimitiveTypeName.BINARY
                        && LogicalTypeAnnotation.stringType().equals(meaning);
            case DATE ->
                name == PrimitiveTypeName.INT32
                        && LogicalTypeAnnotation.dateType().equals(meaning);
            case COUNT ->
                name == PrimitiveTypeName.INT32
                        && (meaning == null
                                || LogicalTypeAnnotation.intType(32, true).equals(meaning));
            case NUMBER -> name == PrimitiveTypeName.DOUBLE;
            case FLAG -> name == PrimitiveTypeName.BOOLEAN;
        };
    }
}
