package org.vigie.jobs.cli.detect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header: UTF-8, comma or semicolon, gzipped if its name ends so. */
public final class CsvSource {

    private static final int HEADER_ROOM = 1 << 16;

    private final Path file;
    private final Function<String, DetectProblem> problem;
    private List<String> header = List.of();

    /**
     * A file not yet opened.
     *
     * @param problem makes the failure of a line of explanation
     */
    public CsvSource(Path file, Function<String, DetectProblem> problem) {
        this.file = file;
        this.problem = problem;
    }

    /** Hands over the header, then every row. */
    public void read(Consumer<List<String>> onHeader, Consumer<CsvRecord> onRow) {
        try (BufferedReader text = open();
                CsvReader<CsvRecord> reader = reader(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw problem.apply(file + ": empty file, not even a header");
            }
            header = records.next().getFields().stream().map(String::strip).toList();
            onHeader.accept(header);
            while (records.hasNext()) {
                CsvRecord row = records.next();
                if (row.getFieldCount() != header.size()) {
                    throw at(row, "", row.getFieldCount() + " fields where the header has " + header.size());
                }
                onRow.accept(row);
            }
        } catch (NoSuchFileException e) {
            throw problem.apply(file + ": no such file");
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw problem.apply(file + ": " + whyUnreadable(e));
        }
    }

    /** Accents of another encoding would turn into other names, and two series into one: such a file is refused. */
    private static String whyUnreadable(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "is not UTF-8: save it as \"CSV UTF-8\"";
            }
        }
        return "cannot be read: " + failure.getMessage();
    }

    /** Position of a column, if the file has it, and once. */
    public Optional<Integer> find(String column) {
        int index = header.indexOf(column);
        if (index != header.lastIndexOf(column)) {
            throw inFile("column " + column + " is there twice");
        }
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /** A failure at a cell. */
    public DetectProblem at(CsvRecord row, String column, String fault) {
        String place = file + ", line " + row.getStartingLineNumber();
        return problem.apply(place + (column.isEmpty() ? "" : ", column " + column) + ": " + fault);
    }

    /** A failure for want of a column. */
    DetectProblem without(String column) {
        return inFile("no column " + column + "; the header is " + String.join(",", header));
    }

    /** A failure of the file. */
    public DetectProblem inFile(String fault) {
        return problem.apply(file + ": " + fault);
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), HEADER_ROOM);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, HEADER_ROOM) : bytes;
            // a decoder of one's own reports what is not UTF-8, the charset's would replace it
            BufferedReader text =
                    new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), HEADER_ROOM);
            skipByteOrderMark(text);
            return text;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private static CsvReader<CsvRecord> reader(BufferedReader text) throws IOException {
        text.mark(HEADER_ROOM);
        String line = Optional.ofNullable(text.readLine()).orElse("");
        text.reset();
        return CsvReader.builder()
                .fieldSeparator(line.contains(";") && !line.contains(",") ? ';' : ',')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }
}
