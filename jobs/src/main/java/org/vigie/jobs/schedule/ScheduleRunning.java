package org.vigie.jobs.schedule;

import java.nio.file.Path;

/** Another process schedules the same workspace. */
public final class ScheduleRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScheduleRunning(Path workspace) {
        super("another ./vigie schedule is at work on " + workspace
                + ": one is enough, stop it before starting another");
    }
}
