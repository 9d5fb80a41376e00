package org.vigie.sample.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.sample.basis.Listing;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Moves;
import org.vigie.sample.facts.Circumstances;
import org.vigie.sample.facts.Fact;

/** The folder of one landlord: settings, inbox, and the truth beside them. */
public final class Workspace {

    private final Path folder;
    private final long seed;

    /** A workspace to be written into this folder. */
    public Workspace(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** Writes every file. */
    public void write(Circumstances world, List<Fact> facts, Moves moves) throws IOException {
        Period period = world.period();
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(
                folder.resolve("vigie.yaml"), Listing.text(Workspace.class, "vigie.yaml"), StandardCharsets.UTF_8);
        Truth.write(folder.resolve("truth.csv"), world.tensions(), period);
        SiteExport.write(inbox, world.disturbances().asFiled(world.estate()));
        new FactExports(inbox, period).write(facts, world.estate(), seed);
        WorksExport.write(inbox, world.works(), period, seed);
        OtherExports others = new OtherExports(inbox, period);
        others.writeTurnover(moves.all());
        others.writePresence(world.presence().all());
        others.writeCalendar();
    }
}
