package org.vigie.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vigie.sample.SampleLandlord;
import org.vigie.sample.SampleSettings;
import org.vigie.sample.events.Noise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./vigie sample}: writes the workspace of a simulated landlord, with the planted tensions beside it. */
@Command(
        name = "sample",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Writes the workspace of a landlord who does not exist: settings, an inbox as a French housing system exports"
                    + " it, and truth.csv with the tensions that were planted.",
            "The same options give the same files."
        },
        footer = {
            "",
            "Examples:",
            "  ./vigie sample --out work/sample                     150 residences, four years",
            "  ./vigie sample --out work/large --sites 1000         a larger landlord",
            "  ./vigie sample --out work/other --seed 7             other chance, other tensions",
            "  ./vigie sample --out work/hard --noise DRIFT,SHOCKS  a landlord who is harder to judge",
            "  ./vigie run work/sample                              then: the week's alerts from it"
        })
public final class SampleCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write to; it must be absent or empty.")
    private Path out = Path.of("");

    @Option(names = "--sites", paramLabel = "N", description = "Residences, 40 to 5000 (default: 150).")
    private int sites = SampleSettings.DEFAULT.sites();

    @Option(names = "--weeks", paramLabel = "N", description = "Weeks up to 2026-W43, 53 to 1043 (default: 209).")
    private int weeks = SampleSettings.DEFAULT.weeks();

    @Option(names = "--seed", paramLabel = "N", description = "Any whole number (default: 2026).")
    private long seed = SampleSettings.DEFAULT.seed();

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "KIND",
            description =
                    "What makes sites harder to judge: ${COMPLETION-CANDIDATES}; several with commas (default: none)."
                            + " DRIFT adds as many facts at small sites as at large ones, SHOCKS are good and bad months of"
                            + " agencies and neighbourhoods, SEASONS differ by site, LABELS file sites under wrong agencies,"
                            + " BURSTS are single wild weeks.")
    private Set<Noise> noise = EnumSet.noneOf(Noise.class);

    @Override
    public Integer call() {
        try {
            SampleSettings settings = new SampleSettings(sites, weeks, seed, SampleSettings.DEFAULT.lastWeek());
            SampleLandlord.write(out, settings.withNoise(noise));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            spec.commandLine().getErr().println("The sample cannot be written to " + out + ": " + e.getMessage());
            return FAILED;
        }
        spec.commandLine().getOut().println("Written to " + out + ". Next: ./vigie run " + out);
        return 0;
    }
}
