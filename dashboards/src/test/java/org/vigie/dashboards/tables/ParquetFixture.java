package org.vigie.dashboards.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes published tables as the pipeline does: one Parquet file each, every column optional. */
public final class ParquetFixture {

    private ParquetFixture() {}

    /** Writes rows given as column name to value; a column that is not named is absent. */
    public static void write(Path folder, PublishedTable table, List<Map<String, Object>> rows) {
        MessageType schema = schema(table);
        try {
            Files.createDirectories(folder);
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                            new LocalOutputFile(ParquetTables.file(folder, table)))
                    .withConf(new PlainParquetConfiguration())
                    .withType(schema)
                    .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                    .withCompressionCodec(CompressionCodecName.SNAPPY)
                    .build()) {
                for (Map<String, Object> row : rows) {
                    writer.write(group(schema, row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Group group(MessageType schema, Map<String, Object> row) {
        Group group = new SimpleGroup(schema);
        row.forEach((name, value) -> {
            if (value instanceof String text) {
                group.add(name, text);
            } else if (value instanceof LocalDate day) {
                group.add(name, (int) day.toEpochDay());
            } else if (value instanceof Integer count) {
                group.add(name, count);
            } else if (value instanceof Double number) {
                group.add(name, number);
            } else if (value instanceof Boolean flag) {
                group.add(name, flag);
            } else {
                throw new IllegalArgumentException(name + " = " + value);
            }
        });
        return group;
    }

    private static MessageType schema(PublishedTable table) {
        List<Type> fields = table.columns().stream().map(ParquetFixture::field).toList();
        return new MessageType("spark_schema", fields);
    }

    private static Type field(Column column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case COUNT -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }
}
