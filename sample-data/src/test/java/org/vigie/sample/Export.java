package org.vigie.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads one delivered file for the tests, sharing nothing with what wrote it. */
record Export(String name, Charset charset, String text, List<Map<String, String>> rows) {

    private static final Charset CP1252 = Charset.forName("windows-1252");

    static List<Export> matching(Path inbox, String prefix) {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .map(Export::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Export read(Path file) {
        byte[] bytes = unpacked(file);
        Charset charset = charsetOf(bytes);
        String text = new String(bytes, charset).replaceFirst("^\uFEFF", "");
        List<List<String>> records = records(text);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> fields : records.subList(1, records.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(records.get(0).get(i), fields.get(i));
            }
            rows.add(row);
        }
        return new Export(String.valueOf(file.getFileName()), charset, text, rows);
    }

    static byte[] unpacked(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!file.toString().endsWith(".gz")) {
                return bytes;
            }
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return stream.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charsetOf(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            for (byte one : bytes) {
                if ((one & 0xE0) == 0x80) {
                    return CP1252; // 0x80 to 0x9F print something there, and are control characters in ISO 8859-1
                }
            }
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(fields);
                    fields = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        return records;
    }

    /** Value of a row under any of these names; empty if under none. */
    static String value(Map<String, String> row, String... names) {
        for (String name : names) {
            if (row.containsKey(name)) {
                return row.get(name);
            }
        }
        return "";
    }
}
