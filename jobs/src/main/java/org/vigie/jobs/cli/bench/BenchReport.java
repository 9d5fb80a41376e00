package org.vigie.jobs.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of a benchmark in their order: a table for people, then one JSON object on the last line. */
final class BenchReport {

    private record Line(String label, String value, String unit) {}

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** An empty report of a benchmark. */
    BenchReport(String name) {
        figures.put("bench", name);
    }

    /**
     * Adds a figure.
     *
     * @param key name in the JSON object, its unit included
     * @param label what it is, for the table
     * @param unit of the value, for the table
     */
    BenchReport figure(String key, double value, String label, String unit) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key + " is not a finite number: " + value);
        }
        figures.put(key, significant(value));
        lines.add(new Line(label, text(value), unit));
        return this;
    }

    /** Adds a whole number, given exactly. */
    BenchReport count(String key, long value, String label) {
        figures.put(key, value);
        lines.add(new Line(label, Long.toString(value), ""));
        return this;
    }

    /** Prints the table, then the JSON line. */
    void print(PrintWriter out) {
        int labels =
                lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        int values =
                lines.stream().mapToInt(line -> line.value().length()).max().orElse(0);
        String row = "%-" + Math.max(1, labels) + "s  %" + Math.max(1, values) + "s  %s";
        for (Line line : lines) {
            out.println(String.format(Locale.ROOT, row, line.label(), line.value(), line.unit())
                    .stripTrailing());
        }
        out.println(json());
        out.flush();
    }

    private String json() {
        try {
            return new ObjectMapper().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are numbers and words", e);
        }
    }

    /** Four digits are more than a measurement of time can hold. */
    private static double significant(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
    }

    private static String text(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1000 ? 0 : size >= 10 ? 1 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
