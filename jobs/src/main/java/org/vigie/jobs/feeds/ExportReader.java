package org.vigie.jobs.feeds;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.vigie.jobs.texts.Message;

/**
 * Streams the rows of one export, CSV (packed or not) or spreadsheet, in constant memory.
 *
 * <p>Opening reads the file once from end to end: what makes a file unusable (damage, an unclosed quotation mark, a
 * missing or a personal column) is known before the first row is handed over.
 */
public final class ExportReader {

    private final Path path;
    private final Rows rows;
    private final Header header;

    /** Hands over every line of a file that is not empty. */
    private interface Rows {
        void forEach(ObjLongConsumer<List<String>> consumer);
    }

    private ExportReader(Path path, Rows rows, Header header) {
        this.path = path;
        this.rows = rows;
        this.header = header;
    }

    /** Opens a file; throws {@link FeedException} when it cannot be used. */
    public static ExportReader open(FeedFile file, FeedSettings settings) {
        Path path = file.toPath();
        Rows rows = rowsOf(path);
        List<String> names = firstLine(path, rows);
        try {
            return new ExportReader(path, rows, new Header(names, file.feed(), settings));
        } catch (Header.Unfit e) {
            throw ExportFormat.refusal(path, Message.of("feed.refused", "reason", e.reason()));
        }
    }

    /** Whether the file tells when its rows were recorded. */
    public boolean tellsWhenRecorded() {
        return header.tellsWhenRecorded();
    }

    /** Hands over every row below the header, empty ones excepted. */
    public void forEach(Consumer<ExportRow> consumer) {
        boolean[] headerSeen = new boolean[1];
        rows.forEach((cells, line) -> {
            if (headerSeen[0]) {
                consumer.accept(new ExportRow(header, cells, line));
            }
            headerSeen[0] = true;
        });
    }

    /** The file's name, as it was given. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Names of the sheets of a workbook that are not read: rows are those of the first. */
    public static List<String> unreadSheets(FeedFile file) {
        Path path = file.toPath();
        return ExportFormat.isSpreadsheet(path) ? new Spreadsheet(path).laterSheets() : List.of();
    }

    private static Rows rowsOf(Path path) {
        return ExportFormat.isSpreadsheet(path)
                ? new Spreadsheet(path)::forEachRow
                : new TextRows(path, ExportFormat.of(path));
    }

    /** The header. A text was proven sound by {@link ExportFormat}; reading on proves a spreadsheet. */
    private static List<String> firstLine(Path path, Rows rows) {
        List<String> names = new ArrayList<>();
        if (rows instanceof TextRows text) {
            names.addAll(text.first());
        } else {
            rows.forEach((cells, line) -> names.addAll(names.isEmpty() ? cells : List.of()));
        }
        if (names.isEmpty()) {
            throw ExportFormat.refusal(path, "feed.empty");
        }
        return names;
    }

    /** Lines of a text file whose format is known. */
    private record TextRows(Path path, ExportFormat format) implements Rows {

        @Override
        public void forEach(ObjLongConsumer<List<String>> consumer) {
            try (CsvReader<CsvRecord> reader = format.reader(path)) {
                reader.stream()
                        .filter(TextRows::isNotBlank)
                        .forEach(line -> consumer.accept(line.getFields(), line.getStartingLineNumber()));
            } catch (CsvParseException | IOException e) {
                throw ExportFormat.refusal(path, "feed.changed");
            }
        }

        List<String> first() {
            try (CsvReader<CsvRecord> reader = format.reader(path)) {
                return reader.stream()
                        .filter(TextRows::isNotBlank)
                        .findFirst()
                        .map(CsvRecord::getFields)
                        .orElse(List.of());
            } catch (CsvParseException | IOException e) {
                throw ExportFormat.refusal(path, "feed.changed");
            }
        }

        private static boolean isNotBlank(CsvRecord line) {
            return line.getFields().stream()
                    .anyMatch(field -> !Cell.stripped(field).isEmpty());
        }
    }
}
