package org.vigie.jobs.cli.scan;

import java.nio.file.Path;

/** The two files of a scan. */
public final class ScanInput {

    private ScanInput() {}

    /** Reads sites and counts; throws {@link org.vigie.jobs.cli.detect.DetectProblem} with exit code 3. */
    public static ScanPlan read(Path sites, Path counts) {
        return CountsFile.read(counts, SitesFile.read(sites));
    }
}
