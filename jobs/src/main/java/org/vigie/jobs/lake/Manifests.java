package org.vigie.jobs.lake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Numbered manifests in one folder. A number is taken by creating its file only if absent, with its whole content at
 * once; nothing is ever replaced, so two writers cannot both believe that they published.
 */
public final class Manifests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    /** Manifests of the lake at this local folder. */
    public Manifests(Path lake) {
        this.folder = lake.resolve("manifests");
    }

    /** The newest manifest, or the empty one of a lake that holds nothing yet. */
    public Manifest latest() {
        if (!Files.isDirectory(folder)) {
            return Manifest.EMPTY;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files.filter(
                            file -> file.getFileName().toString().matches("\\d{6}\\.json"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return newestFirst.isEmpty()
                    ? Manifest.EMPTY
                    : JSON.readValue(newestFirst.get(0).toFile(), Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifests in " + folder, e);
        }
    }

    /** The manifest of a number, which stays as it was published; empty when there is none. */
    public Optional<Manifest> numbered(int number) {
        Path file = folder.resolve(String.format("%06d.json", number));
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(JSON.readValue(file.toFile(), Manifest.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * Makes a manifest the newest one; throws {@link ConcurrentWriteException} when somebody else has taken its number.
     */
    public void publish(Manifest manifest) {
        Path target = folder.resolve(String.format("%06d.json", manifest.number()));
        Path draft = folder.resolve("draft-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(draft)) {
                out.write(JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(manifest)
                        .getBytes(StandardCharsets.UTF_8));
            }
            // a hard link is created only if absent, and complete from its first moment
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException e) {
            throw new ConcurrentWriteException(target.getFileName().toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        } finally {
            draft.toFile().delete();
        }
    }
}
