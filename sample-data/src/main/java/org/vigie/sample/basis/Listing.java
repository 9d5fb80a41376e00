package org.vigie.sample.basis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the small tables that the simulator is fed with, which lie beside its classes: {@code ;} and a header. */
public final class Listing {

    private Listing() {}

    /** The rows of a table beside a class, each by column name. */
    public static List<Map<String, String>> beside(Class<?> owner, String name) {
        List<String> lines =
                text(owner, name).lines().filter(line -> !line.isBlank()).toList();
        String[] header = lines.get(0).split(";", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(";", -1);
            if (fields.length != header.length) {
                throw new IllegalStateException(name + ": as many fields as columns, not in: " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** A whole text beside a class. */
    public static String text(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing beside " + owner.getName() + ": " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
