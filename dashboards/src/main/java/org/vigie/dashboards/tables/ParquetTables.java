package org.vigie.dashboards.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
