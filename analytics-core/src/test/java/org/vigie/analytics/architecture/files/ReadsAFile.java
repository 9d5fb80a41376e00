package org.vigie.analytics.architecture.files;

import java.nio.file.Path;

/** Breaks a rule on purpose: a file inside the statistics. */
final class ReadsAFile {
    Path file() {
        return Path.of("series.csv");
    }
}
