/**
 * The weekly run, started by Quartz instead of by a person.
 *
 * <p>A <b>firing</b> is one start of the run; it publishes the week that had ended at its <b>scheduled</b> time, which is
 * earlier than now when a process was killed in the middle and the next one <b>recovers</b> the firing. A firing
 * <b>missed</b> while nothing was running happens once, at the next start, however many were missed. A failed firing is
 * <b>retried</b> by a trigger of its own, so that a retry too outlives the process. Execution is at least once: the run
 * is idempotent per week.
 *
 * <p>Only this package touches Quartz. Another store is another {@code ScheduleStore}; another regular job is another
 * {@code Job} beside {@code PublishWeek}, with its own key in {@link org.vigie.jobs.schedule.WeeklySchedule}.
 */
@NullMarked
package org.vigie.jobs.schedule;

import org.jspecify.annotations.NullMarked;
