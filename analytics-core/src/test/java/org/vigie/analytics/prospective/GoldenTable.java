package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Rows of reference figures: a CSV with a header, gzipped or not, values without quotes. */
public final class GoldenTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private GoldenTable(InputStream stream, String name) {
        try (InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            header = Arrays.asList(lines.readLine().split(","));
            lines.lines().map(line -> List.of(line.split(",", -1))).forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of {@code src/test/resources/golden}. */
    public static GoldenTable resource(String name) {
        InputStream stream = GoldenTable.class.getResourceAsStream("/golden/" + name);
        assertThat(stream).as(name).isNotNull();
        return new GoldenTable(stream, name);
    }

    /** Any file. */
    public static GoldenTable file(Path path) {
        try {
            return new GoldenTable(Files.newInputStream(path), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of reference data beside the repository, where the machine has one. */
    public static Optional<Path> shared() {
        String named = System.getProperty("vigie.shared");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolveSibling("shared");
            if (Files.isDirectory(found.resolve("golden"))) {
                return Optional.of(found);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** All lines below the header. */
    public List<Row> rows() {
        return rows.stream().map(cells -> new Row(header, cells)).toList();
    }

    /** One line; cells are found by column. */
    public record Row(List<String> header, List<String> cells) {

        /** The cell as written. */
        public String text(String column) {
            int index = header.indexOf(column);
            assertThat(index).as("column " + column).isNotNegative();
            return cells.get(index);
        }

        /** The cell as a number, NaN for NA. */
        public double number(String column) {
            String text = text(column);
            return switch (text) {
                case "NA" -> Double.NaN;
                case "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        }

        /** The cell as a whole number. */
        public int integer(String column) {
            return (int) number(column);
        }

        /** The cell as yes or no. */
        public boolean flag(String column) {
            return text(column).equals("TRUE") || text(column).equals("1");
        }

        @Override
        public String toString() {
            return String.join(",", cells);
        }
    }
}
