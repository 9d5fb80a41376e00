package org.vigie.sample.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one export: {@code ;}, CRLF, quotes where needed.
 *
 * @param charset encoding; UTF-8 gets a byte order mark, as a spreadsheet program wants it
 * @param columns names of the values that {@link #write} is given, in the order of the columns
 * @param header names printed for them
 */
record CsvExport(Charset charset, List<String> columns, List<String> header) {

    static final Charset CP1252 = Charset.forName("windows-1252");

    CsvExport {
        columns = List.copyOf(columns);
        header = List.copyOf(header);
        if (columns.size() != header.size()) {
            throw new IllegalArgumentException("one header name for each column: " + header);
        }
    }

    /** An export whose header holds the names of the columns. */
    static CsvExport named(Charset charset, String columns) {
        List<String> names = List.of(columns.split(";"));
        return new CsvExport(charset, names, names);
    }

    /** Writes rows to a file, compressed when its name ends so. */
    void write(Path file, List<Map<String, String>> rows) throws IOException {
        StringBuilder text = new StringBuilder(charset.equals(StandardCharsets.UTF_8) ? "\uFEFF" : "");
        append(text, header);
        for (Map<String, String> row : rows) {
            append(
                    text,
                    columns.stream().map(name -> row.getOrDefault(name, "")).toList());
        }
        try (OutputStream stream = open(file)) {
            stream.write(encoded(text.toString()));
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream stream = Files.newOutputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(stream) : stream;
    }

    private static void append(StringBuilder text, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ";").append(quoted(fields.get(i)));
        }
        text.append("\r\n");
    }

    private static String quoted(String field) {
        boolean plain = field.indexOf(';') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private byte[] encoded(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return text.getBytes(charset);
        }
        return text.replace('’', '\'')
                .replace("€", "EUR")
                .replace("œ", "oe")
                .replace("Œ", "OE")
                .getBytes(charset);
    }
}
