package org.vigie.jobs.feeds;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our own CSV resources: semicolon, UTF-8, one header line. */
public final class Resources {

    private Resources() {}

    /** Every line as column name and value; throws {@link IllegalArgumentException} when there is no such resource. */
    public static List<Map<String, String>> lines(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + path);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            try (Stream<NamedCsvRecord> records =
                    CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(text).stream()) {
                return records.map(NamedCsvRecord::getFieldsAsMap).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + path + " cannot be read", e);
        }
    }
}
