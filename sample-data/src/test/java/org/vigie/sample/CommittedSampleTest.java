package org.vigie.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedSampleTest {

    private static final Path COMMITTED = Path.of("landlord");
    private static final long MOST_BYTES = 3_000_000;

    @TempDir
    Path folder;

    /** Compressed files are compared by what they hold: how small it gets is up to the machine's zlib. */
    @Test
    void isWhatTheDefaultSettingsGive() throws IOException {
        SampleLandlord.write(folder.resolve("again"), SampleSettings.DEFAULT);

        Map<String, byte[]> committed = contents(COMMITTED);
        committed.remove("README.md");
        Map<String, byte[]> again = contents(folder.resolve("again"));
        assertThat(again.keySet()).isEqualTo(committed.keySet());
        again.forEach((name, bytes) -> assertThat(bytes)
                .as("%s differs: generate landlord/ again", name)
                .isEqualTo(committed.get(name)));
    }

    @Test
    void isSmall() throws IOException {
        long bytes = 0;
        for (Path file : files(COMMITTED)) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void itsPageStatesItsFigures() throws IOException {
        Path inbox = COMMITTED.resolve("inbox");
        Delivered delivered = Delivered.in(inbox);
        int dwellings = delivered.homes().values().stream()
                .filter(home -> home.to().getYear() == 9999)
                .mapToInt(Delivered.Home::dwellings)
                .sum();
        long linked = Export.matching(inbox, "incivilites_").stream()
                .flatMap(file -> file.rows().stream())
                .filter(row -> !row.get("N° fait lié").isEmpty())
                .count();
        assertThat(Files.readString(COMMITTED.resolve("README.md")))
                .contains(
                        String.format(
                                Locale.ROOT,
                                "%d residence codes",
                                delivered.homes().size()),
                        String.format(Locale.ROOT, "%,d dwellings", dwellings),
                        String.format(
                                Locale.ROOT,
                                "%,d that count",
                                delivered.counted().size()),
                        String.format(Locale.ROOT, "incidents %,d;", rows("incidents_")),
                        String.format(Locale.ROOT, "reports %,d (%,d of them", rows("incivilites_"), linked),
                        String.format(Locale.ROOT, "movements %,d;", rows("mouvements_")),
                        String.format(Locale.ROOT, "presence %,d;", rows("presence_")));
    }

    private static int rows(String feed) {
        return Export.matching(COMMITTED.resolve("inbox"), feed).stream()
                .mapToInt(file -> file.rows().size())
                .sum();
    }

    static Map<String, byte[]> contents(Path top) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Path file : files(top)) {
            String name = top.relativize(file).toString().replace('\\', '/');
            if (name.endsWith(".xlsx")) {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : Collections.list(zip.entries())) {
                        try (InputStream stream = zip.getInputStream(entry)) {
                            contents.put(name + "!" + entry.getName(), stream.readAllBytes());
                        }
                    }
                }
            } else {
                contents.put(name, Export.unpacked(file));
            }
        }
        return contents;
    }

    static List<Path> files(Path top) throws IOException {
        try (Stream<Path> walk = Files.walk(top)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).toList());
        }
    }
}
