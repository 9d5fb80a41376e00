package org.vigie.jobs.reports;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code manifest.json} of a published week: how it came about. It alone holds times; equal {@code inputs} mean equal
 * tables.
 *
 * @param week ISO week
 * @param revision 1 for the first publication of the week
 * @param inputs digest of the files, the settings and the code behind it
 * @param codeVersion build that made it
 * @param settingsDigest digest of the settings
 * @param lakeManifest number of the lake's manifest that was read
 * @param batches ids of the batches read
 * @param rows rows by table
 * @param seed seed of the random visits
 * @param started ISO instant
 * @param finished ISO instant
 * @param seconds seconds by stage
 * @param checks checks passed
 */
public record WeekManifest(
        String week,
        int revision,
        String inputs,
        String codeVersion,
        String settingsDigest,
        int lakeManifest,
        List<String> batches,
        TreeMap<String, Long> rows,
        long seed,
        String started,
        String finished,
        TreeMap<String, Double> seconds,
        List<String> checks) {

    static final String FILE = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the collections. */
    public WeekManifest {
        batches = List.copyOf(batches);
        rows = new TreeMap<>(rows);
        seconds = new TreeMap<>(seconds);
        checks = List.copyOf(checks);
    }

    /** The manifest in the folder of a published week, if there is one. */
    public static Optional<WeekManifest> read(Path weekFolder) {
        Path file = weekFolder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), WeekManifest.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes the manifest into a folder. */
    public void write(Path weekFolder) {
        try {
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(weekFolder.resolve(FILE).toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the manifest in " + weekFolder, e);
        }
    }
}
