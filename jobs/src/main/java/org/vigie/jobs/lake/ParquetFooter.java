package org.vigie.jobs.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file: the description of its columns, its length in four bytes, and {@code PAR1}.
 *
 * <p>Parquet's writer keeps the encodings of a column in a hash set of enum constants, whose order is another in each
 * process: the same rows give other bytes tomorrow. Readers take the encodings in any order.
 */
final class ParquetFooter {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;

    private ParquetFooter() {}

    /** Puts the encodings of each column in the order of the format's own numbers. */
    static void sortEncodings(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size() - TAIL_BYTES;
            int length = read(channel, end, Integer.BYTES).getInt();
            FileMetaData footer = Util.readFileMetaData(
                    new ByteArrayInputStream(read(channel, end - length, length).array()));
            for (RowGroup rows : footer.getRow_groups()) {
                for (ColumnChunk column : rows.getColumns()) {
                    sort(column.getMeta_data());
                }
            }
            channel.truncate(end - length);
            write(channel, end - length, footer);
        }
    }

    private static void sort(ColumnMetaData column) {
        column.getEncodings().sort(Comparator.naturalOrder());
        if (column.isSetEncoding_stats()) {
            column.getEncoding_stats()
                    .sort(Comparator.comparing(PageEncodingStats::getPage_type)
                            .thenComparing(PageEncodingStats::getEncoding));
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("a Parquet file ends too early");
            }
        }
        return buffer.flip();
    }

    private static void write(FileChannel channel, long at, FileMetaData footer) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, written);
        ByteBuffer end = ByteBuffer.allocate(written.size() + TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        end.put(written.toByteArray()).putInt(written.size()).put(MAGIC).flip();
        while (end.hasRemaining()) {
            channel.write(end, at + end.position());
        }
    }
}
