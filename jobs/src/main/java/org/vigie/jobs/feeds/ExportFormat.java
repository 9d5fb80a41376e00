package org.vigie.jobs.feeds;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.vigie.jobs.texts.Message;

/**
 * How a text file is written: found by reading it once from end to end, so that a file cut short, an unclosed quotation
 * mark or a lone accent in the last line is known before the first row is handed over.
 *
 * @param charset UTF-8 where every byte agrees with it (or a mark says so), else windows-1252
 * @param separator {@code ;} {@code ,} tab or {@code |}: the most frequent one of the header
 * @param declared whether the first line is Excel's {@code sep=;}
 */
record ExportFormat(Charset charset, char separator, boolean declared) {

    /** A cell of a spreadsheet holds at most 32,767 characters; more is a quotation mark that nobody closed. */
    private static final int LONGEST_FIELD = 1 << 17;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final List<Character> SEPARATORS = List.of(';', '\t', '|', ',');
    private static final int HEAD_BYTES = 1 << 16;

    /** Whether a file is a spreadsheet; refuses the formats that are not read. */
    static boolean isSpreadsheet(Path path) {
        if (Files.isDirectory(path)) {
            throw refusal(path, "feed.folder");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            if (startsWith(start, OLD_EXCEL)) {
                throw refusal(path, "feed.xls");
            }
            return startsWith(start, ZIP);
        } catch (IOException e) {
            throw refusal(path, "feed.unreadable");
        }
    }

    /** Finds the format of a text file, packed or not. */
    static ExportFormat of(Path path) {
        try (Utf8Witness witness = new Utf8Witness(unpacked(path))) {
            byte[] head = witness.head(HEAD_BYTES);
            checkText(path, head);
            String start = new String(head, StandardCharsets.ISO_8859_1);
            boolean declared = start.regionMatches(true, startsWith(head, UTF8_MARK) ? 3 : 0, "sep=", 0, 4);
            char separator = separatorOf(start, declared);
            ExportFormat assumed = new ExportFormat(StandardCharsets.ISO_8859_1, separator, declared);
            try (CsvReader<CsvRecord> reader = assumed.reader(witness)) {
                reader.forEach(record -> {});
            }
            if (witness.sawNul()) {
                throw refusal(path, "feed.not-text");
            }
            Charset charset = startsWith(head, UTF8_MARK) || witness.agrees() ? StandardCharsets.UTF_8 : WINDOWS;
            return new ExportFormat(charset, separator, declared);
        } catch (CsvParseException e) {
            throw refusal(path, broken(e));
        } catch (UncheckedIOException | IOException e) {
            throw refusal(path, "feed.damaged");
        }
    }

    /** Opens a file with this format; records carry the line on which they start, from 1. */
    CsvReader<CsvRecord> reader(Path path) throws IOException {
        return reader(unpacked(path));
    }

    /** Hand-made exports write {@code "Le Clos" bât. B}; the parser has no other switch to let one such cell pass. */
    @SuppressWarnings("removal")
    private CsvReader<CsvRecord> reader(InputStream in) {
        Reader characters = new InputStreamReader(in, charset);
        CsvRecordHandler handler = CsvRecordHandler.of(
                settings -> settings.maxFieldSize(LONGEST_FIELD).maxRecordSize(4 * LONGEST_FIELD));
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .maxBufferSize(8 * LONGEST_FIELD)
                .build(handler, characters);
        if (declared) {
            reader.skipLines(1);
        }
        return reader;
    }

    /** Refuses a file; the key is that of a sentence that goes on from its name. */
    static FeedException refusal(Path path, String key) {
        return refusal(path, Message.of(key));
    }

    static FeedException refusal(Path path, Message reason) {
        return new FeedException(Message.of("feed.file", "file", String.valueOf(path.getFileName()))
                .with("reason", reason));
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), HEAD_BYTES);
        try {
            in.mark(2);
            byte[] start = in.readNBytes(2);
            in.reset();
            return startsWith(start, GZIP) ? new GZIPInputStream(in, HEAD_BYTES) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void checkText(Path path, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.isBlank()) {
            throw refusal(path, "feed.empty");
        }
        if (start.indexOf(0) >= 0) {
            throw refusal(path, "feed.not-text");
        }
    }

    private static char separatorOf(String start, boolean declared) {
        String header = start.stripLeading().lines().findFirst().orElse("");
        int sign = header.indexOf('=') + 1;
        if (declared && sign < header.length() && SEPARATORS.contains(header.charAt(sign))) {
            return header.charAt(sign);
        }
        String unquoted = header.replaceAll("\"[^\"]*\"", "");
        char best = ';';
        for (char candidate : SEPARATORS) {
            if (count(unquoted, candidate) > count(unquoted, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Key of what the user reads; the message of the parser may quote the file. */
    private static String broken(CsvParseException e) {
        return e.getCause() instanceof IOException ? "feed.damaged" : "feed.not-csv";
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** Passes bytes on and remembers whether all of them were UTF-8 (RFC 3629). */
    private static final class Utf8Witness extends FilterInputStream {
        private int pending;
        private int lowest = 0x80;
        private int highest = 0xBF;
        private boolean broken;
        private boolean nul;

        Utf8Witness(InputStream in) {
            super(new BufferedInputStream(in, HEAD_BYTES + 1));
        }

        byte[] head(int bytes) throws IOException {
            in.mark(bytes);
            byte[] head = in.readNBytes(bytes);
            in.reset();
            return head;
        }

        /** Whether a byte was zero, as in UTF-16 and in what is no text at all. */
        boolean sawNul() {
            return nul;
        }

        boolean agrees() {
            return !broken && pending == 0;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                see(b);
            }
            return b;
        }

        @Override
        public int read(byte[] chunk, int from, int length) throws IOException {
            int read = in.read(chunk, from, length);
            for (int i = from; i < from + read; i++) {
                see(chunk[i] & 0xFF);
            }
            return read;
        }

        private void see(int b) {
            nul |= b == 0;
            if (pending > 0) {
                broken |= b < lowest || b > highest;
                pending--;
                lowest = 0x80;
                highest = 0xBF;
            } else if (b >= 0x80) {
                start(b);
            }
        }

        /** First byte of a character; some first bytes narrow the range of the second. */
        private void start(int b) {
            broken |= b < 0xC2 || b > 0xF4;
            pending = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
            lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        }
    }
}
