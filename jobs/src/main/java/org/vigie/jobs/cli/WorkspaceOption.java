package org.vigie.jobs.cli;

import java.nio.file.Path;
import org.vigie.jobs.settings.Workspace;
import picocli.CommandLine.Parameters;

/** The folder of a landlord, first parameter of most commands. */
final class WorkspaceOption {

    @Parameters(index = "0", paramLabel = "DIR", description = "the landlord's folder, which holds vigie.yaml")
    private Path folder = Path.of(".");

    Workspace workspace() {
        return new Workspace(folder);
    }
}
