package org.vigie.sample.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the moment of writing out of a spreadsheet, which holds it in its zip entries and in its properties. */
final class SteadyZip {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";

    private SteadyZip() {}

    /** Rewrites the file in place. Its sizes stand in the directory at its end only, hence not read as a stream. */
    static void rewrite(Path file) throws IOException {
        ByteArrayOutputStream steady = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(steady)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ZipEntry written = new ZipEntry(entry.getName());
                written.setTimeLocal(MOMENT);
                out.putNextEntry(written);
                try (InputStream in = zip.getInputStream(entry)) {
                    out.write(content(entry, in.readAllBytes()));
                }
                out.closeEntry();
            }
        }
        Files.write(file, steady.toByteArray());
    }

    private static byte[] content(ZipEntry entry, byte[] bytes) {
        if (!entry.getName().equals("docProps/core.xml")) {
            return bytes;
        }
        String properties = new String(bytes, StandardCharsets.UTF_8);
        return properties.replaceAll(CREATED, "$1" + MOMENT + ":00Z$2").getBytes(StandardCharsets.UTF_8);
    }
}
