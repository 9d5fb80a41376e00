package org.vigie.jobs.cli.scan;

import org.vigie.jobs.cli.detect.Settings;

/** The options that scans have in common, with their limits. */
final class ScanOptions {

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

    private static int from(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + ", not " + value);
        }
        return value;
    }
}
