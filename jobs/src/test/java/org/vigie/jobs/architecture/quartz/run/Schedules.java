package org.vigie.jobs.architecture.quartz.run;

import org.quartz.Scheduler;

/** Breaks a rule on purpose: Quartz outside the schedule. */
final class Schedules {
    String name(Scheduler scheduler) throws org.quartz.SchedulerException {
        return scheduler.getSchedulerName();
    }
}
