package org.vigie.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.vigie.sample.events.Moves;
import org.vigie.sample.exports.Workspace;
import org.vigie.sample.facts.Circumstances;

/** Simulates a landlord and writes a workspace: settings, exports, and beside them the tensions that were planted. */
public final class SampleLandlord {

    private SampleLandlord() {}

    /**
     * Writes {@code vigie.yaml}, {@code truth.csv} and {@code inbox/} into a folder that is absent or empty.
     *
     * @throws IllegalArgumentException when the folder holds something
     * @throws IOException when it cannot be written
     */
    public static void write(Path folder, SampleSettings settings) throws IOException {
        requireEmpty(folder);
        SampleWorld world = SampleWorld.draw(settings);
        Circumstances around = world.circumstances();
        Moves moves = Moves.draw(around.estate(), around.tensions(), around.period(), settings.seed());
        Files.createDirectories(folder);
        new Workspace(folder, settings.seed()).write(around, world.facts(), moves);
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("not a folder: " + folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IllegalArgumentException("the folder must be absent or empty: " + folder);
            }
        }
    }
}
