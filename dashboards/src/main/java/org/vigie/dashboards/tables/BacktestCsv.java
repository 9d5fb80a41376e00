package org.vigie.dashboards.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report of a back-test as a file: one figure a line, for statistics programs. UTF-8, semicolons, decimal point, six
 * digits, empty = absent; lines that begin with # explain.
 */
public final class BacktestCsv {

    private static final MathContext DIGITS = new MathContext(6);

    private BacktestCsv() {}

    /** Writes a report; the same figures give the same bytes. */
    public static void write(Path file, List<String> comments, List<BacktestMeasure> measures) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                for (String comment : comments) {
                    csv.append("# ").append(comment).append('\n');
                }
                csv.append("scope;method;measure;at;value;low;high;n\n");
                for (BacktestMeasure one : measures) {
                    csv.append(line(one)).append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String line(BacktestMeasure one) {
        return String.join(
                ";",
                one.scope(),
                one.method(),
                one.measure(),
                number(one.at()),
                number(one.value()),
                number(one.low()),
                number(one.high()),
                Long.toString(one.cases()));
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        return value == 0
                ? "0"
                : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }
}
