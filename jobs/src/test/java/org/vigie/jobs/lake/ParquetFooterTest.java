package org.vigie.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.dashboards.tables.PublishedTables;

class ParquetFooterTest {

    @TempDir
    Path folder;

    @Test
    void givesTheSameBytesWhateverOrderAProcessKeepsEncodingsIn() throws IOException {
        PublishedFiles.write(folder, PublishedTables.LABELS, labels(), List.of("code"));
        Path published = folder.resolve("labels.parquet");
        byte[] settled = Files.readAllBytes(published);
        Path elsewhere = folder.resolve("elsewhere.parquet");
        Files.write(elsewhere, withEncodingsReversed(settled));
        assertThat(Files.readAllBytes(elsewhere)).isNotEqualTo(settled);

        ParquetFooter.sortEncodings(elsewhere);

        assertThat(Files.readAllBytes(elsewhere)).isEqualTo(settled);
        assertThat(SharedSpark.session().read().parquet(elsewhere.toString()).collectAsList())
                .hasSize(200);
    }

    private static Dataset<Row> labels() {
        List<Row> rows = Collections.nCopies(200, RowFactory.create("family", "BRUIT", "Bruit", "Noise"));
        return SharedSpark.session().createDataFrame(rows, PublishedFiles.schema(PublishedTables.LABELS));
    }

    private static byte[] withEncodingsReversed(byte[] file) throws IOException {
        int end = file.length - 8;
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, end - length, length));
        footer.getRow_groups().stream()
                .flatMap(rows -> rows.getColumns().stream())
                .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings()));
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        other.write(Arrays.copyOf(file, end - length));
        Util.writeFileMetaData(footer, other);
        int written = other.size() - (end - length);
        other.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(written)
                .array());
        other.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        return other.toByteArray();
    }
}
