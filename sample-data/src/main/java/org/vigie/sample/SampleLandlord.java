package org.vigie.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Moves;
import org.vigie.sample.events.Presence;
import org.vigie.sample.events.Tensions;
import org.vigie.sample.events.Works;
import org.vigie.sample.exports.Workspace;
import org.vigie.sample.facts.Circumstances;
import org.vigie.sample.facts.Fact;
import org.vigie.sample.facts.FactDraw;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.EstateDraw;

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
        long seed = settings.seed();
        Period period = Period.endingWith(settings.lastWeek(), settings.weeks());
        Estate estate = EstateDraw.draw(settings.sites(), seed, period);
        Tensions tensions = Tensions.draw(estate, period, seed, settings.sites());
        Works works = Works.draw(estate, tensions, period, seed);
        Presence presence = Presence.draw(estate, period, seed);
        Circumstances world = new Circumstances(estate, period, tensions, works, presence);
        List<Fact> facts = FactDraw.draw(world, seed);
        Moves moves = Moves.draw(estate, tensions, period, seed);
        Files.createDirectories(folder);
        new Workspace(folder, seed).write(world, facts, moves);
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
