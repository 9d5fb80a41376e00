package org.vigie.jobs.schedule;

import java.time.Instant;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;

/**
 * One start of the weekly run.
 *
 * @param scheduled when it was meant to start: says which week it publishes
 * @param fired when it started
 * @param retries how many times this firing was tried before
 */
record Firing(Instant scheduled, Instant fired, int retries) {

    private static final String SCHEDULED = "scheduled";
    private static final String RETRIES = "retries";

    /** Reads what Quartz knows: a retry carries the time of the first try, a recovered firing that of the lost one. */
    static Firing of(JobExecutionContext context) {
        JobDataMap stored = context.getMergedJobDataMap();
        Instant scheduled = context.getScheduledFireTime().toInstant();
        if (stored.containsKey(SCHEDULED)) {
            scheduled = millis(stored, SCHEDULED);
        } else if (context.isRecovering()) {
            scheduled = millis(stored, Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS);
        }
        int retries = stored.containsKey(RETRIES) ? Integer.parseInt(stored.getString(RETRIES)) : 0;
        return new Firing(scheduled, context.getFireTime().toInstant(), retries);
    }

    /** What the trigger of the next try carries. */
    JobDataMap nextTry() {
        JobDataMap carried = new JobDataMap();
        carried.put(SCHEDULED, Long.toString(scheduled.toEpochMilli()));
        carried.put(RETRIES, Integer.toString(retries + 1));
        return carried;
    }

    private static Instant millis(JobDataMap stored, String key) {
        return Instant.ofEpochMilli(Long.parseLong(stored.getString(key)));
    }
}
