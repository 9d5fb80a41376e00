package org.vigie.jobs.cli.detect;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.vigie.analytics.prospective.Verdict;

/** Verdicts as CSV, gzipped if the name ends so; the file appears complete or not at all. */
public final class VerdictFile implements AutoCloseable {

    private static final String[] HEADER = {
        "series_id",
        "settings_id",
        "t",
        "count",
        "expected",
        "upperbound",
        "alarm",
        "score",
        "pvalue",
        "phi",
        "trend",
        "verdict"
    };

    private final Path file;
    private final Path part;
    private final CsvWriter writer;
    private boolean published;

    /** Opens the file beside its place. */
    public VerdictFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        OutputStream target = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target, StandardCharsets.UTF_8);
        writer.writeRecord(HEADER);
    }

    /** Writes a row. */
    public void write(VerdictRow row) {
        VerdictRow.Figures figures = row.figures();
        writer.writeRecord(
                row.series().id(),
                row.settingsId(),
                row.series().time(row.position()),
                number(row.series().count(row.position())),
                number(figures.expected()),
                number(figures.upperBound()),
                row.verdict() instanceof Verdict.Signal ? "1" : "0",
                number(figures.score()),
                number(figures.pValue()),
                number(figures.phi()),
                number(figures.trend()),
                code(row.verdict()));
    }

    /** Puts the complete file in its place. */
    public void publish() throws IOException {
        writer.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        published = true;
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        if (!published) {
            try {
                writer.close();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private static String code(Verdict verdict) {
        return verdict.fold(signal -> "signal", quiet -> "quiet", reason -> "not-assessed:" + reason.code());
    }

    /** The shortest text that reads back as the same number; empty for NaN. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
