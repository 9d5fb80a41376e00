package org.vigie.jobs.cli.scan;

import java.util.List;
import org.vigie.jobs.cli.detect.Settings;

/** A spatial method of the command line. */
public interface ScanMethod {

    /** Its name. */
    String name();

    /** Names of the settings it reads. */
    List<String> settings();

    /** Reads the settings; a wrong one throws {@link org.vigie.jobs.cli.detect.DetectProblem} with exit code 2. */
    Scanner with(Settings settings);

    /** A method with its settings. */
    @FunctionalInterface
    interface Scanner {

        /** Scans; a plan it cannot serve throws {@link IllegalArgumentException}. */
        ScanResult scan(ScanPlan plan, Watch watch);
    }

    /** Who is told how far a long scan has come. */
    @FunctionalInterface
    interface Watch {

        /** Nobody. */
        Watch NOBODY = total -> () -> {};

        /** Announces so many steps of equal length; gives what is to be called after each, by any thread. */
        Runnable expect(int total);
    }
}
