package org.vigie.jobs.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.SettingsException;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.texts.Message;

/** The weekly run of one workspace, started by the calendar until it is closed. One per process. */
public final class WeeklySchedule implements AutoCloseable {

    /** How long after a failed try the next one starts; as many tries as delays. */
    public static final List<Duration> RETRY_DELAYS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    static final JobKey JOB = JobKey.jobKey("publish-week");
    private static final TriggerKey WEEKLY = TriggerKey.triggerKey("weekly");

    private final Scheduler scheduler;
    private final ScheduleLines lines;
    private final Consumer<String> tell;

    private WeeklySchedule(Scheduler scheduler, ScheduleLines lines, Consumer<String> tell) {
        this.scheduler = scheduler;
        this.lines = lines;
        this.tell = tell;
    }

    /**
     * Starts the schedule and says what was scheduled; each firing then tells one line.
     *
     * @throws SettingsException when {@code schedule.weekly} cannot be used
     * @throws ScheduleRunning when another process schedules this workspace
     */
    public static WeeklySchedule start(
            Workspace workspace, Settings settings, List<Duration> retryDelays, Consumer<String> tell) {
        Instant now = Instant.now();
        CronExpression weekly = ExpectedWeek.cron(settings);
        Scheduler scheduler = ScheduleStore.open(workspace);
        ScheduleLines lines = new ScheduleLines(settings);
        WeeklySchedule schedule = new WeeklySchedule(scheduler, lines, tell);
        try {
            scheduler.setJobFactory((fired, owner) -> new PublishWeek(workspace, settings, retryDelays, tell));
            Optional<Instant> next = store(scheduler, weekly, now);
            tell.accept(lines.opening(workspace));
            tell.accept(lines.next(next, now));
            tell.accept(lines.hint());
            scheduler.start();
            return schedule;
        } catch (SchedulerException e) {
            schedule.shutdown();
            throw new IllegalStateException("the schedule of " + workspace.root() + " cannot start", e);
        } catch (RuntimeException e) {
            schedule.shutdown();
            throw e;
        }
    }

    /** Stops firing, lets the run at work end, and closes the store. */
    @Override
    public void close() {
        try {
            if (!scheduler.getCurrentlyExecutingJobs().isEmpty()) {
                tell.accept(lines.stopping());
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule cannot stop", e);
        }
        shutdown();
        tell.accept(lines.stopped());
    }

    private void shutdown() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule cannot stop", e);
        }
    }

    static SettingsException refused(String written, String why) {
        return new SettingsException(
                Message.of("settings.cron", "written", written).with("why", Message.of(why)));
    }

    /** Stores job and trigger; gives the next firing, which lies in the past when it was missed. */
    private static Optional<Instant> store(Scheduler scheduler, CronExpression weekly, Instant now)
            throws SchedulerException {
        scheduler.addJob(
                JobBuilder.newJob(PublishWeek.class)
                        .withIdentity(JOB)
                        .storeDurably()
                        .requestRecovery()
                        .build(),
                true);
        Trigger stored = scheduler.getTrigger(WEEKLY);
        if (stored instanceof CronTrigger cron && same(cron, weekly)) {
            // kept as it is: its next firing may have been missed
            return Optional.ofNullable(cron.getNextFireTime()).map(Date::toInstant);
        }
        if (weekly.getNextValidTimeAfter(Date.from(now)) == null) {
            throw refused(weekly.getCronExpression(), "settings.cron-never");
        }
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(WEEKLY)
                .forJob(JOB)
                .withSchedule(CronScheduleBuilder.cronSchedule(weekly)
                        .inTimeZone(weekly.getTimeZone())
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        return Optional.ofNullable(
                        stored == null ? scheduler.scheduleJob(trigger) : scheduler.rescheduleJob(WEEKLY, trigger))
                .map(Date::toInstant);
    }

    private static boolean same(CronTrigger stored, CronExpression weekly) {
        return stored.getCronExpression().equals(weekly.getCronExpression())
                && stored.getTimeZone().getID().equals(weekly.getTimeZone().getID());
    }
}
