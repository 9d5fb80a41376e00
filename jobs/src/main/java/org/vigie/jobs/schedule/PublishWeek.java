package org.vigie.jobs.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.run.RunProgress;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.SettingsException;
import org.vigie.jobs.settings.Workspace;

/** What a firing does: publishes its week, tells the outcome in one line, and has a failed firing tried again. */
@DisallowConcurrentExecution
final class PublishWeek implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PublishWeek.class);

    private final Workspace workspace;
    private final Settings atStart;
    private final List<Duration> retryDelays;
    private final Consumer<String> tell;

    PublishWeek(Workspace workspace, Settings atStart, List<Duration> retryDelays, Consumer<String> tell) {
        this.workspace = workspace;
        this.atStart = atStart;
        this.retryDelays = List.copyOf(retryDelays);
        this.tell = tell;
    }

    /** Reads the settings anew: somebody may have corrected them since the start. */
    @Override
    public void execute(JobExecutionContext context) {
        Firing firing = Firing.of(context);
        Settings settings = atStart;
        try {
            settings = Settings.read(workspace.root());
            publish(settings, firing);
        } catch (SettingsException e) {
            failed(context.getScheduler(), atStart, firing, e);
        } catch (RuntimeException | Error e) { // the schedule outlives whatever happens to a run, and tells it
            failed(context.getScheduler(), settings, firing, e);
        }
    }

    private void publish(Settings settings, Firing firing) {
        WeeklyRun run = run(settings);
        IsoWeek week = run.lastEnded(firing.scheduled());
        WeeklyRun.Outcome outcome = run.run(List.of(week), firing.fired());
        String line = new ScheduleLines(settings).done(firing, week, outcome, workspace);
        LOG.info("scheduled for {}: {}", firing.scheduled(), line);
        tell.accept(line);
    }

    private void failed(Scheduler scheduler, Settings settings, Firing firing, Throwable failure) {
        IsoWeek week = run(settings).lastEnded(firing.scheduled());
        ScheduleLines lines = new ScheduleLines(settings);
        String line = retry(scheduler, firing, week)
                .map(retry -> lines.failed(firing, week, failure, retry))
                .orElseGet(() -> lines.failedForGood(firing, week, failure));
        LOG.error("scheduled for {}: {}", firing.scheduled(), line, failure);
        tell.accept(line);
    }

    private WeeklyRun run(Settings settings) {
        return new WeeklyRun(workspace, settings, new RunProgress(stage -> {}));
    }

    /** Stores the next try, unless all were used; a trigger waits for it, and outlives this process. */
    private Optional<ScheduleLines.Retry> retry(Scheduler scheduler, Firing firing, IsoWeek week) {
        if (firing.retries() >= retryDelays.size()) {
            return Optional.empty();
        }
        Instant at = Instant.now().plus(retryDelays.get(firing.retries()));
        int number = firing.retries() + 1;
        Trigger next = TriggerBuilder.newTrigger()
                .withIdentity("retry-" + number, week.toString())
                .forJob(WeeklySchedule.JOB)
                .usingJobData(firing.nextTry())
                .startAt(Date.from(at))
                .build();
        try {
            store(scheduler, next);
            return Optional.of(new ScheduleLines.Retry(number, retryDelays.size(), at));
        } catch (SchedulerException e) {
            LOG.error("the next try cannot be stored", e);
            return Optional.empty();
        }
    }

    private static void store(Scheduler scheduler, Trigger trigger) throws SchedulerException {
        TriggerKey key = trigger.getKey();
        if (scheduler.checkExists(key)) {
            scheduler.rescheduleJob(key, trigger);
        } else {
            scheduler.scheduleJob(trigger);
        }
    }
}
