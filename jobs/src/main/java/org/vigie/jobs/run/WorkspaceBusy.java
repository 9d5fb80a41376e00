package org.vigie.jobs.run;

import java.nio.file.Path;
import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** Another run is at work in the same workspace. */
public final class WorkspaceBusy extends Explained {

    private static final long serialVersionUID = 1L;

    WorkspaceBusy(Path workspace) {
        super(Message.of("run.busy", "workspace", workspace.toString()));
    }
}
