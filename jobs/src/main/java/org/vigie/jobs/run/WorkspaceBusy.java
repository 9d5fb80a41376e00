package org.vigie.jobs.run;

import java.nio.file.Path;

/** Another run is at work in the same workspace. */
public final class WorkspaceBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkspaceBusy(Path workspace) {
        super("another run is at work in " + workspace + ": wait for it to end, then start again");
    }
}
