package org.vigie.jobs.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.evaluation.KnownTension;
import org.vigie.jobs.settings.Workspace;

/** The tensions that a simulator wrote beside its data, {@code truth.csv}. */
final class KnownTensions {

    private KnownTensions() {}

    /** Those of a workspace; none when it has no such file. */
    static List<KnownTension> of(Workspace workspace) {
        Path file = workspace.root().resolve("truth.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<NamedCsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file).stream()) {
            return rows.map(row -> new KnownTension(
                            row.getField("site_id"),
                            row.getField("family"),
                            IsoWeek.parse(row.getField("start_week")),
                            IsoWeek.parse(row.getField("end_week")),
                            Double.parseDouble(row.getField("factor"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
