package org.vigie.jobs.cli.scan;

import java.util.function.Function;
import org.vigie.analytics.spacetime.Replicates;
import org.vigie.jobs.cli.detect.Settings;

/** The options that scans have in common, with their limits. */
final class ScanOptions {

    private static final int USUAL_REPLICATES = 999;

    private ScanOptions() {}

    static int neighbours(Settings settings, int usual) {
        return from("k", settings.integer("k", usual), 1);
    }

    static int longestDuration(Settings settings, int usual) {
        return from("max-duration", settings.integer("max-duration", usual), 1);
    }

    static int replicates(Settings settings, int usual) {
        return from("replicates", settings.integer("replicates", usual), 0);
    }

    static int lag(Settings settings, int usual) {
        return from("lag", settings.integer("lag", usual), 0);
    }

    static int seed(Settings settings) {
        return settings.integer("seed", 1);
    }

    /** The draws as these settings name them, watched. */
    static Function<ScanMethod.Watch, Replicates> draws(Settings settings) {
        int number = replicates(settings, USUAL_REPLICATES);
        int seed = seed(settings);
        return watch -> new Replicates(number, seed, watch.expect(number));
    }

    private static int from(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + ", not " + value);
        }
        return value;
    }
}
