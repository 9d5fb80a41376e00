package org.vigie.jobs.cli;

import java.nio.file.Path;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import picocli.CommandLine.Parameters;

/** The folder of a landlord, first parameter of most commands. */
final class WorkspaceOption {

    @Parameters(index = "0", paramLabel = "DIR", description = "the landlord's folder, which holds vigie.yaml")
    private Path folder = Path.of(".");

    Workspace workspace() {
        return new Workspace(folder);
    }

    /** The settings of the folder; the log is opened first, so that a failure to read them is told there too. */
    Settings settings() {
        Workspace workspace = workspace();
        RunLog.open(workspace);
        return Settings.read(workspace.root());
    }
}
