package org.vigie.jobs.cli.detect;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings, one row each: column {@code settings_id}, then one column a setting; an empty cell is the default. */
final class SettingsFile {

    private static final String ID = "settings_id";

    private final Path file;
    private final CsvSource source;
    private final List<Settings> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private List<String> header = List.of();

    private SettingsFile(Path file) {
        this.file = file;
        this.source = new CsvSource(file, DetectProblem::wrongSettings);
    }

    static List<Settings> read(Path file) {
        SettingsFile reading = new SettingsFile(file);
        reading.source.read(reading::header, reading::row);
        if (reading.found.isEmpty()) {
            throw DetectProblem.wrongSettings(file + ": a header but no settings");
        }
        return List.copyOf(reading.found);
    }

    private void header(List<String> columns) {
        header = columns;
        columns.forEach(source::find);
        if (!columns.contains(ID)) {
            throw source.without(ID);
        }
    }

    private void row(CsvRecord row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), row.getField(i).strip());
        }
        String id = values.getOrDefault(ID, "");
        if (id.isEmpty() || !ids.add(id)) {
            throw source.at(row, ID, id.isEmpty() ? "is empty" : id + " is there twice");
        }
        values.remove(ID);
        found.add(Settings.of(id, file + ", line " + row.getStartingLineNumber(), values));
    }
}
