package org.vigie.jobs.schedule;

import java.nio.file.Path;
import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Message;

/** Another process schedules the same workspace. */
public final class ScheduleRunning extends Explained {

    private static final long serialVersionUID = 1L;

    ScheduleRunning(Path workspace) {
        super(Message.of("schedule.running", "workspace", workspace.toString()));
    }
}
